// Fonts of the PDF: in the file, and none drawn letter by letter.
import { expect, it } from "vitest";
import { checkFonts } from "../../../src/print/proof/check-fonts.ts";

const font = { name: "Serif-Bold", kind: "Type0", embedded: true, page: 2 };

it("accepts a font that is in the file", () => {
  expect(checkFonts([font])).toEqual([]);
});

it("tells of one that is not, and of one that is drawn letter by letter, with its page", () => {
  const fonts = [
    { ...font, embedded: false },
    { ...font, name: "", kind: "Type3", page: 0 },
  ];
  expect(checkFonts(fonts, 10).map(({ code, message }) => `${code}: ${message.slice(0, 60)}`)).toEqual([
    "font-not-embedded: The font Serif-Bold on page 13 is not in the PDF, so that an",
    "font-drawn: A font on page 11 is drawn letter by letter (Type 3): it is ",
  ]);
});
