// Repeats work whenever anything in a folder changes.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { VAULT } from "./pack-layout.ts";
import { systemErrorCode } from "./system-error.ts";

/** How often the folders are looked at, in milliseconds; a change counts once nothing has changed for so long. */
const INTERVAL = 200;

/**
 * Calls `work` at once, and again after files below the folders have been added, changed or removed, until the signal is aborted.
 * A change made while `work` runs leads to another call. Dotfiles and the vault are passed over; a folder may come and go.
 *
 * It looks at the files again and again: `fs.watch` of Node 20 on Linux loses sight of a file that is replaced by a rename, as
 * many editors save, and hears nothing on some mounted file systems.
 */
export async function watchFolders(
  folders: readonly string[],
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const look = async (): Promise<string> => (await Promise.all(folders.map(describe))).join("\n");
  let known = await look();
  await work();
  while (await waited(signal)) {
    const seen = await look();
    if (seen === known) continue;
    known = await lookUntilQuiet(look, seen, signal);
    if (!signal.aborted) await work();
  }
}

async function lookUntilQuiet(
  look: () => Promise<string>,
  first: string,
  signal: AbortSignal,
): Promise<string> {
  let seen = first;
  while (await waited(signal)) {
    const again = await look();
    if (again === seen) break;
    seen = again;
  }
  return seen;
}

/** False where the signal was aborted meanwhile. */
async function waited(signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  return wait(INTERVAL, true, { signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
}

/** Every file below a folder with its time, size and identity, as one text; a change of the folder is a change of the text. */
async function describe(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of await listNames(folder)) {
    if (name.startsWith(".") || name === VAULT) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status?.isDirectory()) lines.push(await describe(path));
    else lines.push(`${path} ${status?.mtimeMs} ${status?.size} ${status?.ino}`);
  }
  return [folder, ...lines].join("\n");
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return [];
  }
}
