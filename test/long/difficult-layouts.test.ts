// Every layout known to lose text or to hang in Paged.js is printed whole, or refused with its place and what to change.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/errors.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { readPdf } from "../print/read-pdf.ts";
import { DIFFICULT_LAYOUTS, type DifficultLayout } from "./difficult-layouts.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "difficult-layouts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The line on which the body begins. */
const FIRST_LINE = 13;
const compose = ({ body, styles = "" }: DifficultLayout) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A layout</title>
<style>
@page { size: 120mm 100mm; margin: 10mm }
body { margin: 0; font: 12px/16px "DejaVu Sans", sans-serif }
p { margin: 0 0 4px }
${styles.replaceAll("\n", " ")}
</style>
</head>
<body>${body}</body>
</html>
`;

/** The words of a text, in order: white space and hyphens are the printer’s. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(/[\s\u00AD\u2010\u2011-]+/g, "").match(/[a-z]+?\d+x/g) ?? [];
const sorted = (words: readonly string[]) => [...words].sort();

async function print(layout: DifficultLayout): Promise<readonly string[]> {
  const [document, output] = ["layout.html", join(folder, "layout.pdf")];
  await writeFile(join(folder, document), compose(layout));
  await printDocument({ folder, document, output, browser: "bundled", timeoutMs: 20_000 });
  return wordsOf((await readPdf(output)).pages.join(""));
}

async function refuse(layout: DifficultLayout): Promise<BriefingError> {
  const error = await print(layout).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BriefingError);
  return error as BriefingError;
}

describe("a difficult layout", () => {
  it.each(DIFFICULT_LAYOUTS)("$name", async (layout) => {
    const { body, outcome } = layout;
    const { document } = parseHTML(compose(layout));
    if (typeof outcome === "object") {
      const { problems, exitCode } = await refuse(layout);
      expect(exitCode).toBe(5);
      const told = problems.filter(({ code }) => code === outcome.code);
      expect(told.map(({ message }) => message).join("\n")).toContain(outcome.words);
      expect(told.map(({ fix }) => fix).join("\n")).toContain(outcome.fix);
      if (outcome.code === "layout-failed") return;
      const lines = body.split("\n").length;
      for (const { place } of told) {
        expect(place).toMatchObject({ file: "layout.html", column: 1 });
        expect(place?.line).toBeGreaterThanOrEqual(FIRST_LINE);
        expect(place?.line).toBeLessThan(FIRST_LINE + lines);
      }
      return;
    }
    const wanted = wordsOf(document.querySelector("body")?.textContent ?? "");
    const printed = await print(layout);
    if (outcome === "whole") expect(printed).toEqual(wanted);
    if (outcome === "reordered") expect(sorted(printed)).toEqual(sorted(wanted));
    if (outcome === "repeated") expect(new Set(printed)).toEqual(new Set(wanted));
  });
});
