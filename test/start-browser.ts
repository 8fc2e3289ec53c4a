// The browser of this machine, for tests that look at pages.
import puppeteer, { type Browser, type Viewport } from "puppeteer";
import { findBrowser } from "../src/print/browser/find.ts";
import { systemProbes } from "../src/print/browser/system-probes.ts";

/** What has a test that prints use the browser that `startBrowser` starts. */
export const browserOfTests: string | undefined = process.env.BRIEFING_BROWSER || undefined;

/** Starts the browser that `BRIEFING_BROWSER` names, or else one that is found. */
export async function startBrowser(defaultViewport?: Viewport): Promise<Browser> {
  const { executablePath, env, build } = await findBrowser(browserOfTests, systemProbes());
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    headless: build === "shell" ? "shell" : true,
    ...(defaultViewport === undefined ? {} : { defaultViewport }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
