// Makes a folder and those above it.
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { systemErrorCode } from "./system-error.ts";

/**
 * Makes `path` and the folders above it, as far as they do not exist. The recursive `mkdir` of Node 20 is not used: it never
 * returns where a file system denies a new folder with ENOENT, as /proc does on Linux.
 */
export async function makeFolders(path: string): Promise<void> {
  if (await madeOrThere(path)) return;
  await makeFolders(dirname(path));
  await mkdir(path).catch(ignoreExisting);
}

/** False where the folder above is missing. */
async function madeOrThere(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT" && dirname(path) !== path) return false;
    ignoreExisting(error);
    return true;
  }
}

function ignoreExisting(error: unknown): void {
  if (!["EEXIST", "EISDIR"].includes(systemErrorCode(error) ?? "")) throw error;
}
