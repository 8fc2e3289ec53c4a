// What is told on the terminal of what was proved.
import { expect, it } from "vitest";
import { describeProof } from "../../src/cli/printing.ts";

const proof = (unordered: number): Parameters<typeof describeProof>[0] => ({
  form: 1,
  program: "briefing-pack 1.0.0",
  browser: { version: "Browser/1", sandbox: "on" },
  pdf: { sha256: "0".repeat(64), bytes: 1, pages: 1 },
  source: { blocks: 2, characters: 9, footnotes: 0, figures: 1 },
  text: { pieces: 2, missingGlyphs: 0, unordered },
  links: { within: 0, outside: 0, pageReferences: 0 },
  bookmarks: 0,
});

it("names lines whose order of reading is not known, where there are any", () => {
  expect(describeProof(proof(0))).toBe(
    "Proof: 2 blocks and 1 figure of the document are in the PDF, whole and in order.",
  );
  expect(describeProof(proof(1))).toMatch(/in order\. But 1 line of text from right to left may be read out/);
  expect(describeProof(proof(12))).toMatch(/ But 12 lines of text/);
});
