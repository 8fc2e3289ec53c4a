// What of the printed structure stays: elements that say something, without what the engine put around them.
import { describe, expect, it } from "vitest";
import type { ElementFacts } from "../../../../src/print/pdf/facts.ts";
import type { StructureKid } from "../../../../src/print/pdf/fragment.ts";
import type { PrintedElement, PrintedKid } from "../../../../src/print/pdf/structure/read-structure.ts";
import { type NewPlaces, shapeStructure } from "../../../../src/print/pdf/structure/shape-structure.ts";

/** An element; a number is content with that number. Its mark is "1-1" unless it says otherwise. */
function make(
  tag: string,
  kids: readonly (PrintedKid | number)[],
  facts: Partial<ElementFacts> = {},
  details: Partial<PrintedElement> = {},
): PrintedElement {
  return {
    role: tag.toUpperCase(),
    mark: "1-1",
    facts: { tag, ...facts },
    attributes: [],
    kids: kids.map((kid) => (typeof kid === "number" ? { page: 0, mcid: kid } : kid)),
    ...details,
  };
}

/** A wrapper of the browser's or the engine's, which is no element of the document. */
const wrap = (role: string, ...kids: readonly (PrintedKid | number)[]) =>
  make("", kids, {}, { role, mark: "", facts: undefined });

/** Content keeps its number, 9 was not painted, and 8 went to two places; annotation 5 is the first link of its page. */
const places: NewPlaces = {
  content: (page, mcid) => {
    if (mcid === 9) return [];
    return mcid === 8
      ? [
          { page, mcid: 80 },
          { page, mcid: 81, form: 3 },
        ]
      : [{ page, mcid }];
  },
  link: (annotation) => (annotation === 5 ? { page: 0, link: 0 } : undefined),
};

function show(kids: readonly StructureKid[]): string {
  return kids
    .map((kid) => {
      if ("link" in kid) return "area";
      if ("mcid" in kid) return String(kid.mcid);
      const says = [kid.lang, kid.alt, kid.attributes].filter((text) => text).join(" ");
      return `${kid.tag}${says ? `[${says}]` : ""}(${show(kid.kids)})`;
    })
    .join(" ");
}

function shape(kids: readonly PrintedKid[], blocks: readonly string[] = []) {
  const { kids: shaped, notes } = shapeStructure(kids, new Set(blocks), places);
  return { kids: show(shaped), notes: show(notes) };
}

describe("elements", () => {
  it("lose what the browser put around them", () => {
    expect(shape([wrap("Div", wrap("NonStruct", make("p", [1])))]).kids).toBe("p(1)");
  });

  it("keep the labels of list items", () => {
    expect(shape([make("li", [wrap("Lbl", 1), wrap("LBody", 2)])]).kids).toBe("li(Lbl(1) 2)");
  });

  it("that say nothing by themselves give way, unless they hold text or name a language", () => {
    expect(shape([make("div", [make("p", [1])])]).kids).toBe("p(1)");
    expect(shape([make("div", [1])], ["1-1"]).kids).toBe("div(1)");
    expect(shape([make("span", [1], { lang: "fr" })]).kids).toBe("span[fr](1)");
  });

  it("that paint nothing are left out, but cells are not", () => {
    expect(shape([make("p", [9]), make("tr", [make("td", [9]), make("td", [1])])]).kids).toBe(
      "tr(td() td(1))",
    );
  });

  it("have all places of their content, and the areas of links that are on the page", () => {
    expect(shape([make("a", [8, { annotation: 5 }, { annotation: 6 }])]).kids).toBe("a(80 81 area)");
  });
});

describe("pictures", () => {
  it("have their text, and nothing inside that is told apart", () => {
    expect(shape([make("svg", [1, make("a", [2])], { alt: "A map" })]).kids).toBe("svg[A map](1 2)");
  });

  it("that are decoration are left out", () => {
    expect(shape([make("p", [1, make("img", [2], { alt: "" })])]).kids).toBe("p(1)");
  });

  it("without a text of their own leave what they hold", () => {
    expect(shape([make("svg", [1, make("p", [2])])]).kids).toBe("1 p(2)");
  });

  it("may be any element that has the role of one", () => {
    const drawn = make("div", [1, make("p", [2])], {}, { role: "Figure", alt: "A chart" });
    expect(shape([drawn]).kids).toBe("img[A chart](1 2)");
    expect(shape([make("figure", [make("p", [1])], {}, { role: "Figure", alt: "A chart" })]).kids).toBe(
      "figure(p(1))",
    );
  });
});

it("takes footnotes out of the pages they stand on", () => {
  const note = make("aside", [2], { call: "1-7" });
  expect(shape([make("p", [1]), wrap("Div", note)])).toEqual({ kids: "p(1)", notes: "aside(2)" });
});

describe("cells", () => {
  const cell = (tag: string, facts: Partial<ElementFacts>, attributes: PrintedElement["attributes"] = []) =>
    shape([make(tag, [1], facts, { attributes })]).kids;

  it("say how far they reach", () => {
    expect(cell("td", { rows: 2, columns: 3 })).toBe("td[<</O/Table/RowSpan 2/ColSpan 3>>](1)");
    expect(cell("td", {})).toBe("td(1)");
    // The browser tells of no cells in a table without heads.
    expect(shape([make("td", [1], { rows: 2 }, { role: "NonStruct" })]).kids).toBe(
      "td[<</O/Table/RowSpan 2>>](1)",
    );
  });

  it("that are heads say whom they are for: their column, unless they say otherwise", () => {
    expect(cell("th", {})).toBe("th[<</O/Table/Scope/Column>>](1)");
    expect(cell("th", {}, [{ "/O": "/Table", "/Scope": "/Row" }])).toBe("th[<</O/Table/Scope/Row>>](1)");
  });
});
