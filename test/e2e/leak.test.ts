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
import { findLeaks, hasAttachments, readPdfObjects, readText, runsOf } from "../leak-detector.ts";
import { DOCUMENTS, HAS_DOCUMENTS, ROOT } from "../pack/supplied-documents.ts";
import { readPdf } from "../print/read-pdf.ts";

const run = promisify(execFile);
test("a planted run is found, a shorter one is not", () => {
  const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
  const runs = runsOf([text], new Set());
  expect(runs.size).toBe(20);
  const find = (planted: string, path = "a.txt") => findLeaks(readText(path, planted), runs).size;
  const words = text.split(" ");
  expect(find(`Before. ${words.slice(3, 44).join(", ").toUpperCase()} after.`)).toBe(1);
  expect(find(words.slice(3, 43).join(" "))).toBe(0);
  const parted = `<p>${words.slice(0, 20).join(" ")}</p><p>¶2</p><p>${words.slice(20, 41).join(" ")}</p>`;
  expect(find(`<!doctype html><html><body>${parted}</body></html>`, "a.html")).toBe(1);
  expect(runsOf([text], new Set([1])).size).toBe(0);
});

test("a run is found in what a PDF says beside its pages", async () => {
  const text = Array.from({ length: 41 }, (_, index) => `word${index}`).join(" ");
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setSubject(text);
  expect(findLeaks(await readPdfObjects(await pdf.save()), runsOf([text])).size).toBe(1);
  expect(await hasAttachments(await pdf.save())).toBe(false);
  await pdf.attach(new TextEncoder().encode(text), "full.txt");
  expect(await hasAttachments(await pdf.save())).toBe(true);
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
    const build = (...words: string[]) =>
      run(process.execPath, [join(ROOT, "src/cli/bin.js"), "build", "--content", content, ...words], {
        cwd: folder,
      });
    await build("--out", join(folder, "public"));
    await build("--edition", "full", "--no-pdf", "--out", join(folder, "full"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("the documents have runs to look for, and in the full edition they are found", async () => {
    expect(runs.size).toBeGreaterThan(1200);
    const path = join(folder, "full", "print", "index.html");
    const found = findLeaks(readText(path, await readFile(path, "utf8")), runs);
    expect(found.size / runs.size).toBeGreaterThan(0.95);
  });

  test("no file of the public edition holds one, nor its PDF, metadata and attachments", async () => {
    const files = await readdir(join(folder, "public"), { recursive: true, withFileTypes: true });
    const leaks: string[] = [];
    let read = 0;
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      read += 1;
      if (findLeaks(readText(path, (await readFile(path)).toString("utf8")), runs).size > 0) leaks.push(path);
    }
    expect(read).toBeGreaterThan(20);
    for (const name of ["briefing.pdf", "summary.pdf"]) {
      const path = join(folder, "public", name);
      const bytes = await readFile(path);
      const said = await readPdfObjects(bytes);
      expect(said.join(" ")).toContain("Article 5 and the guarantees offered to Ukraine");
      const printed = (await readPdf(path)).pages.join(" ");
      expect([...findLeaks([printed, said.join(" "), ...said], runs)]).toEqual([]);
      expect(await hasAttachments(bytes)).toBe(false);
    }
    expect(leaks).toEqual([]);
  });

  test("no file that git tracks holds one", async () => {
    const { stdout } = await run("git", ["ls-files", "-z"], { cwd: ROOT, maxBuffer: 10_000_000 });
    const tracked = stdout.split("\0").filter((name) => name !== "");
    expect(tracked.length).toBeGreaterThan(200);
    const leaks: string[] = [];
    for (const name of tracked) {
      const bytes = await readFile(join(ROOT, name)).catch(() => undefined);
      if (bytes !== undefined && findLeaks(readText(name, bytes.toString("utf8")), runs).size > 0)
        leaks.push(name);
    }
    expect(leaks).toEqual([]);
    expect(tracked.filter((name) => name.includes("/vault/S"))).toEqual([]);
  });
});
