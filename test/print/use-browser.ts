// Run by itself: prints a document with the browser this machine offers, and tells which libraries that maps.
import { readFile } from "node:fs/promises";
import { findBrowser } from "../../src/print/browser/find.ts";
import { withBrowser } from "../../src/print/browser/launch.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { printDocument } from "../../src/print/print-document.ts";

const [folder = "", document = "", output = "", browser] = process.argv.slice(2);
const choice = await findBrowser(browser, systemProbes());
const notices: string[] = [];
const libraries = await withBrowser(
  { choice, onNotice: (notice) => notices.push(notice) },
  async ({ pid }) => {
    const maps = await readFile(`/proc/${pid}/maps`, "utf8");
    return [...new Set(maps.match(/\/\S+\.so[.\d]*/g) ?? [])];
  },
);
const { pages } = await printDocument({ folder, document, output, browser });
process.stdout.write(
  JSON.stringify({ origin: choice.origin, path: choice.executablePath, libraries, notices, pages }),
);
