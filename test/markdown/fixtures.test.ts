// The Markdown of a pack, specified by pairs of text and HTML in fixtures/markdown. BRIEFING_UPDATE_FIXTURES=1 writes the HTML.
import { describe, expect, test } from "vitest";
import { renderProse } from "../../src/markdown/render.ts";
import { fixtureFiles, readCases, writeCases } from "./fixture-cases.ts";
import { parse, problemsOf, WEB } from "./sample-view.ts";

function render(input: string): string {
  const parsed = parse(input);
  const problems = problemsOf(parsed);
  return problems.length > 0 ? `${problems.join("\n")}\n` : renderProse(parsed.prose, WEB);
}

for (const file of fixtureFiles()) {
  if (process.env.BRIEFING_UPDATE_FIXTURES === "1") {
    writeCases(
      file,
      readCases(file).map((one) => ({ ...one, output: render(one.input) })),
    );
  }
  const cases = readCases(file);
  describe(file, () => {
    test("has cases", () => expect(cases.length).toBeGreaterThan(0));
    test.each(cases)("$title", ({ input, output }) => {
      expect(render(input)).toBe(output);
    });
  });
}
