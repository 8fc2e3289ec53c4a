// How codes of a font become text, by its ToUnicode map.
import { expect, it } from "vitest";
import { readFont } from "../../../../src/print/pdf/content/read-font.ts";
import { PrintedFile } from "../../../../src/print/pdf/parse/printed-file.ts";

/** Reads a font whose map has these sections. */
function read(map: string, subtype = "/Type0") {
  const objects = [
    "<</Type/Catalog>>",
    `<</Type/Font/Subtype${subtype}/ToUnicode 3 0 R>>`,
    `<</Length ${map.length}>>\nstream\n${map}\nendstream`,
    `<</Type/Font/Subtype${subtype}>>`,
  ];
  let file = "%PDF-1.4\n";
  const rows = objects.map((text, index) => {
    const row = `${String(file.length).padStart(10, "0")} 00000 n \n`;
    file += `${index + 1} 0 obj\n${text}\nendobj\n`;
    return row;
  });
  const table = file.length;
  file += `xref\n0 5\n0000000000 65535 f \n${rows.join("")}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  const printed = new PrintedFile(new TextEncoder().encode(file));
  return { font: readFont(printed, { ref: 2 }), bare: readFont(printed, { ref: 4 }) };
}

it("reads single codes: letters, ligatures, what lies beyond 16 bits, and what stands for nothing", () => {
  const { font } = read(`4 beginbfchar
<0001> <0041>
<0002> <00660066>
<0003> <D835DD38>
<0004> <>
endbfchar`);
  expect([...font.texts]).toEqual([
    [1, "A"],
    [2, "ff"],
    [3, "𝔸"],
    [4, ""],
  ]);
});

it("reads ranges: counted on from one, or listed", () => {
  const { font } = read(`2 beginbfrange
<0010> <0012> <0061>
<0020> <0021> [<0031> <00660069>]
<0030> <0031> <00660069>
endbfrange`);
  expect([...font.texts]).toEqual([
    [0x10, "a"],
    [0x11, "b"],
    [0x12, "c"],
    [0x20, "1"],
    [0x21, "fi"],
    [0x30, "fi"],
    [0x31, "fj"],
  ]);
});

it("reads all sections of a map", () => {
  const { font } = read(
    "1 beginbfchar\n<01> <0041>\nendbfchar\n1 beginbfrange\n<02> <02> <0042>\nendbfrange\n1 beginbfchar\n<03> <0043>\nendbfchar",
  );
  expect([...font.texts.values()].join("")).toBe("ABC");
});

it("finds the code of the blank, as long as codes of the font are", () => {
  const map = "1 beginbfchar\n<0A> <0020>\nendbfchar";
  expect(read(map).font).toMatchObject({ digits: 4, blank: "000A" });
  expect(read(map, "/Type3").font).toMatchObject({ digits: 2, blank: "0A" });
  expect(read("1 beginbfchar\n<0A> <00A0>\nendbfchar").font.blank).toBeUndefined();
});

it("mends a map that lets a sign stand for nothing, which no map may", () => {
  const { font } = read("2 beginbfchar\n<0A> <0000>\n<0B> <0041>\nendbfchar");
  expect([...font.texts]).toEqual([
    [0x0a, "\u2060"],
    [0x0b, "A"],
  ]);
  expect(font.mended?.map).toBe("2 beginbfchar\n<0A> <2060>\n<0B> <0041>\nendbfchar");
  expect(read("1 beginbfchar\n<0A> <0041>\nendbfchar").font.mended).toBeUndefined();
});

it("knows nothing of a font without a map", () => {
  expect(read("").bare).toEqual({ digits: 4, texts: new Map(), blank: undefined });
});
