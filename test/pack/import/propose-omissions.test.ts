// Omissions proposed for what stands outside a web page's article.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOmissions } from "../../../src/pack/import/apply-omissions.ts";
import { proposeOmissions } from "../../../src/pack/import/propose-omissions.ts";
import { hasWords, type Paragraph } from "../../../src/pack/import/supplied-document.ts";

/** Paragraphs; those that begin with a minus stand outside the article. */
function read(...texts: string[]): Paragraph[] {
  return texts.map((text, index) =>
    text.startsWith("-")
      ? { text: text.slice(1), line: index + 1, outsideArticle: true }
      : { text, line: index + 1 },
  );
}

const propose = (...texts: string[]): string[] =>
  proposeOmissions(read(...texts)).map(({ what, starts, ends }) => `${what}: ${starts} … ${ends}`);

describe("what stands outside the article", () => {
  test("is an omission for each run", () => {
    expect(
      propose(
        "-Home",
        "-Ports",
        "The box was empty.",
        "-Photo: the box on the quay, opened by the clerks of both ports",
        "Nobody knew why.",
        "-2 comments",
        "-|",
        "-I always said so, and nobody in either port would believe me",
      ),
    ).toEqual([
      "Text before the article: Home … Ports",
      "Text within the article: Photo: the box on the quay, … by the clerks of both ports",
      "Text after the article: 2 comments … in either port would believe me",
    ]);
  });

  test("has as many words as tell it apart", () => {
    expect(propose("Box", "-Share", "The box was empty.", "Share", "Nobody knew why.")).toEqual([
      "Text within the article: Share The … Box Share",
    ]);
    expect(propose("-Home", "-Ports", "The box was empty.", "-Home", "-Ports")).toEqual([
      "Text before the article: Home Ports The … Ports",
      "Text after the article: Home … Ports",
    ]);
  });

  test("is none where nothing tells it apart, or nothing would be left", () => {
    expect(propose("Share", "The box was empty.", "-Share")).toEqual([]);
    expect(propose("-Home", "***")).toEqual([]);
    expect(propose("The box was empty.")).toEqual([]);
  });
});

test("what is proposed is certain, and takes nothing else", () => {
  const text = fc.constantFrom("a", "b", "a b", "a a", "b a b", "*", "“A”", "US", "USA", "c d e f g h i j");
  const paragraph = fc.record({ text, line: fc.constant(1), outsideArticle: fc.boolean() });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 14 }), (paragraphs) => {
      const { faults, stretches, passages, wordless } = applyOmissions(
        paragraphs,
        proposeOmissions(paragraphs),
      );
      const omitted = stretches.flatMap((stretch) => stretch.paragraphs);
      expect(faults).toEqual([]);
      expect(omitted.filter((one) => !one.outsideArticle && hasWords(one.text))).toEqual([]);
      expect(omitted.length + passages.length + wordless.length).toBe(paragraphs.length);
    }),
    { numRuns: 2000 },
  );
});
