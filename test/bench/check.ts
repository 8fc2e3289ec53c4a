// Measures `check` on packs of growing size against a plain search for the same words: npx tsx test/bench/check.ts
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeReceipts } from "../../src/files/evidence-files.ts";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { generatePack } from "./generate-pack.ts";

const BIN = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));
const RUNS = 3;

interface Measured {
  readonly sources: number;
  readonly quotations: number;
  readonly megabytes: number;
  readonly importing: number;
  readonly inProcess: number;
  readonly byReceipt: number;
  readonly command: number;
  readonly peer: number;
}

for (const line of formatTable(await measureAll([75, 150, 300]))) process.stdout.write(`${line}\n`);

async function measureAll(sizes: readonly number[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const sources of sizes) measured.push(await measure(sources));
  return measured;
}

async function measure(sources: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "briefing-bench-"));
  try {
    // 300 sources of 26 passages of 40 words: 2 MB of full text, and 3,000 quotations.
    const pack = await generatePack(folder, { sources, passages: 26, words: 40, quotations: 10 });
    const importing = await time(() => importAll(folder, pack.documents));
    const { receipts, problems } = await loadPack(folder, { requireReceipts: false });
    if (problems.length > 0)
      throw new Error(`The generated pack has problems: ${JSON.stringify(problems[0])}`);
    await writeReceipts(folder, receipts.text);
    const inProcess = await best(() => check(folder, "comparison", pack.quotations.length));
    const peer = await best(async () => {
      const found = pack.quotations.filter(({ words, source }) => pack.texts[source]?.includes(words));
      if (found.length !== pack.quotations.length) throw new Error("The peer did not find every quotation.");
    });
    const command = await best(async () => {
      await promisify(execFile)(process.execPath, [BIN, "check", "--content", folder]);
    });
    await rm(join(folder, "vault"), { recursive: true });
    const byReceipt = await best(() => check(folder, "receipt", pack.quotations.length));
    const megabytes = pack.texts.reduce((sum, text) => sum + text.length, 0) / 1_000_000;
    return {
      sources,
      quotations: pack.quotations.length,
      megabytes,
      importing,
      inProcess,
      byReceipt,
      command,
      peer,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function importAll(
  folder: string,
  files: Parameters<typeof importDocuments>[0]["files"],
): Promise<void> {
  const { imported, problems } = await importDocuments({ folder, files, today: "2026-01-02" });
  if (imported.length !== files.length)
    throw new Error(`Not all were imported: ${JSON.stringify(problems[0])}`);
}

async function check(folder: string, state: string, quotations: number): Promise<void> {
  const { pack } = await loadPack(folder);
  const verified = pack?.evidence.quotations.filter((quotation) => quotation.state === state).length;
  if (verified !== quotations)
    throw new Error(`${verified} of ${quotations} quotations were verified by ${state}.`);
}

async function best(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await time(work));
  return Math.min(...times);
}

async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function formatTable(rows: readonly Measured[]): string[] {
  const ms = (number: number): string => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
  return [
    "| sources | quotations | full text | import | check, in process | per source | by receipt | check, command | plain search |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map((row) =>
      [
        "",
        row.sources,
        row.quotations,
        `${row.megabytes.toFixed(1)} MB`,
        ms(row.importing),
        ms(row.inProcess),
        ms(row.inProcess / row.sources),
        ms(row.byReceipt),
        ms(row.command),
        ms(row.peer),
        "",
      ]
        .join(" | ")
        .trim(),
    ),
  ];
}
