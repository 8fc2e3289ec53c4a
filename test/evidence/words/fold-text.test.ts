// What two copies of the same words may differ in.
import { describe, expect, test } from "vitest";
import { foldText, wordsOf } from "../../../src/evidence/words/fold-text.ts";

describe("folded alike", () => {
  test.each([
    ["composed and decomposed letters", "Tallinn vo\u0302tab caf\u00e9", "Tallinn v\u00f4tab cafe\u0301"],
    ["white space of every kind", " one\u00a0two\tthree\r\n four ", "one two three four"],
    ["quotation marks of every shape", "“one” «two» „three‟ ＂four＂", "'one' 'two' 'three' 'four'"],
    ["a mark made of two single ones", "he said.’’ ''So''", "he said.' 'So'"],
    ["apostrophes", "don’t don't don´t donʼt", "don't don't don't don't"],
    ["an inner quotation that changes its marks", "“‘Yes’”", "'Yes'"],
    ["dashes", "a–b — c―d", "a-b - c-d"],
    ["dashes typed as hyphens", "one--two --- three", "one - two — three"],
    ["soft hyphens and spaces of no width", "har\u00adbour\u200b", "harbour"],
    ["marks of direction", "\u200e\u202ahar\u200fbour\u202e \u2066toll\u2069", "harbour toll"],
    ["joiners, selectors and signs of no width", "a\u2060b\u200dc\ufe0fd\ufeff\u061c", "abcd"],
    ["a mark that hides between a letter and its accent", "cafe\u200b\u0301", "caf\u00e9"],
    ["the line end of a mainframe", "one\u0085two \u0085 three\u0085", "one two three"],
  ])("%s", (_name, left, right) => {
    expect(foldText(left)).toBe(foldText(right));
  });
});

describe("told apart", () => {
  test.each([
    ["case", "The toll", "the toll"],
    ["a comma", "pay, and go", "pay and go"],
    ["an accent", "resume", "résumé"],
    ["words run together", "every one", "everyone"],
    ["a word more", "shall pay", "shall not pay"],
  ])("%s", (_name, left, right) => {
    expect(foldText(left)).not.toBe(foldText(right));
  });
});

test("folding twice changes nothing more", () => {
  const text = " “One--two”—‘three’ --- four\u00a0… -- ";
  expect(foldText(foldText(text))).toBe(foldText(text));
});

test("words hold a letter or a digit", () => {
  expect(wordsOf("One — two, 3,000 … doesn’t [;] € end.")).toEqual([
    "One",
    "two,",
    "3,000",
    "doesn’t",
    "end.",
  ]);
});
