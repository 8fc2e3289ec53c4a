// The browser that takes pictures: the bundled one, in one version on every machine, with no fonts but its own and those of the pages.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";

/** Whether this machine has the bundled browser: the optional dependency may be left out, and has a build for Linux x64 only. */
export async function hasPictureBrowser(): Promise<boolean> {
  return (await systemProbes().unpackBundled()) !== undefined;
}

/** Starts the browser, lends it out and ends it. */
export async function withPictureBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { executablePath, env, folder } = await findBrowser("bundled", systemProbes());
  const home = await mkdtemp(join(tmpdir(), "briefing-pictures-"));
  try {
    const fonts = join(home, "fonts.conf");
    await writeFile(fonts, renderFontConfig(join(folder ?? "", "fonts"), join(home, "cache")));
    const browser = await puppeteer.launch({
      executablePath,
      headless: "shell",
      env: { ...process.env, ...env, FONTCONFIG_FILE: fonts },
      args: [
        "--disable-gpu",
        "--disable-lcd-text",
        "--font-render-hinting=none",
        "--force-color-profile=srgb",
        "--hide-scrollbars",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    });
    try {
      return await use(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function renderFontConfig(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}
