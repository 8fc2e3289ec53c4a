import { describe, expect, it } from "vitest";
import { indexCitations } from "../../../src/site/view/cited-in.ts";
import { inGroups } from "../../../src/site/view/data-view.ts";
import { viewDate } from "../../../src/site/view/dates.ts";
import { viewMarking } from "../../../src/site/view/marking-view.ts";
import { formatList, formatName } from "../../../src/site/view/names.ts";
import { viewSite } from "../../../src/site/view/site-view.ts";
import { makeSamplePack } from "../sample-pack.ts";

describe("places that cite a passage", () => {
  const citedIn = indexCitations(makeSamplePack());
  const labels = (source: string, passage: number) =>
    citedIn(source, [{ from: passage, to: passage }]).map(
      ({ label, part, id }) => `${label} → ${part}#${id}`,
    );

  it("are named in reading order, an item of a data file instead of its part", () => {
    expect(labels("s1", 2)).toMatchInlineSnapshot(`
      [
        "Judgement 1 → summary#summary-judgement-1",
        "S2 → s2#s2-para-2",
        "Facts: The channel → facts#facts-channel",
        "Facts: The quay → facts#facts-quay",
        "Facts: The basin → facts#facts-basin",
        "Facts: The lock → facts#facts-lock",
        "Chronology: 1919 → dates#dates-1",
      ]
    `);
    expect(labels("s2", 2)).toMatchInlineSnapshot(`
      [
        "Judgement 2 → summary#summary-judgement-2",
        "S1 → s1#s1",
        "Facts: The mayor → facts#facts-mayor",
      ]
    `);
  });

  it("do not include the source itself", () => {
    expect(labels("s1", 1).join()).not.toContain("s1#");
  });

  it("are none for a passage that nobody cites", () => {
    expect(labels("s2", 9)).toEqual([]);
  });
});

describe("the record of a source", () => {
  const site = viewSite(makeSamplePack(), "public", false);
  const page = site.pages.find(({ address }) => address === "sources/s1.html");
  const record = page?.part.kind === "source" ? page.part.record : undefined;

  it("shows each value with where it comes from", () => {
    expect(
      record?.rows.map(({ label, value, standing }) =>
        [label, value ?? "–", standing?.kind ?? ""].join(" | "),
      ),
    ).toMatchInlineSnapshot(`
      [
        "Title | [A letter] | supplied",
        "Author | Ann Hill and Harbour Users | given",
        "Published in | – | not given",
        "Date | 19 August 2025 | inferred",
        "Address | https://example.org/a/very/long/address/that/has/no/place/to/break/anywhere/in/it?and=more&more=still | given",
        "Type | Newspaper article, letter | ",
        "Language | American English | ",
        "Length | 3 passages | ",
      ]
    `);
  });

  it("shows omissions by their first and last words", () => {
    expect(
      record?.omissions.map(({ what, starts, ends }) => ({ what, starts, ends })),
    ).toMatchInlineSnapshot(`
      [
        {
          "ends": "while they last",
          "starts": "Buy now",
          "what": "Advertisement",
        },
        {
          "ends": undefined,
          "starts": "Photo",
          "what": "Caption",
        },
      ]
    `);
  });
});

describe("a comparison", () => {
  const site = viewSite(makeSamplePack(), "public", false);
  const page = site.pages.find(({ address }) => address === "appendices/facts.html");
  const pieces = page?.part.kind === "appendix" ? page.part.pieces : [];

  it("is cut into tables of at most three subjects, in its place between the texts", () => {
    expect(pieces.map(({ kind }) => kind)).toEqual(["prose", "data", "prose", "data"]);
    const [, piece] = pieces;
    const data = piece?.kind === "data" ? piece.data : undefined;
    expect(data?.type === "comparison" && data.tables.map(({ subjects }) => subjects.length)).toEqual([2, 2]);
    expect(data?.type === "comparison" && data.tables[0]?.rows[1]?.cells[0]?.html).toBeUndefined();
  });

  it("puts headings of a register one level below the heading before it", () => {
    const last = pieces.at(-1);
    expect(last?.kind === "data" && last.headingLevel).toBe(3);
  });
});

describe("small things", () => {
  it("cuts lists into groups of nearly equal size", () => {
    expect(inGroups([1, 2, 3, 4, 5, 6], 3)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(inGroups([1, 2, 3, 4], 3)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(inGroups([], 3)).toEqual([]);
  });

  it("gives machines only the dates that HTML knows", () => {
    expect(viewDate("2025-12-15", "en-GB")).toEqual({ text: "15 December 2025", machine: "2025-12-15" });
    expect(viewDate("2025-12~", "en-GB")).toEqual({ text: "about December 2025", machine: undefined });
  });

  it("writes names and lists of them", () => {
    expect(formatName({ family: "Hill", given: "Ann" })).toBe("Ann Hill");
    expect(formatList(["A", "B", "C"], "en-GB")).toBe("A, B and C");
  });

  it("shows a marking in the colour that its standard prescribes", () => {
    expect(viewMarking("TLP:AMBER+STRICT").colour).toBe("#FFC000");
    expect(viewMarking("TLP:RED").meaning).toContain("named recipients only");
  });
});
