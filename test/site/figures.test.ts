// The figures of a pack on its pages and on paper: drawn in words, in shapes and in colours, from the same data.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, buildSample } from "./built-site.ts";
import { HOSTILE } from "./sample-pack.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample();
});
afterAll(() => site?.remove());

const DATES = "appendices/dates.html";
const PRINT = "print/index.html";

const documentOf = (path: string): Document => parseHTML(site.text(path)).document;
const all = (path: string, selector: string): Element[] => [...documentOf(path).querySelectorAll(selector)];
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const labelOf = (element: Element | null | undefined): string =>
  (element?.getAttribute("aria-label") ?? "").replace(/\s+/g, " ");

/** The rules of a stylesheet for an element that has just the one class, outside and inside its rule for narrow screens. */
function displayOf(css: string, name: string): { readonly wide: string; readonly narrow: string } {
  const own = css.slice(css.indexOf(".drawing-"));
  const [wide = "", ...narrow] = own.split("@media screen and (max-width: 45em)");
  const last = (text: string) =>
    [...text.matchAll(new RegExp(`\\.${name} \\{[^}]*display: (\\w+)`, "g"))].at(-1)?.[1];
  return { wide: last(wide) ?? "block", narrow: last(narrow.join("")) ?? "block" };
}

it.each([DATES, PRINT, "evidence.html"])(
  "names every drawing in words, or hides it from those who cannot see it: %s",
  (path) => {
    const drawings = all(path, "svg");
    expect(drawings.length).toBeGreaterThan(4);
    for (const drawing of drawings) {
      const isHidden = drawing.getAttribute("aria-hidden") === "true";
      expect(
        isHidden || (drawing.getAttribute("role") === "img" && labelOf(drawing) !== ""),
        textOf(drawing),
      ).toBe(true);
    }
  },
);

describe("a timeline", () => {
  it.each([DATES, PRINT])("stands above the list of events, and says what it shows: %s", (path) => {
    const [figure] = all(path, ".timeline");
    expect(figure?.nextElementSibling?.className).toBe("chronology");
    const wide = figure?.querySelector(".drawing-wide");
    expect(labelOf(wide)).toContain(
      "Timeline, 1919–2025, to scale. 1919: The act; about August 2025; December 2025",
    );
    expect(labelOf(figure?.querySelector(".drawing-narrow"))).toBe(labelOf(wide));
    expect(textOf(figure?.querySelector("figcaption p"))).toBe(
      "3 events, 1919–2025, drawn to scale. The list below has every event with its sources.",
    );
  });

  it("tells how exact and how sure a date is by shape, and what the shapes mean", () => {
    const [drawing] = all(DATES, ".drawing-wide");
    const marks = [...(drawing?.querySelectorAll(".mark") ?? [])].map(
      (mark) => `${mark.localName} ${mark.getAttribute("class")}`,
    );
    expect(marks).toEqual(["rect mark mark-firm", "rect mark mark-soft", "rect mark mark-outside"]);
    expect(all(DATES, ".timeline .key li").map(textOf)).toEqual([
      "a month, a year or longer",
      "a stretch, approximate or inferred",
      "† a stretch, from outside the sources",
    ]);
  });

  it("is shown in one of its two forms, on a screen of any width and on paper", () => {
    const css = site.text("assets/site.css");
    expect(displayOf(css, "drawing-wide")).toEqual({ wide: "block", narrow: "none" });
    expect(displayOf(css, "drawing-narrow")).toEqual({ wide: "none", narrow: "block" });
    expect(displayOf(site.text("assets/print.css"), "drawing-narrow").wide).toBe("none");
  });

  it("draws an event that has no label by its date alone", () => {
    const labels = all(DATES, ".drawing-wide .mark-label").map(textOf);
    expect(labels).toContain("about August 2025");
  });

  it("takes a label for text, whatever it looks like", () => {
    const words = all(DATES, ".drawing-wide .mark-label").map(textOf).join(" ");
    expect(words).toContain("{{ 7*7 }}");
    expect(words).toContain("<b>bold</b>");
    expect(HOSTILE).toContain("<b>bold</b>");
  });
});

