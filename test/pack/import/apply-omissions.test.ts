// Declared omissions taken out of a document.
import { describe, expect, test } from "vitest";
import { applyOmissions } from "../../../src/pack/import/apply-omissions.ts";

const TEXTS = [
  "US envoys met.",
  "Advertisement",
  "“Finest” oilskins",
  "at the quay",
  "USA, he said.",
  "Advertisement",
];

function apply(texts: readonly string[], ...omissions: [starts: string, ends: string][]) {
  const { passages, stretches, wordless, faults } = applyOmissions(
    texts.map((text, index) => ({ text, line: index * 2 + 1 })),
    omissions.map(([starts, ends], index) => ({ what: `O${index + 1}`, starts, ends })),
  );
  return {
    passages: passages.map(({ line }) => line),
    omitted: stretches.map(
      ({ what, paragraphs }) => `${what} ${paragraphs.map(({ line }) => line).join(" ")}`,
    ),
    wordless: wordless.map(({ line }) => line),
    faults: faults.map(({ what, end, phrase, lines }) => `${what} ${end}: ${phrase} fits ${lines.join(" ")}`),
  };
}

test("none leave all", () => {
  expect(apply(TEXTS)).toEqual({ passages: [1, 3, 5, 7, 9, 11], omitted: [], wordless: [], faults: [] });
});

test("a stretch goes from its first words to its last, folded", () => {
  expect(apply(TEXTS, ['"Finest"', "the quay"])).toEqual({
    passages: [1, 3, 9, 11],
    omitted: ["O1 5 7"],
    wordless: [],
    faults: [],
  });
});

test("the same words twice are two paragraphs", () => {
  expect(apply(TEXTS, ["Advertisement", "Advertisement"], ["Advertisement", "Advertisement"])).toEqual({
    passages: [1, 5, 7, 9],
    omitted: ["O1 3", "O2 11"],
    wordless: [],
    faults: [],
  });
});

test("whole words only", () => {
  expect(apply(TEXTS, ["USA", "said."]).omitted).toEqual(["O1 9"]);
  expect(apply(TEXTS, ["US", "met."]).omitted).toEqual(["O1 1"]);
  expect(apply(TEXTS, ["Advert", "Advertisement"]).faults).toEqual(["O1 starts: Advert fits "]);
  expect(apply(TEXTS, ["“Finest”", "uay"]).faults).toEqual(["O1 ends: uay fits "]);
});

test("words that do not stand there are told, and cover nothing", () => {
  expect(apply(TEXTS, ["Tarpaulins", "quay"], ["USA", "the quay"])).toEqual({
    passages: [1, 3, 5, 7, 9, 11],
    omitted: [],
    wordless: [],
    faults: ["O1 starts: Tarpaulins fits ", "O2 ends: the quay fits "],
  });
});

describe("words that fit several places are told:", () => {
  test("first words, once", () => {
    expect(apply(TEXTS, ["Advertisement", "Advertisement"]).faults).toEqual([
      "O1 starts: Advertisement fits 3 11",
    ]);
    expect(apply(["The box.", "Talk.", "The boat."], ["The", "Talk."]).faults).toEqual([
      "O1 starts: The fits 1 5",
    ]);
  });

  test("first words, in fewer omissions than places", () => {
    const three = ["Share", "One.", "Share", "Two.", "Share"];
    expect(apply(three, ["Share", "Share"], ["Share", "Share"]).faults).toEqual([
      "O1 starts: Share fits 1 5 9",
      "O2 starts: Share fits 5 9",
    ]);
  });

  test("last words", () => {
    const comments = ["Comments", "I said so.", "The end.", "The box was empty.", "The end."];
    expect(apply(comments, ["Comments", "The end."]).faults).toEqual(["O1 ends: The end. fits 5 9"]);
  });

  test("but not last words beyond the next omission", () => {
    const comments = ["Comments", "The end.", "Box.", "Photo: a box", "Text.", "The end."];
    expect(apply(comments, ["Comments", "The end."], ["Photo", "a box"])).toMatchObject({
      omitted: ["O1 1 3", "O2 7"],
      faults: [],
    });
  });

  test("but not a line that is these words and no more", () => {
    const lines = ["Share this article with the board.", "Share", "Text."];
    expect(apply(lines, ["Share", "Share"])).toMatchObject({ omitted: ["O1 3"], faults: [] });
  });

  test("until the words run on into the paragraph beyond", () => {
    expect(apply(TEXTS, ["Advertisement “Finest”", "met. Advertisement"])).toMatchObject({
      omitted: ["O1 3"],
      faults: [],
    });
    const comments = ["Comments", "I said so.", "The end.", "The box was empty.", "The end."];
    expect(apply(comments, ["Comments", "so. The end."])).toMatchObject({
      omitted: ["O1 1 3 5"],
      faults: [],
    });
  });
});

test("a paragraph without a letter or a digit is no passage, and may be omitted", () => {
  expect(apply(["One.", "* * *", "Two.", "—", "3"])).toMatchObject({ passages: [1, 5, 9], wordless: [3, 7] });
  expect(apply(["One.", "* * *", "Two.", "—"], ["* * *", "* * *"])).toMatchObject({
    passages: [1, 5],
    omitted: ["O1 3"],
    wordless: [7],
  });
});
