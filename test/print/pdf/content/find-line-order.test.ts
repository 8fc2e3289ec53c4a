// In what order lines are read that are painted from left to right.
import { describe, expect, it } from "vitest";
import {
  findLineOrder,
  type PaintedLine,
  UNKNOWN,
} from "../../../../src/print/pdf/content/find-line-order.ts";

const line = (...strings: readonly string[]): PaintedLine => ({
  strings,
  ends: strings.map(() => true),
  fixed: false,
});

/** What each line reads as: its strings as they are painted, what stands for them in guillemets. */
const read = (text: string, ...lines: readonly PaintedLine[]) =>
  findLineOrder(lines, text).map((pieces, index) => {
    if (pieces === undefined || pieces === UNKNOWN) return pieces;
    const strings = lines[index]?.strings ?? [];
    return pieces
      .map(({ first, end, reads }) =>
        reads === undefined ? strings.slice(first, end).join("") : `«${reads}»`,
      )
      .join("");
  });

describe("a line", () => {
  it("reads as the document has it, with its blanks and signs", () => {
    expect(read("שלום, עולם (12)!", line("!(12) ", "םלוע ,םולש"))).toEqual(["«שלום, עולם (12)!»"]);
  });

  it("ends where the next begins, with the white space between them", () => {
    expect(read("אבגד הוזח טיכל", line("דגבא"), line("חזוה"), line("לכיט"))).toEqual([
      "«אבגד »",
      "«הוזח »",
      "«טיכל»",
    ]);
  });

  it("is left as it is painted where it reads so", () => {
    expect(read("A line of text", line("A line "), line("of text"))).toEqual([undefined, undefined]);
  });

  it("has no more replaced than what is painted otherwise", () => {
    expect(read("The words שלום עולם are old", line("The words ", "םלוע םולש", " are ", "old"))).toEqual([
      "The words «שלום עולם» are old",
    ]);
  });

  it("is not cut within what cannot be told apart", () => {
    const joined = { ...line("The words ", "םולש", " are"), ends: [false, true, true] };
    expect(read("The words שלום are", joined)).toEqual(["«The words שלום» are"]);
  });

  it("is known by its letters, whatever their shape, their marks and their size", () => {
    expect(read("لا شُكر SS", line("SS ", "ﺮﻜﺷ ", "ﻻ"))).toEqual(["«لا شُكر SS»"]);
    expect(read("נִקּוּד ss", line("ss ", "דוקנ"))).toEqual(["«נִקּוּד ss»"]);
  });

  it("may end with a hyphen that is not in the document", () => {
    expect(read("הבט\u00adחה רבה", line("-טבה"), line("הבר החה"))).toEqual(["«הבט»", UNKNOWN]);
    expect(read("הבט\u00adחה רבה", line("-טבה"), line("הבר הח"))).toEqual(["«הבט»", "«חה רבה»"]);
  });

  it("is found behind what is not shown, and does not lead the others astray", () => {
    expect(read("נסתר שלום עולם", line("•"), line("םולש"), line("םלוע"))).toEqual([
      undefined,
      "«שלום »",
      "«עולם»",
    ]);
  });

  it("is found again where something like a later line stands before it", () => {
    expect(read("בשנת 2024. שלום", line("2024."), line(".2024 תנשב"), line("םולש"))).toEqual([
      undefined,
      "«בשנת 2024. »",
      "«שלום»",
    ]);
  });

  it("is said to be unknown where its letters are not in the document", () => {
    expect(read("שלום עולם", line("םלוע קוחר"), line("םלוע םולש"))).toEqual([UNKNOWN, "«שלום עולם»"]);
  });

  it("counts in what is read otherwise, and is not replaced there", () => {
    expect(read("אבגד הוזח", { ...line("דגבא"), fixed: true }, line("חזוה"))).toEqual([undefined, "«הוזח»"]);
  });
});
