// Keeps an unpacked folder between runs: made once, whole or not at all, and made again if it is damaged.
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { recoverFolder, withSibling } from "../../files/leftovers.ts";
import { makeFolders } from "../../files/make-folders.ts";

const LIST = "complete.json";

/** Size and time of change (ms) of each file, by its path in the folder. */
type FileList = Readonly<Record<string, readonly [size: number, changed: number]>>;

/**
 * The folder with everything that `fill` puts into it. It is filled as a temporary sibling and renamed, so that a
 * killed run leaves nothing half made (and the next removes what it was about), and two runs at once both end with a whole one.
 * @throws what `fill` or the file system raises
 */
export async function keepUnpacked(folder: string, fill: (to: string) => Promise<void>): Promise<string> {
  // Whoever may not write to the cache finds it filled, or fails below.
  await recoverFolder(folder).catch(() => undefined);
  if (await isWhole(folder)) return folder;
  await makeFolders(dirname(folder));
  return withSibling(folder, "tmp", async (fresh) => {
    try {
      await mkdir(fresh);
      await fill(fresh);
      await chmod(fresh, 0o755);
      await writeFile(join(fresh, LIST), JSON.stringify(await listFiles(fresh)));
      await install(fresh, folder);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    return folder;
  });
}

async function install(fresh: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await rename(fresh, folder);
    } catch (error) {
      // Another run was faster, or a damaged one is in the way.
      if (await isWhole(folder)) return;
      if (attempt === 4) throw error;
      await withSibling(folder, "old", async (damaged) => {
        await rename(folder, damaged).catch(() => undefined);
        await rm(damaged, { recursive: true, force: true });
      });
    }
  }
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const expected = JSON.parse(await readFile(join(folder, LIST), "utf8")) as FileList;
    const states = await Promise.all(
      Object.entries(expected).map(async ([path, [size, changed]]) => {
        const file = await stat(join(folder, path));
        return file.size === size && Math.floor(file.mtimeMs) === changed;
      }),
    );
    return states.every((same) => same);
  } catch {
    return false;
  }
}

async function listFiles(folder: string): Promise<FileList> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== LIST);
  const rows = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(path);
      return [path.slice(folder.length + 1), [size, Math.floor(mtimeMs)]] as const;
    }),
  );
  return Object.fromEntries(rows);
}
