// A print that is not whole, or not as pagedjs-cli makes it, is told of.
import { expect, it } from "vitest";
import { findDifference, findMissing } from "./check-output.ts";

it("finds a paragraph that no page holds, and takes words cut at the end of a line as whole", () => {
  const pages = ["Paragraph 1.1 The trea ty holds.", "Paragraph 1.3 It ends."];
  expect(findMissing(pages, ["Paragraph 1.1 The treaty", "Paragraph 1.3 It"])).toEqual([]);
  expect(findMissing(pages, ["Paragraph 1.2 The", "Paragraph 1.3 It", "Paragraph 1.4"])).toEqual([
    "2 paragraphs are missing, first: Paragraph 1.2 The",
  ]);
});

it("finds another number of pages, and other text on one", () => {
  expect(findDifference(["a b", "c"], ["a  b", "c"])).toEqual([]);
  expect(findDifference(["a", "c"], ["a"])).toEqual(["2 pages, but 1 by pagedjs-cli"]);
  expect(findDifference(["a", "c"], ["a", "d"])).toEqual(["page 2 has other text than by pagedjs-cli"]);
});
