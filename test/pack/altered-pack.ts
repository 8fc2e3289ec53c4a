// The good pack with something changed, and what is then said of it.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodeOf, type Problem } from "../../src/errors.ts";
import { type LoadedPack, loadPack } from "../../src/pack/load.ts";

/** The folder of a pack among the fixtures. */
export function packFolder(scenario: string): string {
  return fileURLToPath(new URL(`../fixtures/packs/${scenario}`, import.meta.url));
}

/** What becomes of a file: a new text, words replaced by others (every pair once, in order), or nothing at all. */
export type Change = string | null | readonly (readonly [from: string, to: string])[];

/** Loads the good pack with changes to its files. */
export async function loadAltered(changes: Readonly<Record<string, Change>>): Promise<LoadedPack> {
  const folder = await mkdtemp(join(tmpdir(), "briefing-pack-"));
  try {
    await cp(packFolder("good"), folder, { recursive: true });
    for (const [file, change] of Object.entries(changes)) await alter(join(folder, file), change);
    return await loadPack(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The problems of the good pack with changes to its files, one line each. */
export async function problemsWith(changes: Readonly<Record<string, Change>>): Promise<string[]> {
  const { pack, problems } = await loadAltered(changes);
  if ((pack === undefined) !== (exitCodeOf(problems) !== 0)) {
    throw new Error("A pack is given where there are errors, or none where there are none.");
  }
  return problems.map(tell);
}

/** A problem on one line: place, code, exit code, message and remedy. */
export function tell(problem: Problem): string {
  const { place, code, severity, message, fix } = problem;
  const where = place === undefined ? "(pack)" : `${place.file}:${place.line}:${place.column}`;
  const exit = severity === "error" ? `exit ${exitCodeOf([problem])}` : severity;
  return `${where} ${code}, ${exit}: ${message} → ${fix}`;
}

async function alter(path: string, change: Change): Promise<void> {
  if (change === null) return rm(path, { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  if (typeof change === "string") return writeFile(path, change);
  let text = await readFile(path, "utf8");
  for (const [from, to] of change) {
    if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${path}.`);
    text = text.replace(from, () => to);
  }
  return writeFile(path, text);
}
