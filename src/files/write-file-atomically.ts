// Writes one file so that at every moment either the old or the new one is there, whole.
import { realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withSibling } from "./leftovers.ts";
import { makeFolders } from "./make-folders.ts";
import { explainUnwritable } from "./output-error.ts";
import { systemErrorCode } from "./system-error.ts";

/**
 * Writes `content` to `path`, and makes the folders above it. A symbolic link at `path` stays one.
 * @throws BriefingError (usage) where the place cannot be written to; what was there is then unchanged.
 */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await followLink(path);
    await withSibling(target, "tmp", async (temporary) => {
      try {
        await makeFolders(dirname(target));
        await writeFile(temporary, content);
        await rename(temporary, target);
      } finally {
        await rm(temporary, { force: true });
      }
    });
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
