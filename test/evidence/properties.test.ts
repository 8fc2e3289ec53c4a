// Of any text: a true excerpt is found, an altered one is not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../src/evidence/fold-text.ts";
import { foldPassages, matchQuotation } from "../../src/evidence/match-quotation.ts";
import { hashPassages, hashQuotation } from "../../src/evidence/receipts.ts";

const RUNS = { numRuns: 300 };

/** Words of few kinds, so that many occur more than once. */
const word = fc
  .tuple(
    fc.constantFrom("", "", "", "“", "("),
    fc.constantFrom(
      "the",
      "toll",
      "board",
      "ship",
      "Velmora",
      "can’t",
      "3,000",
      "pilot’s",
      "well-known",
      "є",
      "a",
      "NATO",
    ),
    fc.constantFrom("", "", "", "", ",", ".", ";", "”", "?", " —"),
  )
  .map((pieces) => pieces.join(""));
const passage = fc.array(word, { minLength: 4, maxLength: 40 }).map((words) => words.join(" "));
const document = fc.array(passage, { minLength: 1, maxLength: 5 });

/** A stretch of one passage: its words and where it stands. */
const excerpt = document.chain((passages) =>
  fc.nat({ max: passages.length - 1 }).chain((index) => {
    const words = (passages[index] ?? "").split(" ");
    return fc
      .tuple(fc.nat({ max: words.length - 3 }), fc.integer({ min: 3, max: 12 }))
      .map(([from, length]) => ({ passages, passage: index + 1, words: words.slice(from, from + length) }));
  }),
);

function find(quotation: string, passages: readonly string[], from = 1, to = passages.length) {
  return matchQuotation(quotation, foldPassages(passages), from, to);
}

/** Whether words stand in a passage by a comparison of its own: as a run of whole words. */
function standsPlainly(words: readonly string[], passages: readonly string[]): boolean {
  const bare = (text: string): string =>
    ` ${(foldText(text).match(/[\p{L}\p{N}]+(?:[',.][\p{L}\p{N}]+)*/gu) ?? []).join(" ")} `;
  return bare(passages.join(" ")).includes(bare(words.join(" ")));
}

describe("a true excerpt is found in its passage", () => {
  test("as it is, and with other marks and spaces", () => {
    fc.assert(
      fc.property(excerpt, ({ passages, passage: number, words }) => {
        const text = words.join(" ");
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        expect(find(text, passages, number, number)).toBeDefined();
        const other = text
          .replaceAll(/[“”]/g, '"')
          .replaceAll("’", "'")
          .replaceAll(" — ", "--")
          .replaceAll(" ", "  ");
        expect(find(other, passages, number, number)).toBeDefined();
      }),
      RUNS,
    );
  });

  test("with words of its middle left out or replaced, a capital altered, a remark put in", () => {
    fc.assert(
      fc.property(
        excerpt,
        fc.constantFrom("…", "[…]", "...", "[it]"),
        fc.nat(),
        ({ passages, passage: number, words }, mark, at) => {
          fc.pre(words.length >= 3);
          const cut = 1 + (at % (words.length - 2));
          fc.pre(/[\p{L}\p{N}]/u.test(words.toSpliced(cut, 1).join(" ")));
          const elided = words.with(cut, mark).join(" ");
          expect(find(elided, passages, number, number)).toBeDefined();
          const remarked = words.toSpliced(cut, 0, "[sic]").join(" ");
          expect(find(remarked, passages, number, number)).toBeDefined();
          const [first = "", ...rest] = words;
          fc.pre(/^[a-z]{2}/.test(first));
          const altered = [`[${first.charAt(0).toUpperCase()}]${first.slice(1)}`, ...rest].join(" ");
          expect(find(altered, passages, number, number)).toBeDefined();
        },
      ),
      RUNS,
    );
  });
});

describe("an altered excerpt is not found", () => {
  const refused = (change: (words: readonly string[], at: number) => readonly string[]) =>
    fc.assert(
      fc.property(excerpt, fc.nat(), ({ passages, words }, number) => {
        const changed = change(words, 1 + (number % Math.max(1, words.length - 2)));
        fc.pre(!standsPlainly(changed, passages));
        expect(find(changed.join(" "), passages)).toBeUndefined();
        expect(hashQuotation(changed.join(" "))).not.toBe(hashQuotation(words.join(" ")));
      }),
      RUNS,
    );

  test("with a word changed", () =>
    refused((words, at) => words.with(Math.min(at, words.length - 1), "zebra")));
  test("with a word added", () => refused((words, at) => words.toSpliced(at, 0, "never")));
  test("with a word dropped from its middle", () => refused((words, at) => words.toSpliced(at, 1)));
  test("with two words swapped", () =>
    refused((words, at) => words.with(at, words[at - 1] ?? "").with(at - 1, words[at] ?? "")));
  test("with a word of other case", () =>
    refused((words, at) => words.map((one, index) => (index === at ? `Q${one.toUpperCase()}` : one))));
  test("with its last word cut", () =>
    refused((words) => words.map((one, index) => (index === words.length - 1 ? `${one}x` : one))));
});

test("no quotation and no text makes the comparison fail or take long", () => {
  const piece = fc.constantFrom(
    "a",
    "[",
    "]",
    "…",
    "[…]",
    "[x]",
    "-",
    "'",
    "’",
    " ",
    "\\",
    "(",
    "*",
    "+",
    "\ud83d\ude00",
    ".",
    "a[b]c",
  );
  const hostile = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(""));
  const start = performance.now();
  fc.assert(
    fc.property(hostile, fc.array(hostile, { maxLength: 4 }), (quotation, passages) => {
      const match = find(quotation, passages);
      if (match === undefined) return;
      expect(match.from).toBeGreaterThanOrEqual(1);
      expect(match.to).toBeLessThanOrEqual(passages.length);
      expect(match.from).toBeLessThanOrEqual(match.to);
    }),
    { numRuns: 1_000 },
  );
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("folding is stable, and the fingerprint of a text does not see what folding does not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(hashPassages([` ${text}\u00a0`])).toBe(hashPassages([text]));
    }),
    RUNS,
  );
});
