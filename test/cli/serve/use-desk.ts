// The live server with the real stages and a real browser, whose site is held to the policy that hosted pages carry.
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Frame, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Engine, engine } from "../../../src/cli/engine.ts";
import { run } from "../../../src/cli/run.ts";
import { EXIT } from "../../../src/errors.ts";
import { useTemporaryFolder } from "../../files/temporary-folder.ts";
import { packFolder } from "../../pack/altered-pack.ts";
import { startBrowser } from "../../start-browser.ts";
import { type RecordedIo, recordIo } from "../fake-io.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** A server that runs. */
interface Served {
  readonly origin: string;
  readonly io: RecordedIo;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** What a test has: the good pack in a folder of its own, a server for it, and a browser. */
export interface Desk {
  /** A path in the temporary folder; the pack is in `content`. */
  inside(...parts: string[]): string;
  edit(file: string, from: string, to: string): Promise<void>;
  /** Has a text in the print styles be another, in every build of this test. */
  editPrintStyles(from: string, to: string): void;
  serve(port?: string): Promise<Served>;
  /** Serves the pack and opens the page at a path; `/` is the desk. */
  open(path?: string): Promise<{ page: Page; served: Served }>;
  /** What pages wrote to their consoles in this test, and what went wrong in them. */
  said(): readonly string[];
}

/** Sets a desk up for every test of the file, and clears away after each. */
export function useDesk(): Desk {
  const temporary = useTemporaryFolder();
  const inside = (...parts: string[]): string => join(temporary(), ...parts);
  let browser: Browser;
  const running = new Set<Served>();
  const pages: Page[] = [];
  const said: string[] = [];
  const styleEdits: (readonly [from: string, to: string])[] = [];
  beforeAll(async () => {
    browser = await startBrowser({ width: 1440, height: 900 });
  });
  afterAll(() => browser?.close());
  beforeEach(() => cp(packFolder("good"), inside("content"), { recursive: true }));
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    for (const served of running) await served.stop();
    said.splice(0);
    styleEdits.splice(0);
  });

  const changed: Engine = {
    ...underPolicy,
    buildSite: async (options) => {
      const built = await underPolicy.buildSite(options);
      const path = join(options.output, "assets/print.css");
      for (const [from, to] of styleEdits) await replaceText(path, from, to);
      return built;
    },
  };
  const serve = async (port = "0"): Promise<Served> => {
    const io = recordIo(temporary());
    const done = run(["serve", "--port", port], io, changed);
    const served: Served = {
      get origin() {
        return /http:\/\/127\.0\.0\.1:\d+/.exec(io.out())?.[0] ?? "";
      },
      io,
      stop: async () => {
        running.delete(served);
        io.abort();
        expect(await done).toBe(EXIT.interrupted);
      },
    };
    running.add(served);
    await expect.poll(io.out, { timeout: 30_000 }).toContain("Print view:");
    return served;
  };
  return {
    inside,
    serve,
    edit: (file, from, to) => replaceText(inside("content", file), from, to),
    editPrintStyles: (from, to) => {
      styleEdits.push([from, to]);
    },
    open: async (path = "/") => {
      const served = await serve();
      const page = await browser.newPage();
      pages.push(page);
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      await page.goto(served.origin + path);
      return { page, served };
    },
    said: () => said,
  };
}

async function replaceText(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

/** The real stages; every page of the site carries the policy. */
const underPolicy: Engine = {
  ...engine,
  buildSite: async (options) => {
    const built = await engine.buildSite(options);
    const files = await readdir(options.output, { recursive: true });
    for (const file of files.filter((name) => name.endsWith(".html") && !name.startsWith("print"))) {
      const path = join(options.output, file);
      const meta = `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
      await writeFile(path, (await readFile(path, "utf8")).replace("<head>", meta));
    }
    return built;
  },
};

/** A pane of the desk. */
export async function paneOf(page: Page, name: "site" | "print"): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe.${name}`))?.contentFrame();
  if (!frame) throw new Error(`There is no pane ${name}.`);
  return frame;
}

/** Waits until the desk says of its pages how many there are. */
export async function whenPaginated(page: Page): Promise<void> {
  await page.waitForFunction(
    () => /^\d+ pages$/.test(document.querySelector(".paper-state")?.textContent ?? ""),
    { timeout: 30_000 },
  );
}

/** Waits until a page or pane shows a text, or no longer shows it. */
export async function whenShown(pane: Page | Frame, text: string, there = true): Promise<void> {
  await pane.waitForFunction(
    (words, wanted) => document.body?.textContent?.includes(words) === wanted,
    { timeout: 30_000 },
    text,
    there,
  );
}
