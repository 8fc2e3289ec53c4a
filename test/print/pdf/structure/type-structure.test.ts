// The types that elements take in the file, and how they may be nested.
import { describe, expect, it } from "vitest";
import type { JoinedElement, JoinedKid } from "../../../../src/print/pdf/structure/join-structure.ts";
import { type TypedKid, typeStructure } from "../../../../src/print/pdf/structure/type-structure.ts";

type Details = Partial<Omit<JoinedElement, "tag" | "kids">>;

/** An element; a number is a piece of content, "area" the area of a link. */
function make(
  tag: string,
  kids: readonly (JoinedKid | number | "area")[],
  details: Details = {},
): JoinedElement {
  return {
    tag,
    mark: "",
    ...details,
    kids: kids.map((kid): JoinedKid => {
      if (kid === "area") return { page: 0, link: 0 };
      return typeof kid === "number" ? { page: 0, mcid: kid, stretch: 0 } : kid;
    }),
  };
}

/** The tree in one line: `P(1 Link(2 area))`. */
function show(kids: readonly TypedKid[]): string {
  return kids
    .map((kid) => {
      if ("link" in kid) return "area";
      if ("mcid" in kid) return String(kid.mcid);
      return `${kid.type}${kid.lang ? `:${kid.lang}` : ""}(${show(kid.kids)})`;
    })
    .join(" ");
}

const typed = (...kids: readonly JoinedKid[]) => show(typeStructure(kids));
const block = { block: true };

describe("blocks", () => {
  it("have a paragraph for text that stands beside other blocks", () => {
    expect(typed(make("blockquote", [1, make("em", [2]), make("p", [3], block)], block))).toBe(
      "BlockQuote(P(1 Em(2)) P(3))",
    );
  });

  it("begin with H1 and skip no level", () => {
    const [h1, h3, h2] = [make("h1", [1]), make("h3", [2]), make("h2", [3])];
    expect(typed(h3, h1, h3, h2)).toBe("H1(2) H1(1) H2(2) H2(3)");
  });

  it("in a link leave it the first line, with all of its areas", () => {
    expect(typed(make("a", [make("h2", [1]), make("p", [2], block), "area", "area"]))).toBe(
      "H1(Link(1 area area)) P(2)",
    );
    expect(typed(make("a", [1, make("p", [2], block), "area"], block))).toBe("P(Link(1 area)) P(2)");
  });
});

describe("links that hold pictures alone", () => {
  it.each(["img", "svg", "canvas", "object"])("keep a picture of the kind %s", (tag) => {
    const picture = make(tag, [1], { alt: "A picture" });
    expect(typed(make("div", [make("a", [picture, "area"])], block))).toBe("P(Link(Figure(1) area))");
    expect(typed(make("ul", [make("li", [make("a", [picture, "area"])])]))).toBe(
      "L(LI(LBody(Link(Figure(1) area))))",
    );
    expect(typed(make("table", [make("tr", [make("td", [make("a", [picture, "area"])])])]))).toBe(
      "Table(TR(TD(Link(Figure(1) area))))",
    );
    const figure = make("figure", [picture, make("figcaption", [2], block)]);
    expect(typed(make("a", [figure, "area"]))).toBe("Div(P(Link(Figure(1) area)) Caption(2))");
  });
});

describe("lists", () => {
  it("have items with a label and a body", () => {
    expect(typed(make("ul", [make("li", [make("Lbl", [1]), 2], block)]))).toBe("L(LI(Lbl(1) LBody(2)))");
  });

  it("keep what stands in them beside the items", () => {
    expect(typed(make("ul", [1, make("li", [2], block), make("ul", [make("li", [3], block)])]))).toBe(
      "L(LI(LBody(1)) LI(LBody(2)) LI(LBody(L(LI(LBody(3))))))",
    );
  });

  it("of terms tell the terms apart, and keep their language", () => {
    const list = make("dl", [
      make("dt", [1], { ...block, lang: "fr" }),
      make("div", [
        make("dt", [2], block),
        make("dt", [3], block),
        make("dd", [4], block),
        make("dd", [5], block),
      ]),
    ]);
    expect(typed(list)).toBe("L(LI(Lbl(Span:fr(1) Span(2) Span(3)) LBody(P(4) P(5))))");
    expect(typed(make("dl", [make("dt", [1], block), make("dd", [2], block), 3]))).toBe(
      "L(LI(Lbl(1) LBody(P(2) P(3))))",
    );
  });
});

describe("lists of contents", () => {
  const entry = (number: number, ...more: readonly JoinedKid[]) =>
    make("li", [make("Lbl", [number]), make("a", [number + 1, "area"]), ...more], block);
  const inner = make("ol", [make("li", [make("p", [make("a", [8, "area"])], block)])]);

  it("have entries that refer, and entries under them", () => {
    const list = make("nav", [make("ol", [entry(1), entry(3, inner)])], { contents: true });
    expect(typed(list)).toBe(
      "Sect(TOC(TOCI(Lbl(1) Reference(Link(2 area))) TOCI(Lbl(3) Reference(Link(4 area)) TOC(TOCI(Reference(Link(8 area)))))))",
    );
  });

  it("are lists like any other where they hold something else, or are not said to be contents", () => {
    const list = make("ol", [make("li", [make("p", [1], block)])]);
    expect(typed(make("nav", [list], { contents: true }))).toBe("Sect(L(LI(LBody(P(1)))))");
    expect(typed(make("nav", [make("ol", [entry(1)])]))).toBe("Sect(L(LI(Lbl(1) LBody(Link(2 area)))))");
  });
});

describe("tables", () => {
  it("hold rows of cells, and cells hold lines or blocks", () => {
    const row = make("tr", [make("th", [1], block), make("td", [2, make("p", [3], block)], block)]);
    expect(typed(make("table", [make("tbody", [row])]))).toBe("Table(TR(TH(1) TD(P(2) P(3))))");
  });

  it("have an empty cell where it holds nothing", () => {
    expect(typed(make("table", [make("tr", [make("td", [1], block), make("td", [])])]))).toBe(
      "Table(TR(TD(1) TD()))",
    );
  });

  it("that only lay out leave no cells behind", () => {
    expect(typed(make("td", [1], block), make("td", [make("p", [2], block)]))).toBe("P(1) P(2)");
  });
});

describe("footnotes", () => {
  it("are referred to by what calls them", () => {
    const call = make("a", [2, "area"], { mark: "0-1" });
    expect(typed(make("p", [1, call, note(make("p", [3], block))], block))).toBe(
      "P(1 Reference(Link(2 area)) Note(3))",
    );
  });

  const note = (...kids: readonly (JoinedKid | number)[]) => make("aside", kids, { call: "0-1" });

  it("stand in the line of their call", () => {
    expect(typed(make("p", [1, make("a", [2, "area"]), note(make("p", [3], block)), 4], block))).toBe(
      "P(1 Link(2 area) Note(3) 4)",
    );
  });

  it("of several paragraphs keep them", () => {
    expect(typed(make("p", [1, note(make("p", [2], block), make("p", [3], block)), 4], block))).toBe(
      "P(1 Note(P(2) P(3)) 4)",
    );
  });
});
