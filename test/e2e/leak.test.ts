// The full texts stay out of the public edition and out of the repository: no run of more than 40 of their words is in any file.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourcePart } from "../../src/model/pack.ts";
import { passagesIn } from "../../src/model/passages.ts";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { DOCUMENTS, HAS_DOCUMENTS, ROOT } from "../pack/supplied-documents.ts";
import { readPdf } from "../print/read-pdf.ts";

const run = promisify(execFile);
const LONGEST = 40;

/** The words of a text in lower case, letters and digits only. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of 41 words of a full text; a passage that is the text of a law or treaty interrupts it. */
function runsOf(passages: readonly string[], official: ReadonlySet<number>): Set<string> {
  const runs = new Set<string>();
  let words: string[] = [];
  const take = (): void => {
    for (let at = 0; at + LONGEST < words.length; at += 1)
      runs.add(words.slice(at, at + LONGEST + 1).join(" "));
    words = [];
  };
  for (const [index, passage] of passages.entries()) {
    if (official.has(index + 1)) take();
    else words.push(...wordsOf(passage));
  }
  take();
  return runs;
}

/** The first run that a text repeats. */
function findLeak(text: string, runs: ReadonlySet<string>): string | undefined {
  const words = wordsOf(text);
  for (let at = 0; at + LONGEST < words.length; at += 1) {
    const candidate = words.slice(at, at + LONGEST + 1).join(" ");
    if (runs.has(candidate)) return candidate;
  }
  return undefined;
}

test("a planted run is found, a shorter one is not", () => {
  const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
  const runs = runsOf([text], new Set());
  expect(runs.size).toBe(20);
  expect(
    findLeak(`Before. ${text.split(" ").slice(3, 44).join(", ").toUpperCase()} after.`, runs),
  ).toBeDefined();
  expect(findLeak(text.split(" ").slice(3, 43).join(" "), runs)).toBeUndefined();
  expect(runsOf([text], new Set([1])).size).toBe(0);
});

describe.runIf(HAS_DOCUMENTS)("with the supplied documents in the vault", () => {
  let folder: string;
  let runs: Set<string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "briefing-leak-"));
    const content = join(folder, "content");
    await cp(join(ROOT, "content"), content, { recursive: true });
    const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith(".txt"));
    const files = await Promise.all(
      names.map(async (name) => ({ name: basename(name), bytes: await readFile(join(DOCUMENTS, name)) })),
    );
    await importDocuments({ folder: content, files, today: "2026-11-22" });
    const { pack } = await loadPack(content);
    runs = new Set(
      (pack?.parts ?? [])
        .filter((part): part is SourcePart => part.kind === "source")
        .flatMap((source) => {
          const official = new Set(source.officialText.flatMap((one) => passagesIn(one.passages)));
          return [...runsOf(pack?.evidence.fullTexts.get(source.id)?.passages ?? [], official)];
        }),
    );
    await run(
      process.execPath,
      [join(ROOT, "src/cli/bin.js"), "build", "--content", content, "--out", join(folder, "public")],
      { cwd: folder },
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("the documents have runs to look for, and the full texts themselves would be found", async () => {
    expect(runs.size).toBeGreaterThan(1200);
    for (const name of await readdir(join(folder, "content", "vault"))) {
      if (name.endsWith(".md"))
        expect(
          findLeak(await readFile(join(folder, "content", "vault", name), "utf8"), runs),
          name,
        ).toBeDefined();
    }
  });

  test("no file of the public edition holds one, nor its PDF, metadata and attachments", async () => {
    const files = await readdir(join(folder, "public"), { recursive: true, withFileTypes: true });
    const leaks: string[] = [];
    let read = 0;
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      read += 1;
      if (findLeak((await readFile(path)).toString("utf8"), runs) !== undefined) leaks.push(path);
    }
    expect(read).toBeGreaterThan(20);
    const pdf = await readPdf(join(folder, "public", "briefing.pdf"));
    const printed = `${pdf.pages.join(" ")} ${JSON.stringify(pdf.info)} ${pdf.outline.map(({ title }) => title).join(" ")}`;
    if (findLeak(printed, runs) !== undefined) leaks.push("briefing.pdf");
    expect(leaks).toEqual([]);
    const document = await PDFDocument.load(await readFile(join(folder, "public", "briefing.pdf")));
    expect(document.catalog.toString()).not.toContain("/EmbeddedFiles");
  });

  test("no file that git tracks holds one", async () => {
    const { stdout } = await run("git", ["ls-files", "-z"], { cwd: ROOT, maxBuffer: 10_000_000 });
    const tracked = stdout.split("\0").filter((name) => name !== "");
    expect(tracked.length).toBeGreaterThan(200);
    const leaks: string[] = [];
    for (const name of tracked) {
      const bytes = await readFile(join(ROOT, name)).catch(() => undefined);
      if (bytes !== undefined && findLeak(bytes.toString("utf8"), runs) !== undefined) leaks.push(name);
    }
    expect(leaks).toEqual([]);
    expect(tracked.filter((name) => name.includes("/vault/S"))).toEqual([]);
  });
});
