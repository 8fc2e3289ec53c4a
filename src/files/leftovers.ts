// The temporary siblings of an output, and what a killed run left of them.
import { randomBytes } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasEnded, MARK_FORM, markOf } from "./process-mark.ts";
import { systemErrorCode } from "./system-error.ts";

/** `tmp` holds new output until it is whole; `old` holds the earlier output while the new one takes its place. */
type SiblingKind = "tmp" | "old";

/** Runs `use` with the path of a sibling of `target` that no other run takes for a leftover. Nothing is created. */
export async function withSibling<T>(
  target: string,
  kind: SiblingKind,
  use: (sibling: string) => Promise<T>,
): Promise<T> {
  const name = `.${basename(target)}.${kind}-${markOf(process.pid)}-${randomBytes(4).toString("hex")}`;
  return use(join(dirname(target), name));
}

/**
 * Clears up after runs that were killed: the earlier output is put back where the target is missing, and what else
 * they left beside it is removed. Siblings of running processes are left alone.
 */
export async function recoverFolder(target: string): Promise<void> {
  const old = await findLeftovers(target, "old");
  const newest = old.at(-1);
  if (newest !== undefined && !(await exists(target))) await putBack(newest, target);
  for (const leftover of old) await rm(leftover, { recursive: true, force: true });
  await clearLeftovers(target);
}

/** Removes the unfinished output that runs which were killed left beside `target`. */
export async function clearLeftovers(target: string): Promise<void> {
  for (const leftover of await findLeftovers(target, "tmp")) {
    await rm(leftover, { recursive: true, force: true });
  }
}

/** The siblings whose process has ended, oldest first. */
async function findLeftovers(target: string, kind: SiblingKind): Promise<string[]> {
  const folder = dirname(target);
  const prefix = `.${basename(target)}.${kind}-`;
  const form = new RegExp(`^(${MARK_FORM})-[0-9a-f]{8}$`);
  const found: { path: string; time: number }[] = [];
  for (const name of await listNames(folder)) {
    const mark = name.startsWith(prefix) ? form.exec(name.slice(prefix.length))?.[1] : undefined;
    if (mark === undefined) continue;
    const path = join(folder, name);
    const time = await movedAt(path);
    if (time !== undefined && hasEnded(mark, Date.now() - time)) found.push({ path, time });
  }
  return found.sort((left, right) => left.time - right.time).map(({ path }) => path);
}

/** When the folder was moved to where it is; undefined where another run has removed it meanwhile. */
async function movedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).ctimeMs;
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function putBack(leftover: string, target: string): Promise<void> {
  try {
    await rename(leftover, target);
  } catch (error) {
    // Another run was quicker: it has put the folder back, or set a new one in its place.
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(systemErrorCode(error) ?? "")) throw error;
  }
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemErrorCode(error) ?? "")) return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
