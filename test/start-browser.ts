// The browser of this machine, for tests that look at pages.
import puppeteer, { type Browser, type Viewport } from "puppeteer";
import { findBrowser } from "../src/print/browser/find.ts";
import { systemProbes } from "../src/print/browser/system-probes.ts";

/** What has a test that prints use the browser that `startBrowser` starts. */
export const browserOfTests: string | undefined = process.env.BRIEFING_BROWSER || undefined;

/** Starts a browser that is installed, where there is one; else as `startBrowser`. */
export const startInstalledBrowser = (): Promise<Browser> => start(undefined);

/** Starts the browser that `BRIEFING_BROWSER` names, or else one that is found. */
export const startBrowser = (viewport?: Viewport): Promise<Browser> => start(browserOfTests, viewport);

async function start(wanted: string | undefined, defaultViewport?: Viewport): Promise<Browser> {
  const { executablePath, env, build } = await findBrowser(wanted, systemProbes());
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    headless: build === "shell" ? "shell" : true,
    ...(defaultViewport === undefined ? {} : { defaultViewport }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
