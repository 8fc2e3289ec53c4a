// The reference: pagedjs-cli's own `Printer`, given a browser that is already running.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer";
import { findBrowser } from "../../src/print/browser/find.ts";
import { renderFontConfig } from "../../src/print/browser/font-config.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { withServer } from "../../src/print/server/server.ts";

/** The part of pagedjs-cli's `Printer` that is used; the package has no types. */
interface Printer {
  browser?: Browser;
  setup(): Promise<Browser>;
  pdf(url: string, options: { outlineTags: string[] }): Promise<Uint8Array>;
}

const packageName: string = "pagedjs-cli";

/** pagedjs-cli's `Printer` in a browser that serves as many documents as are wanted. */
export interface Reference {
  /** Serves a folder and prints a document of it (its path in the folder, with forward slashes). */
  print(folder: string, document: string, output: string): Promise<void>;
  end(): Promise<void>;
}

/** Starts pagedjs-cli's `Printer` in the browser of the optional dependency. */
export async function startReference(): Promise<Reference> {
  const { default: PagedPrinter } = (await import(packageName)) as { default: new () => Printer };
  const { browser, end } = await startPlainBrowser();
  const openPage = browser.newPage.bind(browser);
  // The tool puts scripts into the page, which the policy of the server forbids.
  browser.newPage = async () => {
    const page = await openPage();
    await page.setBypassCSP(true);
    return page;
  };
  const print: Reference["print"] = (folder, document, output) =>
    withServer(folder, async ({ origin }) => {
      const printer = new PagedPrinter();
      printer.setup = async () => {
        printer.browser = browser;
        return browser;
      };
      await writeFile(output, await printer.pdf(`${origin}/${document}`, { outlineTags: ["h1"] }));
    });
  return { print, end };
}

/** Prints one document with pagedjs-cli's `Printer`. */
export async function printReference(folder: string, document: string, output: string): Promise<void> {
  const reference = await startReference();
  try {
    await reference.print(folder, document, output);
  } finally {
    await reference.end();
  }
}

/** Starts the browser of the optional dependency without this engine; `end` ends it and removes its files. */
export async function startPlainBrowser(): Promise<{ browser: Browser; end(): Promise<void> }> {
  const choice = await findBrowser("bundled", systemProbes());
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  const fontConfig = join(folder, "fonts.conf");
  if (choice.fonts) {
    await writeFile(fontConfig, renderFontConfig(choice.fonts.own, choice.fonts.cache, homedir()));
  }
  const browser = await launch({
    executablePath: choice.executablePath,
    headless: "shell",
    pipe: true,
    protocolTimeout: 0,
    args: ["--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    env: { ...process.env, ...choice.env, FONTCONFIG_FILE: fontConfig },
  });
  const end = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, end };
}
