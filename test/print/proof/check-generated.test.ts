// What is told of generated texts that are not in the PDF as they were laid out.
import { expect, it } from "vitest";
import { checkGenerated } from "../../../src/print/proof/check-generated.ts";

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
