// Of any text: a true excerpt is found, an altered one is not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchQuotation } from "../../src/evidence/matching/match-quotation.ts";
import { readQuotation } from "../../src/evidence/matching/read-segments.ts";
import { hashPassages, hashQuotation } from "../../src/evidence/receipts/receipts.ts";
import { foldText } from "../../src/evidence/words/fold-text.ts";
import { foldPassages } from "../../src/evidence/words/folded-text.ts";

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
      "un-Velmoran",
      "−5",
      "20–25",
      "6:30",
      "7\u2009000",
      "not",
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
  return matchQuotation(readQuotation(quotation), foldPassages(passages), [{ from, to }]);
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

describe("with editors' marks", () => {
  /** Words each of which stands once in a document, so that no altered quotation stands there by chance. */
  const WORDS = [
    "the toll board ship Velmora harbour crowns agreed captain oblige lamp mole guarantee members є Élan NATO",
    "not never without nor can’t doesn’t pilot’s under-staffed un-Velmoran well-known F-16 U.S.-led",
    "3,000 1904 6:30 20–25 −5 28-point 7/8 (perhaps) “rope” sand; dawn, watch burnt night relieved",
  ]
    .join(" ")
    .split(" ");
  const NEGATIONS = new Set(["not", "never", "without", "nor"]);

  /** A word of the excerpt with what an editor did to it. */
  type Edit = "none" | "elided" | "replaced" | "capital" | "ending" | "inserted" | "remark";
  interface Word {
    readonly word: string;
    readonly edit: Edit;
  }

  function fits({ word, edit }: Word): boolean {
    if (edit === "capital") return /^\p{Ll}{2}/u.test(word);
    return edit !== "ending" || /\p{L}$/u.test(word);
  }

  const anyEdit = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Edit>("none") },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Edit>("elided", "replaced", "capital", "ending", "inserted", "remark"),
    },
  );
  /** Two passages, and a stretch of the second with an editor's marks. */
  const edited = fc
    .record({
      words: fc.shuffledSubarray(WORDS, { minLength: 20 }),
      at: fc.nat({ max: 8 }),
      edits: fc.array(anyEdit, { minLength: 5, maxLength: 12 }),
    })
    .filter(({ edits }) => edits.includes("none"))
    .map(({ words, at, edits }) => {
      const quoted = edits.map((edit, index): Word => ({ word: words[at + index] ?? "", edit }));
      return {
        passages: [WORDS.filter((one) => !words.includes(one)).join(" "), words.join(" ")],
        quoted: quoted.map((one): Word => (fits(one) ? one : { ...one, edit: "none" })),
      };
    });

  function show({ word, edit }: Word): string {
    const shown: Readonly<Record<Edit, string>> = {
      none: word,
      elided: "[…]",
      replaced: "[it]",
      capital: `[${word.charAt(0).toUpperCase()}]${word.slice(1)}`,
      ending: `${word}[s]`,
      inserted: `[indeed] ${word}`,
      remark: `${word} [sic]`,
    };
    return shown[edit];
  }

  const write = (words: readonly Word[]): string => words.map(show).join(" ");
  const isPlain = (one: Word | undefined): boolean => one?.edit === "none";

  test("a true excerpt is found in its passage, and nowhere else", () => {
    fc.assert(
      fc.property(edited, ({ passages, quoted }) => {
        expect(find(write(quoted), passages, 2, 2), write(quoted)).toBeDefined();
        expect(find(write(quoted), passages)).toMatchObject({ from: 2, to: 2 });
        expect(find(write(quoted), passages, 1, 1)).toBeUndefined();
      }),
      RUNS,
    );
  });

  /** Refuses what an alteration makes of an excerpt; `alter` gives nothing where it can't be made. */
  function refused(alter: (quoted: readonly Word[], at: number) => readonly Word[] | undefined): void {
    let made = 0;
    fc.assert(
      fc.property(edited, fc.nat(), ({ passages, quoted }, number) => {
        const altered = alter(quoted, number % quoted.length);
        if (altered === undefined) return;
        made += 1;
        expect(find(write(altered), passages), write(altered)).toBeUndefined();
        expect(hashQuotation(write(altered))).not.toBe(hashQuotation(write(quoted)));
      }),
      { numRuns: 1_000 },
    );
    expect(made).toBeGreaterThan(10);
  }

  /** Alters a word that the quotation keeps, or what it keeps of one. */
  function refusedWord(change: (word: string) => string | undefined): void {
    refused((quoted, at) => {
      const { word = "", edit } = quoted[at] ?? {};
      if (edit === undefined || edit === "elided" || edit === "replaced") return undefined;
      // The altered capital may be either; what follows it may not.
      const head = edit === "capital" ? word.charAt(0) : "";
      const changed = change(word.slice(head.length));
      if (changed === undefined || head + changed === word) return undefined;
      return quoted.with(at, { word: head + changed, edit });
    });
  }

  test("one with a letter altered is not", () => {
    refusedWord((word) => word.replace(/\p{L}/u, (letter) => (letter === "x" ? "y" : "x")));
    refusedWord((word) => word.replace(/\p{L}(?=\P{L}*$)/u, (letter) => (letter === "x" ? "y" : "x")));
  });
  test("one with a letter of other case is not", () => {
    const turn = (letter: string): string =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
    refusedWord((word) => word.replace(/\p{L}/u, turn));
    refusedWord((word) => word.replace(/\p{L}(?=\P{L}*$)/u, turn));
  });
  test("one with a digit altered is not", () => {
    const next = (digit: string): string => String((Number(digit) + 1) % 10);
    refusedWord((word) => word.replace(/\d/, next));
    refusedWord((word) => word.replace(/\d(?=\D*$)/, next));
  });
  test("one with a hyphen or a sign dropped, parted or put in is not", () => {
    refusedWord((word) => word.replace(/[-–−]/, ""));
    refusedWord((word) => word.replace(/[-–]/, " "));
    refusedWord((word) => word.replace(/^(\p{L}{2})(?=\p{L}{2})/u, "$1-"));
  });
  test("one with a contraction made positive is not", () => {
    refusedWord((word) => word.replace("doesn’t", "does").replace("can’t", "can"));
  });

  test("one with its first or last word cut is not", () => {
    refused((quoted) => {
      const { word = "" } = quoted[0] ?? {};
      const cut = isPlain(quoted[0]) && /^[\p{L}\p{N}−][\p{L}\p{N}-]/u.test(word);
      return cut ? quoted.with(0, { word: word.slice(1), edit: "none" }) : undefined;
    });
    refused((quoted) => {
      const { word = "" } = quoted.at(-1) ?? {};
      const cut = isPlain(quoted.at(-1)) && /[\p{L}\p{N}]{2}$/u.test(word);
      return cut ? quoted.with(-1, { word: word.slice(0, -1), edit: "none" }) : undefined;
    });
  });
  test("one with half of a compound or a number is not", () => {
    refused((quoted) => {
      const { word = "" } = quoted[0] ?? {};
      const half = /^[^-–:/,]+[-–:/,](?=[\p{L}\p{N}])/u.exec(word)?.[0];
      if (half === undefined || !isPlain(quoted[0])) return undefined;
      return quoted.with(0, { word: word.slice(half.length), edit: "none" });
    });
    refused((quoted) => {
      const { word = "" } = quoted.at(-1) ?? {};
      const half = /^[^-–:/,]+(?=[-–:/,][\p{L}\p{N}])/u.exec(word)?.[0];
      if (half === undefined || !isPlain(quoted.at(-1))) return undefined;
      return quoted.with(-1, { word: half, edit: "none" });
    });
  });

  const isBetween = (quoted: readonly Word[], at: number): boolean =>
    [at - 1, at, at + 1].every((index) => index >= 0 && isPlain(quoted[index]));

  test("one with a word dropped between others is not, a negation least of all", () => {
    refused((quoted, at) => (isBetween(quoted, at) ? quoted.toSpliced(at, 1) : undefined));
    refused((quoted) => {
      const at = quoted.findIndex(({ word }, index) => NEGATIONS.has(word) && isBetween(quoted, index));
      return at < 0 ? undefined : quoted.toSpliced(at, 1);
    });
  });
  test("one with a word added, or swapped with the next, is not", () => {
    refused((quoted, at) => quoted.toSpliced(at, 0, { word: "zebra", edit: "none" }));
    refused((quoted, at) => {
      const [one, next] = [quoted[at], quoted[at + 1]];
      if (one === undefined || next === undefined || !isPlain(one) || !isPlain(next)) return undefined;
      return quoted.with(at, next).with(at + 1, one);
    });
  });
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
