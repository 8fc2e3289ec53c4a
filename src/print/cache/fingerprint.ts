// Digests of all that a laid-out part depends on: the engine, the browser, the fonts, and the files that the document shows.
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { findServedFile } from "../server/served-file.ts";

/** The SHA-256 of some values, as hexadecimal digits. */
export function digestOf(...values: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

/**
 * The digest of this engine: of its own source, of the Paged.js it runs, of the browser and of the fonts that the machine has.
 * @param browser the path of the browser
 */
export async function digestEngine(browser: string, program: string, pagedJs: string): Promise<string> {
  const sources = await digestFolder(new URL("../", import.meta.url));
  const { size, mtimeMs } = await stat(browser);
  const paged = createHash("sha256").update(pagedJs).digest("hex");
  return digestOf(program, sources, paged, browser, size, mtimeMs, await listFontFolders());
}

async function digestFolder(folder: URL): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  return digestOf(names, texts);
}

/** The folders of the machine's fonts with their times of change: another font can change any layout. */
async function listFontFolders(): Promise<readonly unknown[]> {
  const roots = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    join(homedir(), ".fonts"),
    join(homedir(), ".local/share/fonts"),
  ];
  const listed = await Promise.all(
    roots.map(async (root) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      const folders = [
        root,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name)),
      ];
      return Promise.all(
        folders.map(async (folder) => [folder, (await stat(folder).catch(() => undefined))?.mtimeMs]),
      );
    }),
  );
  return listed.flat();
}

/** Digests of files of one folder, each read once. */
export type FileDigests = (address: string) => Promise<string>;

/**
 * Digests of what addresses stand for in a folder.
 * @param document the document's path in it, which relative addresses start from
 */
export function createFileDigests(folder: string, document: string, origin: string): FileDigests {
  const known = new Map<string, Promise<string>>();
  const read = async (path: string) => {
    const file = await findServedFile(folder, path);
    return file
      ? createHash("sha256")
          .update(await readFile(file.path))
          .digest("hex")
      : "missing";
  };
  return (address) => {
    const url = URL.parse(address, `${origin}/${document}`);
    if (!url || url.origin !== origin) return Promise.resolve(address);
    const digest = known.get(url.pathname) ?? read(url.pathname);
    known.set(url.pathname, digest);
    return digest;
  };
}

/** The addresses that style sheets name. */
export function listSheetAddresses(sheets: readonly string[]): readonly string[] {
  const found = sheets.flatMap((sheet) => [...sheet.matchAll(/url\((?:"([^"]*)"|'([^']*)'|([^)]*))\)/g)]);
  const addresses = found.map(([, double, single, bare]) => double ?? single ?? bare ?? "");
  return [...new Set(addresses)].filter((address) => !/^(data:|#)/.test(address)).sort();
}
