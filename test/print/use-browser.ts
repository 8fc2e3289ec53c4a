// Run by itself: prints a document with the browser this machine offers, and tells which libraries that maps.
import { readFile, readlink } from "node:fs/promises";
import { dirname } from "node:path";
import { findBrowser } from "../../src/print/browser/find.ts";
import { withBrowser } from "../../src/print/browser/launch.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { printDocument } from "../../src/print/print-document.ts";

const [folder = "", document = "", output = "", browser] = process.argv.slice(2);
const choice = await findBrowser(browser, systemProbes());
const notices: string[] = [];
const { libraries, home } = await withBrowser(
  { choice, onNotice: (notice) => notices.push(notice) },
  async ({ pid }) => {
    const maps = await readFile(`/proc/${pid}/maps`, "utf8");
    // Where another user cannot reach the browser, it is a copy that runs.
    const home = dirname(await readlink(`/proc/${pid}/exe`));
    return { libraries: [...new Set(maps.match(/\/\S+\.so[.\d]*/g) ?? [])], home };
  },
);
const { pages } = await printDocument({ folder, document, output, browser });
process.stdout.write(
  JSON.stringify({ origin: choice.origin, path: choice.executablePath, home, libraries, notices, pages }),
);
