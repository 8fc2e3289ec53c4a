// Content streams are cut into operators; what one line shows glyph by glyph is one.
import { expect, it } from "vitest";
import { measureLine, scanOperators } from "../../../../src/print/pdf/content/scan-operators.ts";

const cut = (text: string) => scanOperators(text).map(({ start, end }) => text.slice(start, end));

it("cuts a stream into operators with their operands", () => {
  expect(
    cut("q\n1 0 0 1 5 5 cm /F4 12 Tf\n(a\\) b) Tj [<41> 5 <42>]TJ /P <</MCID 0>>BDC true EMC Q"),
  ).toEqual([
    "q",
    "1 0 0 1 5 5 cm",
    "/F4 12 Tf",
    "(a\\) b) Tj",
    "[<41> 5 <42>]TJ",
    "/P <</MCID 0>>BDC",
    "true EMC",
    "Q",
  ]);
});

it("takes strings that follow each other in a line for one, up to the last that shows", () => {
  const line = "<0014> Tj\n6.4 0 Td <0020> Tj\n-5.95 0 Td <001E> Tj";
  const [shown, ended] = scanOperators(`${line}\nET`);
  expect(cut(`${line}\nET`)).toEqual([line, "ET"]);
  expect(shown).toMatchObject({ name: "Tj", start: 0, at: line.length - 2, end: line.length });
  expect(ended).toMatchObject({ name: "ET" });
});

it("ends a line where the next string is higher or lower, marked, or in another font", () => {
  for (const between of ["6.4 1 Td", "6.4 0 Td\nEMC", "6.4 0 Td /F5 12 Tf", "1 0 0 1 5 5 Tm", "6.4 0 TD"]) {
    expect(cut(`<0014> Tj ${between} <0020> Tj ET`)[0]).toBe("<0014> Tj");
  }
});

it("passes over the data of an image, and over comments", () => {
  expect(cut("BI /W 1 ID <41> Tj EI\n% <42> Tj\nQ")).toEqual(["BI /W 1 ID <41> Tj EI", "% <42> Tj\nQ"]);
});

it("measures how far apart the first and the last string of a line are", () => {
  const text = "<0014> Tj 6.5 0 Td <0020> Tj -0.5 0 Td <001E> Tj";
  expect(measureLine(text, { start: 0, end: text.length })).toBe(6);
  expect(measureLine(text, { start: 0, end: "<0014> Tj".length })).toBe(0);
});
