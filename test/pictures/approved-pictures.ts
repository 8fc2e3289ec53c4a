// The folder of approved pictures, and the folder for those that were found to differ.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { REPOSITORY } from "../e2e/build-repository-pack.ts";
import { encodePalette, type Picture } from "./palette-png.ts";

const APPROVED = join(REPOSITORY, "test/pictures/approved");

/** Where pictures are written that differ; git ignores it. */
export const RESULTS = join(REPOSITORY, "test-results/pictures");

/** The names of the approved pictures, sorted. */
export async function listApproved(): Promise<string[]> {
  const files = await readdir(APPROVED).catch(() => []);
  return files
    .filter((file) => file.endsWith(".png"))
    .map((file) => file.slice(0, -".png".length))
    .sort();
}

/** An approved picture. */
export async function readApproved(name: string): Promise<Picture> {
  return PNG.sync.read(await readFile(join(APPROVED, `${name}.png`)));
}

/** Approves pictures in place of all that were. Returns how many bytes they take. */
export async function approvePictures(pictures: ReadonlyMap<string, Picture>): Promise<number> {
  await rm(APPROVED, { recursive: true, force: true });
  return writePictures(APPROVED, pictures);
}

/** Writes pictures into a folder. Returns how many bytes they take. */
export async function writePictures(folder: string, pictures: ReadonlyMap<string, Picture>): Promise<number> {
  await mkdir(folder, { recursive: true });
  let size = 0;
  for (const [name, picture] of pictures) {
    const bytes = encodePalette(picture);
    size += bytes.length;
    await writeFile(join(folder, `${name}.png`), bytes);
  }
  return size;
}
