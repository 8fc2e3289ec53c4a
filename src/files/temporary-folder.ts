// A temporary folder of a run's own, gone when the run ends; what a killed run left is removed by the next one.
import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outputError } from "./output-error.ts";
import { hasEnded, MARK_FORM, markOf } from "./process-mark.ts";
import { systemErrorCode, systemErrorMeaning } from "./system-error.ts";

/** A name that no person would give: what bears it may be removed. */
const PREFIX = "briefing~";
const NAME = new RegExp(`^${PREFIX}(${MARK_FORM})~[A-Za-z0-9]{6}$`);

/** Where the folder is made, and how it is removed, where that is not the ordinary way. */
export interface TemporaryFolderOptions {
  /** The folder to make it in; that of the system if left out. */
  readonly base?: string;
  /** Called before a folder is removed, this run's and those of killed runs alike. */
  readonly empty?: (folder: string) => Promise<void>;
}

/** Tells what the system answered when the temporary folder was to be used. Returns `error` unchanged where it is a bug. */
export function explainTemporary(folder: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  return outputError(
    `Nothing can be kept for a while in ${folder}: ${systemErrorMeaning(code)}. Mend that, or name another folder with TMPDIR.`,
    error,
  );
}

/**
 * Runs `use` with an empty folder that only this user may enter, and removes it with all it holds.
 * @throws BriefingError (usage) where no folder can be made; what `use` throws.
 */
export async function withTemporaryFolder<T>(
  use: (folder: string) => Promise<T>,
  { base = tmpdir(), empty = async () => undefined }: TemporaryFolderOptions = {},
): Promise<T> {
  const remove = async (folder: string) => {
    await empty(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const folder = await makeFolder(base, remove).catch((error: unknown) => {
    throw explainTemporary(base, error);
  });
  try {
    return await use(folder);
  } finally {
    await remove(folder);
  }
}

async function makeFolder(base: string, remove: (folder: string) => Promise<void>): Promise<string> {
  for (const stale of await findStale(base)) {
    // Another run may be about the same; what cannot be removed is in nobody's way.
    await remove(stale).catch(() => undefined);
  }
  return mkdtemp(join(base, `${PREFIX}${markOf(process.pid)}~`));
}

/** The folders of runs that have ended. Only this user's: whoever else made one could have it lead anywhere. */
async function findStale(base: string): Promise<string[]> {
  const stale: string[] = [];
  for (const name of await readdir(base)) {
    const mark = NAME.exec(name)?.[1];
    if (mark === undefined) continue;
    const path = join(base, name);
    const found = await lstat(path).catch(() => undefined);
    if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue;
    if (hasEnded(mark, Date.now() - found.ctimeMs)) stale.push(path);
  }
  return stale;
}
