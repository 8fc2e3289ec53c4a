// A cache in which nothing is kept but the unpacked browser, which no print is to be charged with.
import { chmod, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../../src/print/browser/cache-folder.ts";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";

/** Makes the cache at `folder`. */
export async function makeCache(folder: string): Promise<void> {
  await findBrowser("bundled", systemProbes());
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const kept = cacheFolder(process.env.BRIEFING_CACHE);
  for (const name of await readdir(kept)) {
    if (/^chromium-[\d.]+$|^fontconfig$/.test(name)) await symlink(join(kept, name), join(folder, name));
  }
}
