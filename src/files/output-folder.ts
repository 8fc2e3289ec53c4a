// Which folders a build may replace: those it made, empty ones, and those that are not there yet.
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { recoverFolder } from "./leftovers.ts";
import { explainUnwritable, outputError } from "./output-error.ts";
import { systemErrorCode } from "./system-error.ts";

/** The file that marks a folder as output of this program, which a later build may replace. */
export const OUTPUT_MARK = ".briefing-output";

/** A folder that was found fit to be replaced. */
export interface OutputFolder {
  /** The edition that it is for: a folder of one is not replaced by another, which may hold what the one may not. */
  readonly edition: string;
  /** The path as it was named, absolute. */
  readonly path: string;
  /** The path with its symbolic links resolved: a link to a folder stays one. */
  readonly real: string;
}

/** What the mark of a folder says. */
export function formatMark(edition: string): string {
  return `This folder was made by briefing-pack, and its next build replaces it as a whole.\nEdition: ${edition}\n`;
}

/** The folders that output may not overwrite. */
export interface ProtectedFolders {
  /** The pack's folder. Output may neither hold it nor lie in it. */
  readonly content: string;
  /** The working folder. Output may lie in it, but not hold it. */
  readonly working: string;
}

/**
 * Finds out whether a build of an edition may replace `path`, and puts back what a killed build had moved away. Creates nothing.
 * @throws BriefingError (usage) where the folder is not this program's to replace.
 */
export async function openOutputFolder(
  path: string,
  edition: string,
  keep: ProtectedFolders,
): Promise<OutputFolder> {
  const named = resolve(path);
  const real = await resolveLinks(named);
  const [content, working] = [await resolveLinks(keep.content), await resolveLinks(keep.working)];
  if (holds(real, content)) throw refuse(named, "it holds the content of the pack");
  if (holds(content, real)) throw refuse(named, "it lies within the content of the pack");
  if (holds(real, working)) throw refuse(named, "the command runs in it");
  try {
    await recoverFolder(real);
  } catch (error) {
    throw explainUnwritable(named, error);
  }
  const folder = { edition, path: named, real };
  await refuseForeignFolder(folder);
  return folder;
}

/** @throws BriefingError (usage) where the folder holds another edition, or something that this program did not make. */
export async function refuseForeignFolder({ edition, path, real }: OutputFolder): Promise<void> {
  let names: string[];
  try {
    names = await readdir(real);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT") return;
    if (code === "ENOTDIR") throw refuse(path, "it is a file, or lies below one");
    throw explainUnwritable(path, error);
  }
  if (names.length > 0 && !names.includes(OUTPUT_MARK)) {
    throw refuse(path, "it holds files that this program did not make");
  }
  const other = await readEdition(join(real, OUTPUT_MARK));
  if (other !== undefined && other !== edition) throw refuse(path, `it holds the ${other} edition`);
}

/** The edition that a mark names; undefined where there is none. */
async function readEdition(mark: string): Promise<string | undefined> {
  const text = await readFile(mark, "utf8").catch(() => "");
  return /^Edition: (\S+)$/m.exec(text)?.[1];
}

function refuse(path: string, reason: string): Error {
  return outputError(
    `The output folder ${path} is refused: ${reason}, and a build replaces the whole folder. Name a new or empty folder with --out.`,
  );
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** Resolves the symbolic links of a path whose last parts need not exist. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = systemErrorCode(error);
    const parent = dirname(path);
    if (code === "ENOENT" && (await isLink(path))) throw refuse(path, "it is a symbolic link to nowhere");
    if ((code !== "ENOENT" && code !== "ENOTDIR") || parent === path) throw explainUnwritable(path, error);
    return join(await resolveLinks(parent), basename(path));
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
}
