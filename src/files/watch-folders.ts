// Repeats work whenever anything in a folder changes.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createFolderAlarm, type KnownFolder } from "./folder-alarm.ts";
import { VAULT } from "./pack-layout.ts";
import { systemErrorCode } from "./system-error.ts";

/** How often the folders are looked at where the system tells of no change, in milliseconds. */
const INTERVAL = 400;

/** A change counts once nothing has changed for so long: editors write a file in several steps. */
const QUIET = 70;

/** The same after a change that came while work was done: whoever saves so often goes on, and wants the last state only. */
const QUIET_WHEN_BUSY = 300;

/**
 * Calls `work` at once, and again after files below the folders have been added, changed or removed, until the signal is aborted.
 * A change made while `work` runs leads to another call. Dotfiles and the vault are passed over; a folder may come and go.
 *
 * What counts is what the files look like: `fs.watch` of Node 20 on Linux loses sight of a file that is replaced by a rename, as
 * many editors save, and hears nothing on some mounted file systems. It only says when to look at once.
 */
export async function watchFolders(
  folders: readonly string[],
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const alarm = createFolderAlarm();
  const look = async (): Promise<string> => {
    const seen = (await Promise.all(folders.map(describe))).flat();
    alarm.listen(seen.filter(({ folder }) => folder));
    return seen.map(({ path, state, identity }) => `${path} ${state} ${identity}`).join("\n");
  };
  try {
    let known = await look();
    await work();
    let busy = true;
    while (busy || (await alarm.wait(INTERVAL, signal))) {
      const seen = await look();
      const changed = seen !== known;
      if (changed) {
        known = await lookUntilQuiet(look, seen, busy ? QUIET_WHEN_BUSY : QUIET, signal);
        if (!signal.aborted) await work();
      }
      busy = changed && !signal.aborted;
    }
  } finally {
    alarm.close();
  }
}

async function lookUntilQuiet(
  look: () => Promise<string>,
  first: string,
  quiet: number,
  signal: AbortSignal,
): Promise<string> {
  let seen = first;
  while (await waited(quiet, signal)) {
    const again = await look();
    if (again === seen) break;
    seen = again;
  }
  return seen;
}

/** False where the signal was aborted meanwhile. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  return wait(ms, true, { signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
}

/** A file or folder as it is seen. */
interface Seen extends KnownFolder {
  readonly folder: boolean;
  /** Time and size of a file. */
  readonly state: string;
}

/** A folder and every file below it; a change of the folder is a change of one of these. */
async function describe(folder: string): Promise<Seen[]> {
  const status = await stat(folder).catch(() => undefined);
  const entries = await Promise.all((await listNames(folder)).map((name) => describeEntry(folder, name)));
  return [{ path: folder, folder: true, state: "", identity: status?.ino }, ...entries.flat()];
}

async function describeEntry(folder: string, name: string): Promise<Seen[]> {
  if (name.startsWith(".") || name === VAULT) return [];
  const path = join(folder, name);
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory()) return describe(path);
  return [{ path, folder: false, state: `${status?.mtimeMs} ${status?.size}`, identity: status?.ino }];
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return [];
  }
}
