// The edge to the machine: looks at the file system and the environment on behalf of `findBrowser`.
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { unpackBundled } from "./bundled.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { BrowserProbes } from "./find.ts";
import { installedPlaces } from "./installed-places.ts";

/** Probes of the machine this process runs on. */
export function systemProbes(env: Readonly<Record<string, string | undefined>> = process.env): BrowserProbes {
  return {
    installedPlaces: installedPlaces(process.platform, env),
    probeExecutable,
    unpackBundled: () => unpackBundled(cacheFolder(env.BRIEFING_CACHE)),
  };
}

async function probeExecutable(path: string): Promise<"ok" | "missing" | "not-a-file" | "not-executable"> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return "missing";
  if (!found.isFile()) return "not-a-file";
  return access(path, constants.X_OK).then(
    () => "ok" as const,
    () => "not-executable" as const,
  );
}
