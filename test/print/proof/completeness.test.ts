// The proof that no text is lost catches every kind of loss, and raises no false alarm.
import { describe, expect, it } from "vitest";
import { checkCompleteness } from "../../../src/print/proof/completeness.ts";
import type { PagedText, SourceText } from "../../../src/print/proof/printed-text.ts";

const source: SourceText = {
  texts: [
    { text: "The opening para", refs: ["1"] },
    { text: "graph, with stress", refs: ["2", "1"] },
    { text: " at its end.", refs: ["1"] },
    { text: "A list item", refs: ["3"] },
    { text: "A nested item", refs: ["4"] },
    { text: "The closing paragraph.", refs: ["5"] },
  ],
  figures: [{ ref: "6", name: "img#map" }],
  headings: [],
  blocks: { 1: "p#opening", 3: "li", 4: "li", 5: "p" },
  controls: [],
  places: { 3: { file: "", line: 12 }, 5: { file: "summary.md", line: 7 }, 6: { file: "", line: 20 } },
};

type Piece = PagedText["texts"][number];
const piece = (unit: string, text: string, page: number, more: Partial<Piece> = {}): Piece => {
  return { unit, text, page, area: "flow", place: "inside", part: "", ...more };
};
const whole: readonly Piece[] = [
  piece("1", "The opening para", 1),
  piece("1", "graph, with ", 1),
  piece("1", "stress", 2),
  piece("1", " at its end.", 2),
  piece("3", "A list item", 2),
  piece("4", "A nested\n item", 2),
  piece("5", "The closing para\u00adgraph.", 3),
];
const figures: PagedText["figures"] = [{ ref: "6", page: 2, place: "inside" }];
const check = (texts: readonly Piece[], more: Partial<PagedText> = {}) =>
  checkCompleteness(source, { texts: [...texts], figures, margins: [], notes: [], ...more });
const messages = (texts: readonly Piece[], more: Partial<PagedText> = {}) =>
  check(texts, more).map((problem) => `${problem.code}: ${problem.message}`);

describe("checkCompleteness", () => {
  it("accepts a document whose blocks are split, with white space and soft hyphens moved", () => {
    expect(check(whole)).toEqual([]);
  });

  it("names the first words of a block that is gone, and counts those after it", () => {
    expect(messages(whole.filter(({ unit }) => unit !== "3" && unit !== "4"))).toMatchInlineSnapshot(`
      [
        "text-lost: The text of li, expected on or after page 2, is lost: “A list item”, and 1 more block after it.",
      ]
    `);
    expect(check([])[0]).toMatchObject({ kind: "print", severity: "error", code: "text-lost" });
  });

  it("names the first words lost from a block", () => {
    expect(messages(whole.filter(({ text }) => text !== "stress"))).toMatchInlineSnapshot(`
      [
        "text-lost: Text of p#opening on pages 1–2 is lost from “stress at its end.”.",
      ]
    `);
  });

  it("finds text that is printed twice", () => {
    expect(messages([...whole, piece("5", "closing paragraph.", 3)])).toMatchInlineSnapshot(`
      [
        "text-repeated: Text of p on page 3 is printed more than once, from “para­graph.closing paragraph.”.",
      ]
    `);
  });

  it("tells blocks in a row that are printed twice as one, and others apart", () => {
    const twice = ["1", "3", "4"].flatMap((unit) => whole.filter((text) => text.unit === unit));
    expect(messages([...whole, ...twice].filter(({ unit }) => unit !== "5"))).toMatchInlineSnapshot(`
      [
        "text-repeated: Text of p#opening on pages 1–2 is printed more than once, from “end.The opening paragraph, with stress at its end.”, and 2 more blocks after it.",
        "text-lost: The text of p, expected on or after page 2, is lost: “The closing paragraph.”.",
      ]
    `);
  });

  it("finds blocks out of order", () => {
    const [first, ...rest] = whole.toReversed();
    expect(messages([...(first ? [first] : []), ...rest.toReversed()])).toMatchInlineSnapshot(`
      [
        "text-moved: Text on page 1 is printed out of order: “The opening para”.",
      ]
    `);
  });

  it("finds text that runs out of its page, and text that cannot be seen", () => {
    const clipped = whole.map((text) =>
      text.unit === "3" ? piece("3", "A list item", 2, { place: "outside" }) : text,
    );
    expect(messages(clipped)).toMatchInlineSnapshot(`
      [
        "text-clipped: Text of li on page 2 runs out of the page’s text area: “A list item”.",
      ]
    `);
    const unseen = whole.map((text) =>
      text.unit === "4" ? piece("4", "A nested item", 2, { place: "unseen" }) : text,
    );
    expect(messages(unseen)).toMatchInlineSnapshot(`
      [
        "text-clipped: Text of li on page 2 cannot be seen: “A nested item”.",
      ]
    `);
  });

  it("finds figures that are gone or cut", () => {
    expect(messages(whole, { figures: [] })).toMatchInlineSnapshot(`
      [
        "figure-lost: The figure img#map is lost.",
      ]
    `);
    expect(messages(whole, { figures: [{ ref: "6", page: 2, place: "outside" }] })).toMatchInlineSnapshot(`
      [
        "figure-lost: The figure img#map on page 2 runs out of the page’s text area.",
      ]
    `);
  });

  it("takes a running head as printed where the margin shows it", () => {
    const running = whole.map((text) => (text.unit === "3" ? { ...text, area: "margin" as const } : text));
    expect(check(running)).toEqual([]);
  });

  it("looks for a footnote by itself, wherever it stands", () => {
    const [opening, graph, stress, end, ...rest] = whole as [Piece, Piece, Piece, Piece, ...Piece[]];
    const note = [graph, stress].map((text) => ({ ...text, unit: "2", area: "note" as const }));
    expect(check([opening, end, ...note, ...rest], { notes: ["2"] })).toEqual([]);
    expect(messages([opening, end, ...rest], { notes: ["2"] })).toMatchInlineSnapshot(`
      [
        "text-lost: The text of footnote, expected on or after page 2, is lost: “graph, with stress”.",
      ]
    `);
  });

  it("tells where a block or figure stands, as far as it is known", () => {
    const places = (texts: readonly Piece[], more: Partial<PagedText> = {}) =>
      check(texts, more).map(({ place }) => place);
    expect(places(whole.filter(({ unit }) => unit !== "5"))).toEqual([
      { file: "summary.md", line: 7, column: 1 },
    ]);
    expect(places(whole, { figures: [] })).toEqual([{ file: "", line: 20, column: 1 }]);
    expect(places(whole.filter(({ unit }) => unit !== "4"))).toEqual([undefined]);
  });

  it("lets the cells of a row that was cut go on side by side", () => {
    const [first, second, ...rest] = whole as [Piece, Piece, ...Piece[]];
    const late = piece("3", "A list item", 3);
    const moved = [first, second, ...rest.filter(({ unit }) => unit !== "3")];
    expect(messages([...moved, late])).toHaveLength(1);
    expect(messages([...moved, { ...late, continued: true }])).toEqual([]);
  });

  it("refuses what shows only a part of what it holds", () => {
    const controls = [{ ref: "3", name: "select#choice", kind: "menu" as const, text: "two three" }];
    const paged: PagedText = { texts: [...whole], figures, margins: [], notes: [] };
    expect(checkCompleteness({ ...source, controls }, paged)).toMatchObject([
      {
        code: "text-lost",
        message: "The menu select#choice shows only what is chosen: “two three”.",
        place: { line: 12 },
      },
    ]);
  });
});
