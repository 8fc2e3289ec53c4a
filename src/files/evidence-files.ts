// The files that quotations are verified with: the receipts, and the full texts of the vault where there is one.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import * as problems from "./file-problems.ts";
import { VAULT } from "./pack-layout.ts";
import { systemErrorCode } from "./system-error.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** The name of the file of receipts, in the pack's folder. */
export const RECEIPTS_FILE = "evidence.lock.json";

/** What is there to verify with. */
export interface EvidenceFiles {
  /** The text of the receipts; undefined where there are none. */
  readonly receipts: string | undefined;
  /** The full texts by their path relative to the pack's folder, sorted; empty where there is no vault. */
  readonly vault: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads receipts and vault. A pack without either is no error here. */
export async function readEvidenceFiles(folder: string): Promise<EvidenceFiles> {
  const { names: vaultFiles, problem: unreadable } = await vaultNames(folder);
  const names = [RECEIPTS_FILE, ...vaultFiles];
  const read = await Promise.all(names.map(async (file) => ({ file, ...(await readText(folder, file)) })));
  const vault = read.flatMap(({ file, text }): [string, string][] =>
    file === RECEIPTS_FILE || text === undefined ? [] : [[file, text]],
  );
  return {
    receipts: read.find(({ file }) => file === RECEIPTS_FILE)?.text,
    vault: new Map(vault),
    problems: [unreadable, ...read.map(({ problem }) => problem)].flatMap((problem) => problem ?? []),
  };
}

/** Writes the receipts of a pack. */
export async function writeReceipts(folder: string, text: string): Promise<void> {
  await writeFileAtomically(join(folder, RECEIPTS_FILE), text);
}

/** Writes a full text into the vault of a pack. */
export async function writeVaultText(folder: string, sourceId: string, text: string): Promise<string> {
  const file = vaultFile(sourceId);
  await writeFileAtomically(join(folder, file), text);
  return file;
}

/** Where the full text of a source lies, relative to the pack's folder. */
export function vaultFile(sourceId: string): string {
  return `${VAULT}/${sourceId}.md`;
}

async function vaultNames(folder: string): Promise<{ names: readonly string[]; problem?: Problem }> {
  try {
    const names = await readdir(join(folder, VAULT));
    return {
      names: names
        .filter((name) => /^[^.].*\.md$/s.test(name))
        .sort()
        .map((name) => `${VAULT}/${name}`),
    };
  } catch (error) {
    // A pack's folder that is none is told by those who read the pack.
    if (["ENOENT", "ENOTDIR"].includes(systemErrorCode(error) ?? "")) return { names: [] };
    return { names: [], problem: problems.fileUnreadable(VAULT, error) };
  }
}

async function readText(folder: string, file: string): Promise<{ text?: string; problem?: Problem }> {
  try {
    return decodeText(file, await readFile(join(folder, file)));
  } catch (error) {
    const absent = ["ENOENT", "ENOTDIR"].includes(systemErrorCode(error) ?? "");
    return absent ? {} : { problem: problems.fileUnreadable(file, error) };
  }
}
