// Replaces a folder by a new one as a whole: filled beside it, then renamed into its place.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { withSibling } from "./leftovers.ts";
import { makeFolders } from "./make-folders.ts";
import { explainUnwritable, outputError } from "./output-error.ts";
import { formatMark, OUTPUT_MARK, type OutputFolder, refuseForeignFolder } from "./output-folder.ts";
import { systemErrorCode } from "./system-error.ts";

/** How often the swap is tried again when other runs set the same folder in place at the same moment. */
const TRIES = 50;

/**
 * Runs `work` with an empty folder beside `target`, then puts that folder in the target's place. When `work` fails, or
 * the signal is aborted before the swap, the target stays as it was and the folder is removed. Between the two renames of
 * the swap the target is missing; a run killed there is mended by `openOutputFolder`. Of two runs at once the last wins.
 * @throws BriefingError (usage) where the place cannot be written to or is no longer this program's; what `work` throws;
 * the signal's reason.
 */
export async function withStagedFolder<T>(
  target: OutputFolder,
  signal: AbortSignal,
  work: (staging: string) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  return withSibling(target.real, "tmp", async (staging) => {
    try {
      await writing(target.path, async () => {
        await makeFolders(dirname(staging));
        await mkdir(staging);
        await writeFile(join(staging, OUTPUT_MARK), formatMark(target.edition));
      });
      const result = await work(staging).catch((error: unknown) => {
        throw concerns(error, staging) ? explainUnwritable(target.path, error) : error;
      });
      signal.throwIfAborted();
      await refuseForeignFolder(target);
      await writing(target.path, () => swap(staging, target.real));
      return result;
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

async function swap(staging: string, target: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (await trySwap(staging, target)) return;
  }
  throw outputError(`${target} is being written by other builds. Wait until they are done, and build again.`);
}

/** False where another run has set a folder in place between the two renames. */
async function trySwap(staging: string, target: string): Promise<boolean> {
  return withSibling(target, "old", async (old) => {
    const moved = await renameIfThere(target, old);
    const done = await renameUnlessTaken(staging, target).catch(async (error: unknown) => {
      if (moved) await rename(old, target);
      throw error;
    });
    await rm(old, { recursive: true, force: true });
    return done;
  });
}

/** False where a folder that is not empty has the name. */
async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST"].includes(systemErrorCode(error) ?? "")) return false;
    throw error;
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/** What the system answers to writing alone, never to reading. */
const OF_WRITING: readonly string[] = ["ENOSPC", "EDQUOT", "EFBIG", "EROFS"];

/**
 * Whether an error of the system is about a file in the folder: the disk is full, say. That of a copy names the file copied as
 * `path` and the copy as `dest`; that of a write to an open file names none, and the work writes to the folder.
 */
function concerns(error: unknown, folder: string): boolean {
  const code = systemErrorCode(error);
  if (code === undefined || code === "ENOENT") return false;
  const { path, dest } = namesOf(error);
  if (path?.startsWith(folder)) return true;
  return OF_WRITING.includes(code) && (dest ?? path ?? folder).startsWith(folder);
}

function namesOf(error: unknown): { readonly path: string | undefined; readonly dest: string | undefined } {
  const read = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  if (!(error instanceof Error)) return { path: undefined, dest: undefined };
  return {
    path: "path" in error ? read(error.path) : undefined,
    dest: "dest" in error ? read(error.dest) : undefined,
  };
}

async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw explainUnwritable(path, error);
  }
}