describe("the overview of judgements", () => {
  const rows = (path: string) =>
    all(path, ".signs tbody tr").map((row) =>
      [...row.querySelectorAll("td")].map((cell) =>
        [textOf(cell), ...[...cell.querySelectorAll("[role=img]")].map(labelOf)]
          .filter((text) => text !== "")
          .join(", "),
      ),
    );

  it.each(["evidence.html", PRINT])(
    "stands before the detailed table, with a sign for each way in which a source bears: %s",
    (path) => {
      expect(rows(path)).toEqual([
        ["High", "supports Judgement 1: S1 ¶¶1–2", "contradicts Judgement 1: S2 ¶1"],
        ["Low", "not cited", "supports Judgement 2: S2 ¶2"],
      ]);
      const html = site.text(path);
      expect(html.indexOf('class="signs"')).toBeLessThan(html.indexOf("What each judgement rests on"));
    },
  );

  it("leads from each sign to the passage and from each row to the judgement", () => {
    expect(all("evidence.html", ".sign-link").map((link) => link.getAttribute("href"))).toEqual([
      "sources/s1.html#s1-p1",
      "sources/s2.html#s2-p1",
      "sources/s2.html#s2-p2",
    ]);
    expect(all("evidence.html", ".signs tbody th a").map((link) => link.getAttribute("href"))).toEqual([
      "index.html#summary-judgement-1",
      "index.html#summary-judgement-2",
    ]);
  });

  it("has another shape for each sign", () => {
    const shapes = all("evidence.html", ".matrix-figure .key .sign").map((sign) => sign.innerHTML);
    expect(shapes).toHaveLength(4);
    expect(new Set(shapes)).toHaveLength(4);
  });
});

describe("the strips of the documents", () => {
  it("show each source's passages by what the pack does with them, the words quoted, and what was omitted", () => {
    const strips = all("evidence.html", ".strips li").map((strip) =>
      [...strip.querySelectorAll("p")].map(textOf),
    );
    expect(strips).toEqual([
      [
        "S1 The letter",
        "3 passages: 1 quoted, 1 summarised only and 1 text of a law or treaty.",
        "2 of at most 60 words quoted; 2 stretches omitted.",
      ],
      [
        "S2 The minute",
        "2 passages: 1 quoted and 1 summarised only.",
        "words quoted not known: the document was never imported; nothing omitted.",
      ],
    ]);
  });

  it("draw what they say", () => {
    const [first] = all("evidence.html", ".strips li");
    const runs = [...(first?.querySelectorAll(".passages") ?? [])].map(
      (run) => `${run.getAttribute("class")} ${run.getAttribute("x")} ${run.getAttribute("width")}`,
    );
    expect(runs).toEqual([
      "passages passages-summarised 0% 33.33%",
      "passages passages-official 33.33% 33.34%",
      "passages passages-quoted 66.67% 33.33%",
    ]);
    expect(all("evidence.html", ".words-unknown")).toHaveLength(1);
  });
});

describe("a comparison at a glance", () => {
  it.each([DATES, PRINT])(
    "gives each verdict as a word beside a sign, and says where the sources are silent: %s",
    (path) => {
      const cells = all(path, ".at-a-glance tbody tr").map((row) =>
        [...row.querySelectorAll("td")].map((cell) => textOf(cell).replace(/\[S1 ¶3.*\]/, "[S1 ¶3]")),
      );
      expect(cells).toEqual(
        ["Yes. ", "No. ", "In part. ", "Unclear. ", ""].map((verdict) => [
          `${verdict}in parts & at last [S1 ¶3]`,
          "not stated in the sources",
        ]),
      );
      expect(all(path, ".at-a-glance .verdict .sign")).toHaveLength(4);
    },
  );

  it("keeps the gists, as the first row of the tables below", () => {
    const [row] = all(DATES, ".detail tbody tr");
    expect(textOf(row)).toContain("What it comes to");
    expect(textOf(row)).toContain("It passed");
  });
});

describe("bars", () => {
  it.each([DATES, PRINT])("are drawn from zero, and told in words and as a table: %s", (path) => {
    const [chart] = all(path, ".chart");
    expect(labelOf(chart)).toContain("Bar chart, in marks.");
    expect(labelOf(chart)).toContain("1,250.5; Refund: -40 †; Quay: 0.");
    const bars = [...(chart?.querySelectorAll(".bar") ?? [])].map(
      (bar) => `${bar.localName} ${bar.getAttribute("class")}`,
    );
    expect(bars).toEqual(["rect bar", "rect bar bar-outside", "circle bar"]);
    const rows = all(path, ".bar-table tbody tr").map((row) => [...row.children].map(textOf).slice(1));
    expect(rows.map(([value]) => value)).toEqual(["1,250.5", "-40 †", "0"]);
    expect(rows[1]?.[1]).toContain("Known.†");
  });
});
