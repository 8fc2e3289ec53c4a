// Whether a source names the person to whom its words are attributed.
import { describe, expect, test } from "vitest";
import { isNamed } from "../../../src/evidence/speakers/named-speaker.ts";
import { foldPassages } from "../../../src/evidence/words/folded-text.ts";
import { judge } from "../gate-sample.ts";

const ENGLISH = foldPassages([
  "One of the officials of the Board spoke; so did the pilot, Ilva Tamm, and the clerk’s friend Søren Müller.",
]);
const UKRAINIAN = foldPassages(["Так сказав Володимир Бойко з НАТО (NATO)."]);

test.each([
  "Ilva Tamm",
  "Captain Tamm (of the harbour)",
  "Tamm, the pilot",
  "Ilva Tamm Jr",
  "Soren Muller",
  "an official",
  "a senior official of Velmora",
  "the board",
  "Velmora’s officials",
])("%s is named", (speaker) => {
  expect(isNamed(speaker, ENGLISH)).toBe(true);
});

test.each(["Nobody", "Ilva Nobody", "the secretary", "Clerk", "amm"])("%s is not", (speaker) => {
  expect(isNamed(speaker, ENGLISH)).toBe(false);
});

test("a name in another script can't be compared", () => {
  expect(isNamed("Volodymyr Boiko", UKRAINIAN)).toBe(true);
  expect(isNamed("Володимир Бойко", UKRAINIAN)).toBe(true);
  expect(isNamed("Володимир Коваль", UKRAINIAN)).toBe(false);
});

describe("in the gate", () => {
  test("a speaker whom nobody names is a warning", () => {
    expect(
      judge(`- “the guarantee came to nothing” [@harbour, ¶2, quoting Ilva Tamm].
- “the guarantee came to nothing” [@harbour, ¶2, quoting Nobody].`),
    ).toMatchInlineSnapshot(`
      [
        "warning unknown-speaker: no passage of S1 names Nobody, to whom the citation attributes the words → Check the attribution, and name the speaker as the source does.",
      ]
    `);
  });
});
