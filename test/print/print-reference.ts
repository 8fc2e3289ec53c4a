// The reference: pagedjs-cli's own `Printer`, given a browser that is already running.
import { writeFile } from "node:fs/promises";
import { homedir } from "node:os";
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
const { default: PagedPrinter } = (await import(packageName)) as { default: new () => Printer };

/** Serves a folder and prints a document of it with pagedjs-cli's `Printer`, in the browser of the optional dependency. */
export async function printReference(folder: string, document: string, output: string): Promise<void> {
  const choice = await findBrowser("bundled", systemProbes());
  const fontConfig = `${output}.fonts.conf`;
  if (choice.fonts) {
    await writeFile(fontConfig, renderFontConfig(choice.fonts.own, choice.fonts.cache, homedir()));
  }
  const browser = await launch({
    executablePath: choice.executablePath,
    headless: "shell",
    pipe: true,
    args: ["--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    env: { ...process.env, ...choice.env, FONTCONFIG_FILE: fontConfig },
  });
  try {
    const printer = new PagedPrinter();
    printer.setup = async () => {
      printer.browser = browser;
      return browser;
    };
    await withServer(folder, async ({ origin }) =>
      writeFile(output, await printer.pdf(`${origin}/${document}`, { outlineTags: ["h1"] })),
    );
  } finally {
    await browser.close();
  }
}
