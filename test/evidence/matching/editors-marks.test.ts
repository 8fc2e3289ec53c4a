// The marks of an editor in a quotation.
import { expect, test } from "vitest";
import { quotedWords, splitAtMarks } from "../../../src/evidence/matching/editors-marks.ts";

test.each([
  ["one … two", [{ kind: "words", text: "one " }, { kind: "elision" }, { kind: "words", text: " two" }]],
  ["one […] two", [{ kind: "words", text: "one " }, { kind: "elision" }, { kind: "words", text: " two" }]],
  [
    "one [. . .] two",
    [{ kind: "words", text: "one " }, { kind: "elision" }, { kind: "words", text: " two" }],
  ],
  ["one ... two", [{ kind: "words", text: "one " }, { kind: "elision" }, { kind: "words", text: " two" }]],
  [
    "one [of them] two",
    [
      { kind: "words", text: "one " },
      { kind: "change", text: "of them", joined: false },
      { kind: "words", text: " two" },
    ],
  ],
  [
    "ship[s]",
    [
      { kind: "words", text: "ship" },
      { kind: "change", text: "s", joined: true },
    ],
  ],
  [
    "[T]he toll",
    [
      { kind: "capital", letter: "T" },
      { kind: "words", text: "he toll" },
    ],
  ],
  [
    "the [a]",
    [
      { kind: "words", text: "the " },
      { kind: "change", text: "a", joined: false },
    ],
  ],
  [
    "recieve [sic] it",
    [
      { kind: "words", text: "recieve " },
      { kind: "words", text: " it" },
    ],
  ],
  ["it [emphasis added]", [{ kind: "words", text: "it " }]],
])("%s", (quotation, pieces) => {
  expect(splitAtMarks(quotation)).toEqual(pieces);
});

test("only the document's own words count as quoted", () => {
  expect(quotedWords("[T]he toll [of 1904] … was “paid[s]” [sic], in full [emphasis added]")).toBe(
    "The toll was “paid” , in full",
  );
  expect(quotedWords("[all of it] …")).toBe("");
});

test.each(["one.... two", "one. . . . two", "one…. two", "one… two", "one?.. two"])(
  "%s leaves something out",
  (quotation) => {
    const [first, ...rest] = splitAtMarks(quotation);
    expect(first).toEqual({ kind: "words", text: quotation.includes("?") ? "one?" : "one" });
    expect(rest).toEqual([{ kind: "elision" }, { kind: "words", text: " two" }]);
  },
);

test.each(["with[] teeth", "with [] teeth", "with[ ] teeth", "[\u00a0]with teeth"])(
  "%s holds no mark",
  (quotation) => {
    expect(splitAtMarks(quotation)).toEqual([{ kind: "words", text: quotation }]);
  },
);

test("marks of the document's own stay with the words", () => {
  expect(splitAtMarks("he [sic] said … [so]", (mark) => mark !== "…")).toEqual([
    { kind: "words", text: "he [sic] said " },
    { kind: "elision" },
    { kind: "words", text: " [so]" },
  ]);
});

test("brackets without end are no marks, and cost no time", () => {
  expect(splitAtMarks("an [open bracket")).toEqual([{ kind: "words", text: "an [open bracket" }]);
  const start = performance.now();
  splitAtMarks("[".repeat(50_000));
  splitAtMarks(`[${" ".repeat(50_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
