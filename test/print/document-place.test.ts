// Which documents the command `print` takes, and which folder each may load from.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runPrint } from "../../src/cli/commands/print.ts";
import type { Engine } from "../../src/cli/engine.ts";
import { findDocumentPlace } from "../../src/print/document-place.ts";
import { printDocuments } from "../../src/print/print-document.ts";
import { fakeEngine, recordIo } from "../cli/fake-io.ts";
import { readPdf } from "./read-pdf.ts";

const FILES = {
  "dist/.briefing-output": "This folder was made by briefing-pack.\n",
  "dist/assets/print.css": "p::before { content: 'Styled: ' }",
  "dist/print/index.html": `<link rel="stylesheet" href="../assets/print.css"><p>A paragraph.</p>`,
  "docs/PAPER.HTM": "<p>A paragraph.</p>",
  "docs/notes.txt": "<p>A paragraph.</p>",
  "docs/notes.md": "# A heading",
  "docs/strict.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A paragraph.</p></body></html>`,
};
let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "place-"));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await writeFile(join(base, path), text);
  }
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe("findDocumentPlace", () => {
  it.each([
    ["dist/print/index.html", "dist", "print/index.html"],
    ["docs/PAPER.HTM", "docs", "PAPER.HTM"],
  ])("serves %s from %s", async (path, folder, document) => {
    expect(await findDocumentPlace(join(base, path))).toEqual({ folder: join(base, folder), document });
  });
});

describe("the command print", () => {
  const run = (input: string, engine: Engine) => {
    const command = {
      name: "print",
      browser: "bundled",
      sandbox: "auto",
      timeoutMs: 30_000,
      timings: false,
    } as const;
    const paths = { input: join(base, input), output: join(base, "out.pdf") };
    return runPrint({ ...command, ...paths }, recordIo(base), engine);
  };

  it("prints the print document of a build, with the styles beside its folder", async () => {
    expect(await run("dist/print/index.html", { ...fakeEngine([]), printDocuments })).toBe(0);
    expect((await readPdf(join(base, "out.pdf"))).pages[0]).toContain("Styled: A paragraph.");
  });

  it.each(["docs/notes.txt", "docs/notes.md", "docs/strict.xhtml"])("refuses %s", async (input) => {
    const error = await run(input, fakeEngine([])).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).toContain(
      `${input} cannot be printed: only HTML documents are, whose names end in .html or .htm. Convert it to HTML first.`,
    );
  });

  it("takes an ending in capitals", async () => {
    expect(await run("docs/PAPER.HTM", fakeEngine([]))).toBe(0);
  });
});
