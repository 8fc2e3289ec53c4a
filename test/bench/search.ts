// Measures the index of the search over packs of growing size: npm run bench:search
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { listSearchedPages } from "../../src/site/search/list-pages.ts";
import { composeSearchIndex } from "../../src/site/search/search-index.ts";
import { loadSearchTerms } from "../../src/site/search/search-terms.ts";
import { generatePack } from "./generate-pack.ts";

const terms = await loadSearchTerms();
const write = (line: string): boolean => process.stdout.write(`${line}\n`);

write("| sources | entries | built in | index | index, gzip | texts | largest text file |");
write("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const sources of [10, 100, 1000]) write(await measure(sources));

/** A full edition, whose passages are as many and as long as the précis of a public one. */
async function measure(sources: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "briefing-bench-"));
  try {
    const { documents } = await generatePack(folder, { sources, passages: 20, words: 40, quotations: 0 });
    await importDocuments({ folder, files: documents, today: "2026-01-02" });
    const { pack, problems } = await loadPack(folder, { requireReceipts: false });
    if (pack === undefined)
      throw new Error(`The generated pack has problems: ${JSON.stringify(problems[0])}`);
    const start = performance.now();
    const pages = listSearchedPages(pack, "full");
    const [index, ...rest] = composeSearchIndex(pages, terms);
    const seconds = (performance.now() - start) / 1000;
    const entries = pages.reduce((sum, page) => sum + page.entries.length, 0);
    const sizes = rest.map(({ text }) => Buffer.byteLength(text));
    return [
      "",
      sources,
      entries,
      `${seconds.toFixed(2)} s`,
      megabytes(Buffer.byteLength(index?.text ?? "")),
      megabytes(gzipSync(index?.text ?? "").length),
      megabytes(sizes.reduce((sum, size) => sum + size, 0)),
      megabytes(Math.max(...sizes)),
      "",
    ]
      .join(" | ")
      .trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}
