// What is told of texts that no screen reader would read.
import { expect, it } from "vitest";
import { checkGenerated, checkSilent } from "../../../src/print/proof/check-spoken.ts";

it("names the text, its page and the line of the nearest element whose place is known", () => {
  const places = { "2-1": { file: "content/summary.md", line: 7 } };
  const [problem, ...others] = checkGenerated(
    [{ page: 1, text: " (opens elsewhere)", owners: ["2-5", "2-1"] }],
    places,
    10,
  );
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: "text-unspoken",
    severity: "error",
    place: { file: "content/summary.md", line: 7, column: 1 },
  });
  expect(problem?.message).toMatch(/on page 12 .*: “\(opens elsewhere\)”\.$/);
  expect(checkGenerated([], places, 0)).toEqual([]);
});

it("names a block of the document that nobody hears, with its page and line", () => {
  const places = { "2-1": { file: "content/summary.md", line: 7 } };
  const [problem, ...others] = checkSilent([{ page: 0, text: "5", owners: ["2-1"] }], places, 3);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "text-unspoken", place: { file: "content/summary.md", line: 7 } });
  expect(problem?.message).toMatch(/^Text on page 4 .*: “5”\.$/);
});
