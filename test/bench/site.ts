// Measures check and site of packs of growing size, for each in a process of its own: npx tsx test/bench/site.ts [SOURCES]
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeReceipts } from "../../src/files/evidence-files.ts";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { generatePack } from "./generate-pack.ts";

/** How much longer a source may take in the largest pack than in the smallest. */
const MOST_GROWTH = 1.3;
const SIZES = [250, 500, 1000];

/** What one size took, in milliseconds of the processor: a machine that is busy with others does not stretch them. */
interface Measured {
  readonly sources: number;
  readonly checkMs: number;
  readonly siteMs: number;
  readonly pages: number;
}

const [asked] = process.argv.slice(2);
if (asked === undefined) await measureAll();
else process.stdout.write(JSON.stringify(await measure(Number(asked))));

/** Each size in a process of its own, so that none finds the memory as another left it. */
async function measureAll(): Promise<void> {
  const rows: Measured[] = [];
  for (const size of SIZES) {
    const args = ["--import", "tsx", fileURLToPath(import.meta.url), String(size)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    rows.push(JSON.parse(stdout) as Measured);
  }
  const perSource = ({ sources, checkMs, siteMs }: Measured): number => (checkMs + siteMs) / sources;
  const lines = rows.map((row) => {
    const cells = [row.sources, row.pages, ms(row.checkMs), ms(row.siteMs), ms(perSource(row))];
    return `| ${cells.join(" | ")} |`;
  });
  const head = ["| sources | pages | check | site | a source |", "| ---: | ---: | ---: | ---: | ---: |"];
  process.stdout.write(`${[...head, ...lines].join("\n")}\n`);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const growth = perSource(last) / perSource(first);
  process.stdout.write(`A source of the largest takes ${growth.toFixed(2)} times one of the smallest.\n`);
  if (growth > MOST_GROWTH) {
    process.stdout.write(`It may take ${MOST_GROWTH} times as long.\n`);
    process.exitCode = 1;
  }
}

async function measure(sources: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "briefing-bench-"));
  try {
    const content = join(folder, "content");
    const { documents } = await generatePack(content, { sources, passages: 26, words: 40, quotations: 10 });
    await importDocuments({ folder: content, files: documents, today: "2026-01-02" });
    await writeReceipts(content, (await loadPack(content, { requireReceipts: false })).receipts.text);
    const start = processorMs();
    const { pack, problems } = await loadPack(content);
    if (pack === undefined)
      throw new Error(`The generated pack has problems: ${JSON.stringify(problems[0])}`);
    const checked = processorMs();
    const output = join(folder, "site");
    const { pages } = await buildSite({ pack, edition: "public", output, pdf: true });
    return { sources, pages, checkMs: checked - start, siteMs: processorMs() - checked };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function ms(number: number): string {
  return `${number.toFixed(number < 10 ? 1 : 0)} ms`;
}
