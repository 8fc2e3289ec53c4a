// Makes the files of a folder reachable from elsewhere.
import { chmod, constants, copyFile, link, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes `to` a folder with the same files as `from`: by links where both are on one disk, else by copies. Every user may read it;
 * nobody else may write to it.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await copyForAll(source, target);
  }
}

async function copyForAll(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
  // A strict umask may have kept the file from others when it was unpacked.
  await chmod(target, 0o755);
}
