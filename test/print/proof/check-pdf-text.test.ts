// The proof that the PDF holds what was laid out: it finds what is gone, and takes a font's liberties for what they are.
import { describe, expect, it } from "vitest";
import { checkPdfText } from "../../../src/print/proof/check-pdf-text.ts";
import type { PagedText } from "../../../src/print/proof/printed-text.ts";

const piece = (unit: string, text: string, page = 1): PagedText["texts"][number] => {
  return { unit, text, page, area: "flow", place: "inside", part: "" };
};
const laidOut = [
  piece("1", "The opening "),
  piece("1", "paragraph of the office"),
  piece("2", "A second paragraph, in which much is said"),
  piece("3", "The last one", 2),
];
const messages = (...pages: readonly (string | { text: string; missingGlyphs: number })[]) =>
  checkPdfText(
    laidOut,
    pages.map((page) => (typeof page === "string" ? { text: page, missingGlyphs: 0 } : page)),
  ).map(({ code, message }) => `${code}: ${message}`);

describe("checkPdfText", () => {
  it("accepts what is there, with what styles add and fonts change", () => {
    expect(
      messages(
        "Running head The opening PARAGRAPH of the o\uFB03ce, p. 5 A second para-\ngraph, in which much is said 1 of 2",
        "The\u00A0last one 2 of 2",
      ),
    ).toEqual([]);
  });

  it("accepts ligatures that map back to no letters", () => {
    expect(
      messages(
        "The opening paragraph of the o\u0412ce A second paragraph, in which much is said",
        "The last one",
      ),
    ).toEqual([]);
  });

  it("names a block that is not in the PDF", () => {
    expect(messages("The opening paragraph of the office", "The last one")).toMatchInlineSnapshot(`
      [
        "text-lost: Text laid out on page 1 is not in the PDF: “A second paragraph, in which much is said”.",
      ]
    `);
  });

  it("names a block that is on another page than it was laid out on", () => {
    expect(
      messages(
        "The opening paragraph of the office A second paragraph, in which much is said The last one",
        "",
      ),
    ).toMatchInlineSnapshot(`
      [
        "text-lost: Text laid out on page 2 is not in the PDF: “The last one”.",
      ]
    `);
  });

  it("counts the glyphs that no font has, and says for what", () => {
    const page = {
      text: "The opening paragraph of the office A second paragraph, in whic much is said",
      missingGlyphs: 1,
    };
    expect(messages(page, "The last one")).toMatchInlineSnapshot(`
      [
        "glyph-missing: No font has a picture for a character on page 1, so a reader would see nothing there.",
      ]
    `);
    expect(
      checkPdfText([piece("1", "\u0928\u092E nothing")], [{ text: "nothing", missingGlyphs: 2 }]),
    ).toMatchInlineSnapshot(`
      [
        {
          "code": "glyph-missing",
          "fix": "Name a font in the document’s styles that has these characters, or install one on this machine (Debian: the packages fonts-noto-*).",
          "kind": "print",
          "message": "No font has a picture for 2 characters on page 1, it seems for न (U+0928), म (U+092E), so a reader would see nothing there: “नम nothing”.",
          "place": undefined,
          "severity": "error",
        },
      ]
    `);
  });

  it("holds scripts whose letters change shape or place to their glyphs alone", () => {
    expect(
      checkPdfText(
        [piece("1", "\u0633\u0644\u0627\u0645")],
        [{ text: "\uFEE1\uFEFC\uFEB3", missingGlyphs: 0 }],
      ),
    ).toEqual([]);
  });
});
