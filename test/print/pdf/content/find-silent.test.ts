// Blocks that are painted and that nobody hears.
import { expect, it } from "vitest";
import { findSilent } from "../../../../src/print/pdf/content/find-silent.ts";

const text = (mark: string, words: string, page = 0) => ({ mark, text: words, page });
const shown = (words: string, page = 0) => ({ page, glyphs: [...words] });

it("finds a block of which nothing is shown as its own", () => {
  const texts = [text("1-1", "Pears"), text("1-2", "5"), text("1-3", "Apples are "), text("1-3", "red.")];
  expect(findSilent(texts, new Map([["1-1", [shown("Pears")]]]))).toEqual([
    { page: 0, text: "5", owners: ["1-2"] },
    { page: 0, text: "Apples are red.", owners: ["1-3"] },
  ]);
});

it("finds what is shown on another page alone", () => {
  const texts = [text("1-1", "Words on two"), text("1-1", "pages.", 1)];
  const blocks = new Map([["1-1", [shown("Words on two")]]]);
  expect(findSilent(texts, blocks)).toEqual([{ page: 1, text: "pages.", owners: ["1-1"] }]);
});

it("passes over a block that is read as part of one around it, in one string or several", () => {
  const blocks = new Map([["1-1", [shown("Name"), shown("Two "), shown("words")]]]);
  expect(findSilent([text("1-2", " two words "), text("1-3", "NAME")], blocks)).toEqual([]);
  expect(findSilent([text("1-2", "Two word")], blocks)).toHaveLength(1);
});

it("asks nothing of blocks without letters, nor of what is not to be heard", () => {
  const texts = [text("1-1", " – "), { ...text("1-2", "Decoration"), unspoken: true as const }];
  expect(findSilent(texts, new Map())).toEqual([]);
});
