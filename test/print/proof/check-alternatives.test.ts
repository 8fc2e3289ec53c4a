// A picture says what it shows, or that it says nothing.
import { expect, it } from "vitest";
import { checkAlternatives } from "../../../src/print/proof/check-alternatives.ts";

it("tells of a picture without a text, with its place", () => {
  const places = { "2": { file: "pack.md", line: 7 } };
  const figures = [
    { ref: "1", name: "img" },
    { ref: "2", name: "img#map in the part s1", unnamed: true as const },
  ];
  expect(checkAlternatives({ figures, places })).toEqual([
    expect.objectContaining({
      code: "no-alternative",
      message: "The picture img#map in the part s1 has no text that stands for it.",
      place: { file: "pack.md", line: 7, column: 1 },
    }),
  ]);
});
