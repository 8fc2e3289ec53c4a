// The reference: pagedjs-cli prints the same document, and must come to the same pages with the same text.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { printReference } from "./print-reference.ts";
import { readPdf } from "./read-pdf.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "differential-"));
  await cp(new URL("../fixtures/print/good", import.meta.url), folder, { recursive: true });
  // The reference does not repeat table heads: the table is left out.
  const html = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), html.replace(/<table>.*<\/table>/s, ""));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("comes to the same pages with the same text as pagedjs-cli", async () => {
  const [own, reference] = [join(folder, "own.pdf"), join(folder, "reference.pdf")];
  await printDocument({ folder, document: "index.html", output: own, browser: "bundled" });
  await printReference(folder, "index.html", reference);
  const [ownPages, referencePages] = [(await readPdf(own)).pages, (await readPdf(reference)).pages];
  expect(ownPages.length).toBeGreaterThan(5);
  expect(ownPages).toEqual(referencePages);
});
