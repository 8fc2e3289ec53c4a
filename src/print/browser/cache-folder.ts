// Where the print engine keeps what is costly to make again; deleting it is always safe.
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The cache folder: what BRIEFING_CACHE says, else `node_modules/.cache/briefing` of the project that holds this
 * package (its own checkout, or the project it is installed in).
 */
export function cacheFolder(fromEnvironment: string | undefined): string {
  if (fromEnvironment) return resolve(fromEnvironment);
  return join(nearestModules(packageRoot()), ".cache", "briefing");
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** The `node_modules` the package lies in (its parent, or its grandparent if its name is scoped), else its own. */
function nearestModules(root: string): string {
  const above = [dirname(root), dirname(dirname(root))];
  return above.find((folder) => basename(folder) === "node_modules") ?? join(root, "node_modules");
}
