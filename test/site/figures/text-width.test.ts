// How much room texts are said to take, beside what they take in the fonts of the drawings.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { estimateWidth, type TextRun, widthOfRuns, wrapRuns } from "../../../src/site/figures/text-width.ts";

const require = createRequire(import.meta.url);

beforeAll(async () => {
  for (const weight of [400, 600]) {
    const file = require.resolve(
      `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
    );
    expect(GlobalFonts.register(await readFile(file), `Sans ${weight}`)).toBeTruthy();
  }
});

/** What a text takes as a browser would set it, in the wider of both weights. */
function measure(text: string, size: number): number {
  const context = createCanvas(1, 1).getContext("2d");
  return Math.max(
    ...[400, 600].map((weight) => {
      context.font = `${size}px "Sans ${weight}"`;
      return context.measureText(text).width;
    }),
  );
}

describe("the room of a text", () => {
  it.each([
    "14–15 December 2025 †",
    "Russia’s present war on Ukraine begins",
    "WWWWWWWWWW",
    "illicit flights",
    "Œuvre naïve, ça va & so on … 50%",
    "about 1919",
  ])("is never underrated: %s", (text) => {
    expect(estimateWidth(text, 100)).toBeGreaterThanOrEqual(measure(text, 100) - 1);
  });

  it("is not overrated by much", () => {
    const text = "Zelensky speaks of a hard choice in 2025";
    expect(estimateWidth(text, 100)).toBeLessThan(measure(text, 100) * 1.12);
  });

  it("is never underrated, whatever is written in Latin letters", () => {
    const latin = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(latin, (text) => {
        expect(estimateWidth(text, 100)).toBeGreaterThanOrEqual(measure(text, 100) - 1);
      }),
      { numRuns: 60 },
    );
  });

  it("is a square or more for signs that fill one, and counts no accent", () => {
    expect(estimateWidth("条約", 10)).toBeGreaterThanOrEqual(20);
    expect(estimateWidth("e\u0301", 10)).toBe(estimateWidth("e", 10));
  });
});

describe("lines", () => {
  const run = fc.record({ text: fc.string({ minLength: 1, maxLength: 40 }), strong: fc.boolean() });

  it("are no wider than they may be, and hold every word in order", () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 3 }), fc.integer({ min: 40, max: 340 }), (runs, width) => {
        const lines = wrapRuns(runs, width, 14);
        for (const line of lines) expect(widthOfRuns(line, 14)).toBeLessThanOrEqual(width);
        const words = (some: readonly TextRun[]) =>
          some
            .map(({ text }) => text)
            .join("")
            .replaceAll(" ", "");
        expect(words(lines.flat())).toBe(words(runs));
      }),
    );
  });

  it("keep weights apart", () => {
    const runs = [
      { text: "about 1919", strong: true },
      { text: "The act", strong: false },
    ];
    expect(wrapRuns(runs, 500, 14)).toEqual([runs]);
  });
});
