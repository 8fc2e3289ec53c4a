// What a chronology becomes as a drawing: which events it has, how they look, and what it says in words.
import { describe, expect, it } from "vitest";
import type { Chronology } from "../../../src/model/pack.ts";
import { readPart } from "../../../src/pack/part-reader.ts";
import { viewTimeline } from "../../../src/site/view/timeline-view.ts";

type Basis = Chronology["events"][number]["basis"];

function view(
  dates: readonly (readonly [date: string, basis?: Basis, label?: string])[],
  language = "en-GB",
) {
  const text = readPart("dates", {}).inline("So it was.", () => ({
    file: "data/x.yaml",
    line: 1,
    column: 1,
  }));
  const events = dates.map(([date, basis, label], index) => ({ id: `e${index}`, date, basis, label, text }));
  return viewTimeline({ type: "chronology", file: "data/x.yaml", events }, language);
}

const looks = (...dates: Parameters<typeof view>[0]): string[] =>
  view(dates)?.panels[0]?.wide.rows.map(
    ({ form, look, arrows }) => `${form} ${look}${" >".repeat(arrows.length)}`,
  ) ?? [];

describe("a timeline", () => {
  it("is drawn for two events or more: one alone has nothing to stand beside", () => {
    expect(view([])).toBeUndefined();
    expect(view([["1919"]])).toBeUndefined();
    expect(view([["1919"], ["1949-04-04"]])?.panels).toHaveLength(1);
  });

  it("tells days from longer stretches, and how sure each is", () => {
    expect(
      looks(
        ["1919"],
        ["1929-04-04"],
        ["1939-04-05?"],
        ["1950~"],
        ["1960", "inferred"],
        ["1970-02", "outside the sources"],
      ),
    ).toEqual(["span firm", "point firm", "point soft", "span soft", "span soft", "span outside"]);
  });

  it("has an arrow at an end that is open", () => {
    expect(looks(["1900"], ["1919/.."], ["../1930"])).toEqual(["span firm", "span firm >", "span firm >"]);
  });

  it("leaves out what no clock can place, and says so", () => {
    const drawing = view([["1919"], ["Y170000002"], ["1949"]]);
    expect(drawing?.panels[0]?.wide.rows).toHaveLength(2);
    expect(drawing?.summary).toMatch(/^2 of 3 events, 1919–1949, drawn to scale/);
  });

  it("writes dates as the list does, and an interval in one", () => {
    const labels = (language: string) =>
      view(
        [["1919~"], ["1950-12-14/1950-12-15"], ["1980-12/1981-01"], ["2010-12~/2011"]],
        language,
      )?.panels[0]?.wide.rows.map(({ lines }) =>
        lines.map(({ runs }) => runs.map(({ text }) => text).join(" ")).join(" "),
      );
    expect(labels("en-GB")).toEqual([
      "about 1919",
      "14–15 December 1950",
      "December 1980\u00a0–\u00a0January 1981",
      "about December 2010 to 2011",
    ]);
  });

  it("says in words what it shows, crowds too, and what it enlarges", () => {
    const drawing = view([["1919", undefined, "The act"], ["2025-08-19"], ["2025-11-21"], ["2025-12-14"]]);
    expect(drawing?.panels.map(({ title }) => title)).toEqual(
      [undefined, "August – December 2025, enlarged"].map((text) => text?.replaceAll(" – ", "\u00a0–\u00a0")),
    );
    expect(drawing?.panels[0]?.alternative.replaceAll("\u00a0", " ")).toBe(
      "Timeline, 1919–2025, to scale. 1919: The act; August – December 2025: 3 events, enlarged below.",
    );
    expect(drawing?.summary.replaceAll("\u00a0", " ")).toBe(
      "4 events, 1919–2025, drawn to scale. 3 of them crowd into August – December 2025, which the lower drawing enlarges. The list below has every event with its sources.",
    );
  });

  it("explains the marks that it uses, and no others", () => {
    expect(view([["1919"], ["1949-04-04"]])?.key.map(({ meaning }) => meaning)).toEqual([
      "a day",
      "a month, a year or longer",
    ]);
  });
});
