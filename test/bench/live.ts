// How long it takes from saving a file until both panes of the desk show it, against making everything anew; run by `npm run bench:live`.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "puppeteer";
import { run } from "../../src/cli/run.ts";
import { writeReceipts } from "../../src/files/evidence-files.ts";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { loadPack } from "../../src/pack/load.ts";
import { recordIo } from "../cli/fake-io.ts";
import { startBrowser } from "../start-browser.ts";
import { generatePack } from "./generate-pack.ts";

const SAVES = 5;
/** Both panes are to show what was saved within this time, in milliseconds; it is told, and never fails: machines differ. */
const AT_MOST = 1_000;

/** A pack to measure with, and the words in one of its files before which something is written each time. */
interface Case {
  readonly name: string;
  readonly file: string;
  /** The page of the site that shows it. */
  readonly shown: string;
  readonly before: string;
  make(folder: string): Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    name: "the repository's pack",
    file: "sources/s2.md",
    shown: "/sources/s2.html",
    before: "Bryen rejects a guarantee",
    make: (folder) =>
      cp(fileURLToPath(new URL("../../content", import.meta.url)), folder, { recursive: true }),
  },
  {
    name: "a pack of 100 parts",
    file: "sources/s40.md",
    shown: "/sources/s40.html",
    before: "Words that say nothing.",
    make: async (folder) => {
      const { documents } = await generatePack(folder, {
        sources: 96,
        passages: 26,
        words: 40,
        quotations: 10,
      });
      await importDocuments({ folder, files: documents, today: "2026-01-02" });
      const { receipts } = await loadPack(folder, { requireReceipts: false });
      await writeReceipts(folder, receipts.text);
    },
  },
];

/** What was measured, in milliseconds. */
interface Measured {
  readonly pages: number;
  /** From opening the desk until every page is there: all parts are laid out. */
  readonly all: number;
  /** From saving a change of one part until it can be seen in each pane, the median; and how much of it was the build. */
  readonly print: number;
  readonly site: number;
  readonly build: number;
}

async function measure(page: Page, { file, shown, before }: Case, folder: string): Promise<Measured> {
  const io = recordIo(folder);
  const served = run(["serve", "--port", "0"], io);
  try {
    const origin = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(io.out())?.[0]);
    const opened = performance.now();
    await page.goto(origin);
    const pages = await readPages(page);
    const all = performance.now() - opened;
    await (await paneOf(page, "site")).goto(`${origin}${shown}`);
    const times: Pick<Measured, "print" | "site" | "build">[] = [];
    for (let save = 1; save <= SAVES; save += 1) {
      times.push(await saveOnce(page, join(folder, "content", file), before, `Savemark${save}`));
    }
    return {
      pages,
      all,
      print: median(times.map(({ print }) => print)),
      site: median(times.map(({ site }) => site)),
      build: median(times.map(({ build }) => build)),
    };
  } finally {
    io.abort();
    await served;
  }
}

/** Saves a change, and waits for it in both panes; throws where other parts were laid out again. */
async function saveOnce(
  page: Page,
  file: string,
  before: string,
  mark: string,
): Promise<Pick<Measured, "print" | "site" | "build">> {
  const print = await paneOf(page, "print");
  await print.evaluate(() => {
    for (const one of document.querySelectorAll(".pagedjs_page")) one.setAttribute("data-known", "");
  });
  const text = await readFile(file, "utf8");
  if (!text.includes(before)) throw new Error(`“${before}” is not in ${file}.`);
  const begun = performance.now();
  await writeFile(file, text.replace(before, `${mark} ${before}`));
  const shows = async (frame: Frame, selector: string): Promise<number> => {
    await frame.waitForFunction(
      (words, where) => document.querySelector(where)?.textContent?.includes(words) === true,
      { polling: 10, timeout: 120_000 },
      mark,
      selector,
    );
    return performance.now() - begun;
  };
  // The pane of the site is loaded anew under its address.
  const [inPrint, inSite] = await Promise.all([
    shows(print, ".pagedjs_pages"),
    shows(await paneOf(page, "site"), "main"),
  ]);
  const parts = await print.evaluate(() => {
    const fresh = document.querySelectorAll<HTMLElement>(".pagedjs_page:not([data-known])");
    return [...new Set([...fresh].map(({ dataset }) => dataset.ofPart))];
  });
  // The page about the pack names its fingerprint, which changes with every word.
  const others = parts.filter((name) => name !== "about");
  if (others.length !== 1) throw new Error(`For a change of one part were laid out: ${parts.join(", ")}.`);
  const build = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const events = new EventSource("/__briefing/events");
        events.onmessage = ({ data }) => {
          events.close();
          resolve(JSON.parse(data).took);
        };
      }),
  );
  // The site pane and the frame for the next time are made after the pages are shown.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return { print: inPrint, site: inSite, build };
}

async function readPages(page: Page): Promise<number> {
  const said = await page.waitForFunction(
    () => /^(\d+) pages$/.exec(document.querySelector(".paper-state")?.textContent ?? "")?.[1],
    { polling: 10, timeout: 300_000 },
  );
  return Number(await said.jsonValue());
}

async function paneOf(page: Page, pane: "site" | "print"): Promise<Frame> {
  const frame = await (await page.$(`iframe.${pane}`))?.contentFrame();
  if (!frame) throw new Error(`The desk has no pane of the ${pane}.`);
  return frame;
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The server did not start within a minute.");
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const browser = await startBrowser({ width: 1440, height: 900 });
try {
  for (const one of CASES) {
    const folder = await mkdtemp(join(tmpdir(), "briefing-live-"));
    try {
      await one.make(join(folder, "content"));
      const page = await browser.newPage();
      const { pages, all, print, site, build } = await measure(page, one, folder);
      await page.close();
      const most = Math.max(print, site);
      process.stdout.write(
        [
          `${one.name}, ${pages} pages: from saving one part ${Math.round(print)} ms until it is seen in print, ${Math.round(site)} ms on the site`,
          `${Math.round(build)} ms of them the build`,
          `within ${AT_MOST} ms: ${most <= AT_MOST ? "yes" : "NO"}`,
          `all parts anew ${Math.round(all)} ms, ${(all / most).toFixed(1)} times as long\n`,
        ].join("; "),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
} finally {
  await browser.close();
}
