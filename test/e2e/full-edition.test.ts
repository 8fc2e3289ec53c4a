// The full edition of the repository's pack: every text whole, on its page and on paper, compared with the documents as supplied.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { DOCUMENTS, HAS_DOCUMENTS, ROOT } from "../pack/supplied-documents.ts";
import { type ReadPdf, readPdf } from "../print/read-pdf.ts";

const run = promisify(execFile);
const PROGRAM = join(ROOT, "src/cli/bin.js");
/** Without white space; an apostrophe may come out of a PDF as the modifier letter that looks the same. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u00ad]+/g, "")
    .replace(/[\u02bb-\u02bd‘]/g, "’");

async function copyContent(folder: string): Promise<string> {
  const content = join(folder, "content");
  const vault = join(ROOT, "content", "vault");
  await cp(join(ROOT, "content"), content, { recursive: true, filter: (path) => !path.startsWith(vault) });
  return content;
}

test("without the texts it is refused, and each that is missing is named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "briefing-full-"));
  try {
    const content = await copyContent(folder);
    const failed = await run(
      process.execPath,
      [PROGRAM, "build", "--edition", "full", "--content", content, "--no-pdf"],
      { cwd: folder },
    ).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    );
    expect(failed?.code).toBe(4);
    for (const id of ["S1", "S2", "S3"]) expect(failed?.stderr).toMatch(new RegExp(`\\b${id}\\b`));
    expect(failed?.stderr).toContain("briefing import");
    expect(await readdir(folder)).not.toContain("dist");
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe.runIf(HAS_DOCUMENTS)("with the supplied documents in the vault", () => {
  let folder: string;
  let html: Document;
  let pdf: ReadPdf;
  /** The lines of each document that are not blank, as supplied. */
  let supplied: string[][];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "briefing-full-"));
    const content = await copyContent(folder);
    const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith(".txt")).sort();
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(DOCUMENTS, name)) })),
    );
    supplied = files.map(({ bytes }) =>
      bytes
        .toString("utf8")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    );
    await importDocuments({ folder: content, files, today: "2026-11-22" });
    expect((await loadPack(content)).problems).toEqual([]);
    await run(process.execPath, [PROGRAM, "build", "--edition", "full", "--content", content], {
      cwd: folder,
    });
    html = parseHTML(await readFile(join(folder, "dist/full/print/index.html"), "utf8")).document;
    pdf = await readPdf(join(folder, "dist/full/briefing.pdf"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("prints each passage once and in order, and nothing of a document that is not a passage or a declared omission", () => {
    const omitted = [
      [],
      (line: string, index: number, lines: readonly string[]) =>
        line.includes("Photo: Operation 2024") ||
        line.startsWith("A triumphant and jubilant Wilson") ||
        index >= lines.indexOf("Join the Conversation"),
      (line: string) => /^(Start your day with|Morning Report delivers|Thanks for signing up)/.test(line),
    ];
    for (const [index, lines] of supplied.entries()) {
      const left = omitted[index];
      const expected =
        typeof left === "function" ? lines.filter((line, at) => !left(line, at, lines)) : lines;
      const passages = [...html.querySelectorAll(`#s${index + 1} .passage-text`)];
      expect(passages.map(({ id }) => id)).toEqual(expected.map((_, at) => `s${index + 1}--t${at + 1}`));
      const words = passages.map((passage) => passage.querySelector(".passage-words")?.textContent?.trim());
      expect(words).toEqual(expected.map((line) => line.replace(/\s+/g, " ")));
      const printed = fold(pdf.pages.join("\n").replace(/(^|\n)[^\n]*?\d+ of \d+ TLP:AMBER/g, "\n"));
      let from = 0;
      for (const line of expected) {
        const at = printed.indexOf(fold(line), from);
        expect(at, line.slice(0, 60)).toBeGreaterThanOrEqual(0);
        expect(printed.indexOf(fold(line), at + 1), `once: ${line.slice(0, 60)}`).toBe(-1);
        from = at + 1;
      }
    }
  });

  test("leads from every citation to the passage itself, and back and forth between passage and précis", () => {
    const cited = [...html.querySelectorAll("a.cite")].map((link) => link.getAttribute("href") ?? "");
    expect(cited.length).toBeGreaterThan(300);
    expect(cited.filter((href) => !/^#s\d--t\d+$/.test(href))).toEqual([]);
    expect(cited.filter((href) => html.querySelector(`[id="${href.slice(1)}"]`) === null)).toEqual([]);
    for (const passage of html.querySelectorAll(".passage-text")) {
      const back = passage.querySelector("a.passage-label")?.getAttribute("href")?.slice(1);
      const precis = html.querySelector(`[id="${back}"]`)?.closest(".precis");
      expect(precis, passage.id).toBeTruthy();
      expect([...(precis?.querySelectorAll("a.passage-label") ?? [])].length).toBeGreaterThan(0);
    }
  });

  test("carries its marking, and tells robots to stay away", async () => {
    for (const text of pdf.pages) expect(text.match(/TLP:AMBER/g)?.length).toBeGreaterThanOrEqual(2);
    for (const path of await readdir(join(folder, "dist/full"), { recursive: true })) {
      if (!path.endsWith(".html")) continue;
      expect(await readFile(join(folder, "dist/full", path), "utf8"), path).toMatch(
        /<meta name="robots" content="noindex/,
      );
    }
  });
});
