// Words at line ends: where the document has a blank, the file has one; where a word is broken, none.
import { expect, it } from "vitest";
import type { ContentStream, ShownString } from "../../../../src/print/pdf/content/page-content.ts";
import { restoreBlanks } from "../../../../src/print/pdf/content/restore-blanks.ts";

/** Shows lines of text, a code a letter, and tells the content with the blanks restored. */
function restore(
  lines: readonly string[],
  texts: readonly string[],
  blank: string | undefined = "20",
  pages = lines.map(() => 0),
) {
  const hex = (line: string) =>
    [...line].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const text = lines.map((line) => `<${hex(line)}> Tj`).join("\n");
  const stream: ContentStream = {
    text,
    operators: [],
    resources: {},
    forms: new Map(),
    firstNumber: 0,
    marked: true,
  };
  let at = 0;
  const shown = lines.map((line, index): ShownString => {
    const start = text.indexOf("<", at);
    const digitsEnd = text.indexOf(">", start);
    at = digitsEnd + 1;
    return {
      stream,
      page: pages[index] ?? 0,
      mcid: 0,
      font: { digits: 2, texts: new Map(), blank },
      glyphs: [...line],
      missing: 0,
      start,
      digitsEnd,
      end: digitsEnd + "> Tj".length,
      textObject: 0,
      replaced: false,
      x: 0,
      y: index * 14,
      size: 12,
    };
  });
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  restoreBlanks({ shown, texts }, (_, edit) => edits.push(edit));
  let result = text;
  for (const edit of edits.toSorted((one, other) => other.at - one.at)) {
    result = result.slice(0, edit.at) + edit.text + result.slice(edit.end);
  }
  return result
    .replace(
      /<((?:[0-9a-f]{2})+)>(?= Tj)/gi,
      (_, digits: string) => `[${Buffer.from(digits, "hex").toString("latin1")}]`,
    )
    .replace(/\s+/g, " ");
}

it("puts the font's blank behind a line that the document ends with one", () => {
  expect(restore(["one", "two"], ["one two"])).toBe("[one ] Tj [two] Tj");
});

it("has text stand for the last letter where the font has no blank", () => {
  expect(restore(["one", "two"], ["one two"], "")).toBe(
    "[on] Tj /Span<</ActualText<FEFF00650020>>>BDC [e] Tj EMC [two] Tj",
  );
});

it("leaves a broken word whole, and makes the hyphen a soft one", () => {
  expect(restore(["long", "word"], ["longword"])).toBe("[long] Tj [word] Tj");
  expect(restore(["long-", "word"], ["longword"])).toBe(
    "[long] Tj /Span<</ActualText<FEFF00AD>>>BDC [-] Tj EMC [word] Tj",
  );
});

it("leaves a hyphen of the document as it is", () => {
  expect(restore(["well-", "known"], ["well-known"])).toBe("[well-] Tj [known] Tj");
});

it("parts two text nodes on two lines, between which is a line break", () => {
  expect(restore(["one", "two"], ["one", "two"])).toBe("[one ] Tj [two] Tj");
});

it("does not take the end of a page for a line break", () => {
  expect(restore(["one", "two"], ["one", "two"], "20", [0, 1])).toBe("[one] Tj [two] Tj");
  expect(restore(["one", "two"], ["one ", "two"], "20", [0, 1])).toBe("[one ] Tj [two] Tj");
});

it("finds its way past counters, capitals and text that is not shown", () => {
  expect(restore(["1.ONE", "TWO THREE"], [" one two", "hidden words", " three"])).toBe(
    "[1.ONE ] Tj [TWO THREE] Tj",
  );
});

it("finds a glyph among those that a line shows apart", () => {
  const text = "<6f> Tj\n5 0 Td <6e> Tj\n6.5 0 Td <2d> Tj <65> Tj";
  const end = text.indexOf(" <65>");
  const stream = { text, operators: [], resources: {}, forms: new Map(), firstNumber: 0, marked: true };
  const font = { digits: 2, texts: new Map(), blank: "20" };
  const line = { stream, page: 0, textObject: 0, mcid: 0, font, missing: 0, replaced: false, x: 0, size: 12 };
  const first = { ...line, glyphs: ["o", "n", "-"], start: 0, digitsEnd: end - 4, end, y: 0 };
  const second = {
    ...line,
    glyphs: ["e"],
    start: end + 1,
    digitsEnd: text.length - 4,
    end: text.length,
    y: 14,
  };
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  restoreBlanks({ shown: [first, second], texts: ["one"] }, (_, edit) => edits.push(edit));
  expect(edits).toEqual([
    {
      at: text.indexOf("2d"),
      end,
      text: "> Tj\n/Span<</ActualText<FEFF00AD>>>BDC\n<2d> Tj\nEMC",
    },
  ]);
});

it("takes raised letters behind a line for what follows, and lower ones at its start for the next line", () => {
  const text = "<6f> Tj 20 0 Td <6e> Tj <65> Tj";
  const end = text.indexOf(" <65>");
  const stream = { text, operators: [], resources: {}, forms: new Map(), firstNumber: 0, marked: true };
  const font = { digits: 2, texts: new Map(), blank: "20" };
  const line = { stream, page: 0, textObject: 0, mcid: 0, font, missing: 0, replaced: false, size: 12 };
  const first = { ...line, glyphs: ["o", "n"], start: 0, digitsEnd: end - 4, end, x: 10, y: 0 };
  const count = (x: number) => {
    const next = { ...line, glyphs: ["e"], start: end + 1, digitsEnd: text.length - 4, end: text.length };
    const edits: unknown[] = [];
    restoreBlanks({ shown: [first, { ...next, x, y: 6 }], texts: ["on", "e"] }, (_, edit) =>
      edits.push(edit),
    );
    return edits.length;
  };
  expect({ behind: count(31), below: count(30), left: count(12) }).toEqual({ behind: 0, below: 1, left: 1 });
});
