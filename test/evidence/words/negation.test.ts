// Negations of several languages, and quotations that drop one.
import { describe, expect, test } from "vitest";
import { hasNegation, isNegatingAffix } from "../../../src/evidence/words/negation.ts";
import { judgeOf } from "../gate-sample.ts";

describe("a negation", () => {
  test.each([
    [
      "en",
      "not|no|non-members|never|none|nor|neither|without|cannot|nothing|nobody|unless|hardly|don't|Isn't",
    ],
    ["de", "nicht|kein|keinem|nie|niemandem|weder|ohne|kaum|Nichts"],
    ["fr", "ne|n'oblige|pas|jamais|aucune|sans|ni|à moins|guère"],
    ["es", "no|nunca|jamás|ningún|ninguna|tampoco|sin|nadie"],
    ["it", "non|mai|nessuno|nessun|né|senza|a meno|neppure"],
    ["uk", "не|ні|жодна|жодного|без|ніколи|немає"],
    ["ru", "не|нет|никто|никакой|без|нельзя|никогда"],
    ["pl", "nie|żaden|żadnej|bez|nigdy|nikogo|ani"],
  ])("in %s", (language, words) => {
    for (const word of words.split("|")) {
      expect(hasNegation(`x, ${word} x`, language), word).toBe(true);
      expect(hasNegation(`x ${word}`, `${language.toUpperCase()}-XX`), word).toBe(true);
      expect(hasNegation(word, undefined), word).toBe(true);
      expect(hasNegation(word, "sv"), word).toBe(true);
    }
  });

  test.each([
    ["en", "notice", "nobly", "another", "sin", "nie", "cannon", "want"],
    ["de", "Knie", "keimen", "no", "niedrig"],
    ["fr", "nez", "pass", "nicht"],
    ["uk", "небо", "нива", "безпека"],
    ["pl", "niebo", "bezpieczny", "not"],
  ])("is none in %s", (language, ...words) => {
    for (const word of words) expect(hasNegation(word, language), word).toBe(false);
  });

  test("may be a part of a word", () => {
    expect(["un", "non-", "less", "-los", "без", "Un"].filter((part) => !isNegatingAffix(part))).toEqual([]);
    expect(["", "s", "the", "under way"].filter(isNegatingAffix)).toEqual([]);
  });
});

const TEXT = [
  "Nobody of the captains is obliged to pay; a guarantee without teeth is unnecessary, or useless, and un-Velmoran.",
  "The board does not oblige any captain to go unless it must, nor can it.",
];

describe("dropped", () => {
  test("with letters of a word, or a part of a compound", () => {
    expect(
      judgeOf(
        TEXT,
        `- “a guarantee with[in] teeth” [@harbour, ¶1].
- “teeth is [truly]necessary, or” [@harbour, ¶1].
- “is unnecessary, or use[ful], and” [@harbour, ¶1].
- “or useless, and [truly-]Velmoran” [@harbour, ¶1].
- “[truly]necessary, or useless” [@harbour, ¶1].`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “a guarantee with[in] teeth” leaves out a negation: “without” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “teeth is [truly]necessary, or” leaves out a negation: “unnecessary” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “is unnecessary, or use[ful], and” leaves out a negation: “useless” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “or useless, and [truly-]Velmoran” leaves out a negation: “un-Velmoran” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “[truly]necessary, or useless” leaves out a negation: “unnecessary” → Check that the sense is kept, or quote those words too.",
      ]
    `);
  });

  test("is refused where the brackets leave a word that is not the document's", () => {
    expect(
      judgeOf(
        TEXT,
        `- “teeth is [very ]necessary, or” [@harbour, ¶1].
- “or useless, and [truly] Velmoran” [@harbour, ¶1].`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "error cut-word: “teeth is [very ]necessary, or” begins inside a word of S1 ¶1: “unnecessary” → Quote all of “unnecessary”, or nothing of it.",
        "error cut-word: “or useless, and [truly] Velmoran” begins inside a word of S1 ¶1: “un-Velmoran” → Quote all of “un-Velmoran”, or nothing of it.",
      ]
    `);
  });

  test("with words that brackets stand for, at the head of the quotation too", () => {
    expect(
      judgeOf(
        TEXT,
        `- “The board [could] oblige any captain” [@harbour, ¶2].
- “[All] is obliged to pay” [@harbour, ¶1].
- “any captain to go … it must” [@harbour, ¶2].`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “The board [could] oblige any captain” leaves out a negation: “does not” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “[All] is obliged to pay” begins right after a negation: “… Nobody of the captains” → Check that the sense is kept, or begin the quotation earlier.",
        "warning negation-dropped: “any captain to go … it must” leaves out a negation: “unless” → Check that the sense is kept, or quote those words too.",
      ]
    `);
  });

  test("two words before the quotation, but not three", () => {
    expect(
      judgeOf(
        TEXT,
        `- “any captain to go” [@harbour, ¶2].
- “captain to go” [@harbour, ¶2].`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “any captain to go” begins right after a negation: “… board does not oblige” → Check that the sense is kept, or begin the quotation earlier.",
        "warning negation-dropped: “captain to go” ends right before a negation: “unless it must, …” → Check that the sense is kept, or end the quotation later.",
      ]
    `);
  });

  test("in the language of the source, and in any where it is not known", () => {
    const german = ["Der Hafen verpflichtet keinen Kapitän zu zahlen, sagt der Rat."];
    const body = "“Der Hafen verpflichtet … zu zahlen” [@harbour, ¶1].";
    expect(judgeOf(german, body, "de-AT")).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “Der Hafen verpflichtet … zu zahlen” leaves out a negation: “keinen Kapitän” → Check that the sense is kept, or quote those words too.",
      ]
    `);
    expect(judgeOf(german, body, "sv")).toHaveLength(1);
    expect(judgeOf(german, body, "en")).toEqual([]);
  });

  test("not where the letters stay", () => {
    expect(
      judgeOf(
        TEXT,
        `- “[N]obody of the captains” [@harbour, ¶1].
- “without teeth is unnecessar[il]y, or” [@harbour, ¶1].`,
      ),
    ).toEqual([]);
  });
});

test("empty brackets are no editor's mark", () => {
  expect(judgeOf(TEXT, "“a guarantee with[] teeth” [@harbour, ¶1].")).toMatchInlineSnapshot(`
    [
      "error quotation-not-found: “a guarantee with[] teeth” stands in no source; nearest is S1 ¶1: a guarantee [-without-] {+with[]+} teeth → Restore the document's words: [-these-] are missing from the quotation, {+these+} are not in the document.",
    ]
  `);
  expect(judgeOf(TEXT, "“a guarantee with[ ] teeth” [@harbour, ¶1].")).toHaveLength(1);
});
