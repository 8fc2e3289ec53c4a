// Reads the files of a pack from its folder; what may not be there is told as problems, never thrown.
import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import type { Problem } from "../errors.ts";
import type { PackImage } from "../model/pack.ts";
import { checkPicture } from "./check-picture.ts";
import { decodeText } from "./decode-text.ts";
import * as problems from "./file-problems.ts";
import { LARGEST_TEXT, PACK_FOLDERS, REQUIRED_FILES, useOf, VAULT } from "./pack-layout.ts";

/** The files of a pack as they lie on disk, before anything in them is understood. */
export interface PackFiles {
  /** The pack's folder, absolute. */
  readonly folder: string;
  /** The text of each text file by its path relative to the folder, with forward slashes; sorted by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The image files, sorted by path. */
  readonly images: readonly PackImage[];
  /** The SHA-256 digest of each text, as it was read, and of each image, by path, in hexadecimal digits. */
  readonly digests: ReadonlyMap<string, string>;
  /** What is wrong with the folder and its files. */
  readonly problems: readonly Problem[];
}

/** One thing met in the folder. */
type Found =
  | { readonly kind: "text"; readonly file: string; readonly text: string }
  | { readonly kind: "image"; readonly file: string; readonly path: string; readonly digest: string }
  | { readonly kind: "folder"; readonly file: string }
  | { readonly kind: "problem"; readonly file: string; readonly problem: Problem };

/** The pack's folder as it was named, and with its symbolic links resolved. */
interface Root {
  readonly path: string;
  readonly real: string;
}

/**
 * Reads every text file of the pack in `folder` and lists its images. Text is UTF-8 without byte order mark, lines end
 * with LF. Dotfiles, `evidence.lock.json` and `vault/` are passed over; every other file that the layout does not know
 * is a problem, as is one that cannot be read as text. Nothing is thrown but bugs.
 */
export async function readPackFiles(folder: string): Promise<PackFiles> {
  const path = resolve(folder);
  const unusable = await findFolderProblem(path);
  if (unusable !== undefined) {
    return { folder: path, texts: new Map(), images: [], digests: new Map(), problems: [unusable] };
  }

  const root = { path, real: await realpath(path) };
  const found = await readEntries(root, "");
  for (const { kind, file } of [...found]) {
    if (kind === "folder") found.push(...(await readEntries(root, file)));
  }
  const sorted = found.sort((left, right) => compare(left.file, right.file));
  return {
    folder: path,
    texts: new Map(sorted.flatMap((entry) => (entry.kind === "text" ? [[entry.file, entry.text]] : []))),
    images: sorted.flatMap((entry) =>
      entry.kind === "image" ? [{ file: entry.file, path: entry.path }] : [],
    ),
    digests: new Map(sorted.flatMap(digestOf)),
    problems: [
      ...sorted.flatMap((entry) => (entry.kind === "problem" ? [entry.problem] : [])),
      ...findMissing(sorted),
    ],
  };
}

function digestOf(entry: Found): [file: string, digest: string][] {
  if (entry.kind === "text") return [[entry.file, digest(entry.text)]];
  return entry.kind === "image" ? [[entry.file, entry.digest]] : [];
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function findFolderProblem(folder: string): Promise<Problem | undefined> {
  try {
    return (await stat(folder)).isDirectory() ? undefined : problems.folderIsFile(folder);
  } catch (error) {
    return problems.folderMissing(folder, error);
  }
}

async function readEntries(root: Root, folder: string): Promise<Found[]> {
  let names: string[];
  try {
    names = (await readdir(join(root.path, folder))).filter((name) => !name.startsWith(".")).sort(compare);
  } catch (error) {
    const file = folder === "" ? "." : folder;
    return [{ kind: "problem", file, problem: problems.fileUnreadable(file, error) }];
  }
  const found = findTwins(folder, names);
  for (const name of names) {
    const entry = await readEntry(root, folder, name);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

/** Reads one entry of a folder; undefined where it is rightly passed over. */
async function readEntry(root: Root, folder: string, name: string): Promise<Found | undefined> {
  const file = fileIn(folder, name);
  const path = join(root.path, folder, name);
  const wrong = (problem: Problem): Found => ({ kind: "problem", file, problem });
  if (file === VAULT) return undefined;
  try {
    if ((await lstat(path)).isSymbolicLink() && leadsOutside(root, await realpath(path))) {
      return wrong(problems.linkLeadsOutside(file));
    }
    const status = await stat(path);
    if (status.isDirectory()) {
      const known = folder === "" && PACK_FOLDERS.includes(name);
      return known ? { kind: "folder", file } : wrong(problems.outsideLayout(folder, `${file}/`));
    }
    const use = status.isFile() ? useOf(folder, name) : undefined;
    if (use === undefined) return wrong(problems.outsideLayout(folder, file));
    if (use === "passed over") return undefined;
    if (use === "image") {
      const target = await realpath(path);
      if (!target.startsWith(join(root.real, folder) + sep))
        return wrong(problems.pictureLinkLeadsOutside(file));
      const content = await readFile(path);
      const problem = checkPicture(file, content);
      return problem === undefined ? { kind: "image", file, path, digest: digest(content) } : wrong(problem);
    }
    if (status.size > LARGEST_TEXT) return wrong(problems.fileTooLarge(file, status.size));
    const { text, problem } = decodeText(file, await readFile(path));
    return problem === undefined ? { kind: "text", file, text } : wrong(problem);
  } catch (error) {
    return wrong(problems.fileUnreadable(file, error));
  }
}

/** The vault counts as outside: a link into it would put a full text into the public edition. */
function leadsOutside(root: Root, target: string): boolean {
  const within = (folder: string): boolean => target === folder || target.startsWith(folder + sep);
  return !within(root.real) || within(join(root.real, VAULT));
}

function findTwins(folder: string, names: readonly string[]): Found[] {
  const met = new Map<string, string>();
  return names.flatMap((name): Found[] => {
    const folded = name.normalize("NFC").toLowerCase();
    const twin = met.get(folded);
    met.set(folded, twin ?? name);
    const file = fileIn(folder, name);
    return twin === undefined
      ? []
      : [{ kind: "problem", file, problem: problems.namesDifferByCase(file, twin) }];
  });
}

function findMissing(found: readonly Found[]): Problem[] {
  if (found.some(({ file }) => file === ".")) return [];
  const missing = REQUIRED_FILES.filter((wanted) => !found.some(({ file }) => file === wanted));
  const sources = found.some(
    ({ kind, file }) => (kind === "problem" && file === "sources") || isSource(file),
  );
  return [...missing.map(problems.fileMissing), ...(sources ? [] : [problems.noSources()])];
}

function isSource(file: string): boolean {
  return file.startsWith("sources/") && useOf("sources", file.slice("sources/".length)) === "text";
}

function fileIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** By code units, which is the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
