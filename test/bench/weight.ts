// Weighs the landing page of the repository's pack as a reader loads it: npx tsx test/bench/weight.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPack } from "../../src/pack/load.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { HEAVIEST_LANDING_PAGE, weighPage } from "./weight/weigh-page.ts";

const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));

const folder = await mkdtemp(join(tmpdir(), "briefing-weight-"));
try {
  const { pack } = await loadPack(CONTENT);
  if (pack === undefined) throw new Error("The repository's pack has errors.");
  await buildSite({ pack, edition: "public", output: folder, pdf: true });
  const { sent, bytes } = await weighPage(folder, "index.html", { script: true });
  const { firstPaintMs } = await weighPage(folder, "index.html", { script: false });
  const kilobytes = (number: number): string => (number / 1000).toFixed(1);
  const lines = [
    "| file | kB on the wire |",
    "| --- | ---: |",
    ...sent.map((file) => `| ${file.path} | ${kilobytes(file.bytes)} |`),
    `| ${sent.length} requests | ${kilobytes(bytes)} |`,
    "",
    `First paint without script after ${firstPaintMs.toFixed(0)} ms, with a network that takes no time.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  if (bytes > HEAVIEST_LANDING_PAGE) {
    process.stdout.write(`The landing page may weigh ${kilobytes(HEAVIEST_LANDING_PAGE)} kB.\n`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
