// Content that runs from right to left, told apart in its elements with what it reads as.
import { describe, expect, it } from "vitest";
import type { ContentStream, ShownString } from "../../../src/print/pdf/content/page-content.ts";
import type { PrintedText } from "../../../src/print/pdf/facts.ts";
import { orderText } from "../../../src/print/pdf/order-text.ts";
import type { PrintedKid } from "../../../src/print/pdf/structure/read-structure.ts";

const STREAM: ContentStream = {
  text: "",
  operators: [],
  resources: {},
  forms: new Map(),
  firstNumber: 0,
  marked: true,
};

/** Strings on a page: their number, their text and the line they are on. */
const show = (...strings: readonly (readonly [mcid: number, text: string, line: number])[]) =>
  strings.map(
    ([mcid, text, line], start): ShownString => ({
      stream: STREAM,
      page: 0,
      mcid,
      font: { digits: 2, texts: new Map(), blank: undefined },
      glyphs: [...text],
      missing: 0,
      start,
      digitsEnd: 0,
      end: 0,
      textObject: start,
      replaced: false,
      x: 0,
      y: line * 14,
      size: 10,
    }),
  );

const make = (role: string, mark: string, ...kids: readonly (PrintedKid | number)[]): PrintedKid => ({
  role,
  mark,
  facts: undefined,
  attributes: [],
  kids: kids.map((kid) => (typeof kid === "number" ? { page: 0, mcid: kid } : kid)),
});

const print = (kids: readonly PrintedKid[]): string =>
  kids
    .map((kid) => {
      if ("annotation" in kid) return "area";
      return "mcid" in kid
        ? String(kid.mcid)
        : `${kid.reads ? `«${kid.reads}»` : kid.role}(${print(kid.kids)})`;
    })
    .join(" ");

const order = (
  printed: readonly PrintedKid[],
  shown: readonly ShownString[],
  texts: readonly PrintedText[],
) =>
  orderText(
    {
      printed,
      contents: [{ stream: STREAM, shown }],
      given: new Map(),
      apart: new Set(),
      unused: -10,
      lost: [],
    },
    texts,
  );

describe("text from right to left", () => {
  it("is told apart line by line, each with a number of its own", () => {
    const shown = show([1, "One ", 0], [1, "דגבא", 0], [1, "חזוה", 1], [1, " two", 1]);
    const texts = [{ mark: "1-1", text: "One אבגד הוזח two", page: 0 }];
    const { printed, contents, given, unordered } = order([make("P", "1-1", 1)], shown, texts);
    expect(print(printed)).toBe("P(-10 «אבגד »(-11) «הוזח»(-12) -13)");
    expect(contents[0]?.shown.map(({ mcid }) => mcid)).toEqual([-10, -11, -12, -13]);
    expect([...(given.get(STREAM) ?? [])]).toEqual([
      [0, -10],
      [1, -11],
      [2, -12],
      [3, -13],
    ]);
    expect(unordered).toBe(0);
  });

  it("leaves all as it is where nothing runs that way", () => {
    const texts = [{ mark: "1-1", text: "One two", page: 0 }];
    const { printed, unordered } = order([make("P", "1-1", 1)], show([1, "two One", 0]), texts);
    expect([print(printed), unordered]).toEqual(["P(1)", 0]);
  });

  it("is counted where its letters are not known, but not what stands beside it and runs the other way", () => {
    const item = make("LI", "1-1", make("Lbl", "", 1), 2);
    const texts = [{ mark: "1-1", text: "שלום", page: 0 }];
    const { printed, unordered } = order([item], show([1, "2024.", 0], [2, "קוחר", 0]), texts);
    expect([print(printed), unordered]).toEqual(["LI(Lbl(1) 2)", 1]);
  });
});
