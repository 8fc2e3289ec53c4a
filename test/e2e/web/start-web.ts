// Before all tests of web pages: builds the sites, serves them and starts one browser. After them: ends all of it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { serveFolder } from "../../serve-folder.ts";
import { startBrowser } from "../../start-browser.ts";
import { buildSites } from "./build-sites.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with the sites, where they are served, and where the browser listens. */
    web: { readonly folder: string; readonly origin: string; readonly browser: string };
  }
}

/** Sets up what the tests of web pages share. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "briefing-web-"));
  const [browser, server] = await Promise.all([startBrowser(), serveFolder(folder), buildSites(folder)]);
  project.provide("web", { folder, origin: server.origin, browser: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
