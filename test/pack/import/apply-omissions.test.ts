// Declared omissions taken out of a document.
import { expect, test } from "vitest";
import { applyOmissions } from "../../../src/pack/import/apply-omissions.ts";

const PARAGRAPHS = [
  "US envoys met.",
  "Advertisement",
  "“Finest” oilskins",
  "at the quay",
  "USA, he said.",
  "Advertisement",
].map((text, index) => ({ text, line: index * 2 + 1 }));

function apply(...omissions: [starts: string, ends: string][]) {
  const { passages, omitted, unmatched } = applyOmissions(
    PARAGRAPHS,
    omissions.map(([starts, ends], index) => ({ what: `O${index + 1}`, starts, ends })),
  );
  return {
    passages: passages.map(({ line }) => line),
    omitted: omitted.map(({ what, paragraph }) => `${what} ${paragraph.line}`),
    unmatched,
  };
}

test("none leave all", () => {
  expect(apply()).toEqual({ passages: [1, 3, 5, 7, 9, 11], omitted: [], unmatched: [] });
});

test("a stretch goes from its first words to its last, folded", () => {
  expect(apply(['"Finest"', "the quay"])).toEqual({
    passages: [1, 3, 9, 11],
    omitted: ["O1 5", "O1 7"],
    unmatched: [],
  });
});

test("the same words twice are two paragraphs", () => {
  expect(apply(["Advertisement", "Advertisement"], ["Advertisement", "Advertisement"])).toEqual({
    passages: [1, 5, 7, 9],
    omitted: ["O1 3", "O2 11"],
    unmatched: [],
  });
});

test("whole words only", () => {
  expect(apply(["USA", "said."]).omitted).toEqual(["O1 9"]);
  expect(apply(["US", "met."]).omitted).toEqual(["O1 1"]);
  expect(apply(["Advert", "Advertisement"]).unmatched).toEqual([{ what: "O1", phrase: "Advert" }]);
  expect(apply(["Advertisement", "uay"]).unmatched).toEqual([{ what: "O1", phrase: "uay" }]);
});

test("words that do not stand there are told, and cover nothing", () => {
  expect(apply(["Tarpaulins", "quay"], ["USA", "the quay"])).toEqual({
    passages: [1, 3, 5, 7, 9, 11],
    omitted: [],
    unmatched: [
      { what: "O1", phrase: "Tarpaulins" },
      { what: "O2", phrase: "the quay" },
    ],
  });
});
