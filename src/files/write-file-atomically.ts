// Writes files so that at every moment either the old or the new one is there, whole.
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { clearLeftovers, withSibling } from "./leftovers.ts";
import { makeFolders } from "./make-folders.ts";
import { explainUnwritable, outputError } from "./output-error.ts";
import { systemErrorCode } from "./system-error.ts";

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes `content` to `path`, and makes the folders above it. A symbolic link at `path` stays one. What a killed run left half
 * written beside it is removed.
 * @throws BriefingError (usage) where the place cannot be written to, or is neither a file nor free (a device, a pipe, a folder);
 * what was there is then unchanged.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  return writeFilesAtomically([{ path, content }]);
}

/**
 * Writes files that belong together: none takes its place before all are written beside theirs.
 * @throws as `writeFileAtomically`; what was there is then unchanged
 */
export function writeFilesAtomically(files: readonly NewFile[]): Promise<void> {
  return stageFiles(files, []);
}

type StagedFile = { readonly path: string; readonly target: string; readonly temporary: string };

async function stageFiles(
  [first, ...rest]: readonly NewFile[],
  staged: readonly StagedFile[],
): Promise<void> {
  if (!first) {
    // A folder refuses a file only when it is to take its place: by then others would have taken theirs.
    for (const { path, target } of staged) await explained(path, () => refuseFolder(target));
    for (const { path, target, temporary } of staged) await explained(path, () => rename(temporary, target));
    return;
  }
  const { path, content } = first;
  await explained(path, async () => {
    const target = await followLink(path);
    await refuseSpecialFile(path, target);
    // What cannot be cleared away keeps nothing from being written.
    await clearLeftovers(target).catch(() => undefined);
    await withSibling(target, "tmp", async (temporary) => {
      try {
        await makeFolders(dirname(target));
        await writeFile(temporary, content);
        await stageFiles(rest, [...staged, { path, target, temporary }]);
      } finally {
        await rm(temporary, { force: true });
      }
    });
  });
}

async function explained(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw explainUnwritable(path, error);
  }
}

async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return path;
    throw error;
  }
}

async function refuseFolder(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory())
    throw Object.assign(new Error(`${target} is a folder`), { code: "EISDIR", syscall: "rename" });
}

/** A file that is put in the place of a device would take it from every program on the machine. */
async function refuseSpecialFile(path: string, target: string): Promise<void> {
  const found = await stat(target).catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined || found.isFile() || found.isDirectory()) return;
  throw outputError(
    `${path} cannot be written: it is a device, a pipe or a socket, and a file would take its place. Name a file with --out or -o.`,
  );
}
