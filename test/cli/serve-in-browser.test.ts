// The live server with the real stages in a real browser: pages follow what is saved, and the print view is paginated.
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { EXIT } from "../../src/errors.ts";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { recordIo } from "./fake-io.ts";

const DOCUMENTS = packFolder("../documents/good");
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

let browser: Browser;
beforeAll(async () => {
  const { executablePath, env } = await findBrowser(undefined, systemProbes());
  browser = await puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});
afterAll(() => browser?.close());
beforeEach(() => cp(packFolder("good"), inside("content"), { recursive: true }));

/** Serves the pack while `use` looks at one of its pages; `told` is what stood on stderr so far. */
async function withServed(path: string, use: (page: Page, told: () => string) => Promise<void>) {
  const io = recordIo(temporary());
  const served = run(["serve", "--port", "0"], io);
  try {
    await expect.poll(io.out, { timeout: 15_000 }).toContain("Print view:");
    const page = await browser.newPage();
    await page.goto(`${/http:\S+(?=\/\n)/.exec(io.out())?.[0]}${path}`);
    await use(page, io.err);
    await page.close();
  } finally {
    io.abort();
    expect(await served).toBe(EXIT.interrupted);
  }
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(inside("content", file), "utf8");
  expect(text).toContain(from);
  await writeFile(inside("content", file), text.replace(from, to));
}

/** Waits until the page shows a text, or no longer shows it. */
const shown = (page: Page, text: string, there = true) =>
  page.waitForFunction(
    (words, wanted) => document.body?.innerText.includes(words) === wanted,
    { timeout: 10_000 },
    text,
    there,
  );

test("a page reloads by itself when a quotation is changed that was compared and has no receipt yet", async () => {
  const imported = await run(
    ["import", `${DOCUMENTS}/gazette.txt`, `${DOCUMENTS}/pilot.txt`],
    recordIo(temporary()),
  );
  expect(imported).toBe(EXIT.ok);
  await withServed("/sources/s2.html", async (page, told) => {
    await shown(page, "порожня, як барабан");
    expect(told()).toBe("Built the site.\n");
    await edit("sources/s2.md", "„порожня, як барабан“", "„порожня“");
    await shown(page, "порожня, як барабан", false);
    await shown(page, "„порожня“");
    expect(told()).toContain("Run “briefing check --update” when you are done writing.");
  });
});

test("a problem is shown over the page until it is mended", async () => {
  await withServed("/", async (page) => {
    await edit("summary.md", "three marks for every keel", "three marks for any keel");
    const panel = await page.waitForSelector("iframe", { timeout: 10_000 });
    const frame = await panel?.contentFrame();
    await frame?.waitForFunction(() => document.body?.innerText.includes("quotation-without-receipt"));
    await edit("summary.md", "three marks for any keel", "three marks for every keel");
    await page.waitForFunction(() => document.querySelector("iframe") === null, { timeout: 10_000 });
  });
});

test("the print view is laid out in pages, and again after a change", async () => {
  await withServed("/print/preview", async (page) => {
    const laidOut = (text: string) =>
      page.waitForFunction(
        (words) => {
          const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
          return pages.length > 8 && pages.some(({ innerText }) => innerText.includes(words));
        },
        { timeout: 15_000 },
        text,
      );
    await laidOut("The pilot writes from memory");
    await edit("summary.md", "The pilot writes from memory", "The pilot wrote from memory");
    await laidOut("The pilot wrote from memory");
  });
});
