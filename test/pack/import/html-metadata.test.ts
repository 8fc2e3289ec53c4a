// The title of a saved page, told apart from the name of its site.
import { expect, test } from "vitest";
import { choosePageTitle } from "../../../src/pack/import/html-metadata.ts";

const WINDOW = "The box is empty | Kestria Courier";

function choose(page: Partial<Parameters<typeof choosePageTitle>[0]>, extracted?: string) {
  return choosePageTitle({ windowTitle: undefined, headings: [], ...page }, extracted);
}

test.each([
  ["The box", "that of the metadata", choose({ title: "The box", windowTitle: WINDOW, headings: ["Box"] })],
  [
    "The box is empty",
    "the heading with which the title of the window begins",
    choose({ windowTitle: WINDOW, headings: ["Kestria Courier", "The box", "The box is empty"] }, WINDOW),
  ],
  [
    "The box is empty",
    "what the extractor leaves of the title of the window",
    choose({ windowTitle: WINDOW, headings: ["Ports"] }, "The box is empty"),
  ],
  [
    "Empty: what the clerks found in the box",
    "the title of the window, before what the extractor leaves of it after a colon",
    choose({ windowTitle: "Empty: what the clerks found in the box" }, "what the clerks found in the box"),
  ],
  [
    "Courier | The box",
    "not a heading that is the name of the site",
    choose({ windowTitle: "Courier | The box", headings: ["Courier"], containerTitle: "Courier" }),
  ],
  [
    "Boxes on the quay",
    "not a heading that ends within a word",
    choose({ windowTitle: "Boxes on the quay", headings: ["Box"] }),
  ],
  ["The box", "the only heading where there is no other title", choose({ headings: ["The box"] })],
  [undefined, "none of two headings", choose({ headings: ["The box", "The quay"] })],
])("%s: %s", (expected, _, chosen) => {
  expect(chosen).toBe(expected);
});
