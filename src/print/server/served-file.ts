// Which file of a folder an address stands for, and as what it is sent.
import { isUtf8 } from "node:buffer";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A file to be sent. */
export interface ServedFile {
  readonly path: string;
  /** Its media type, for the header Content-Type. */
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".pdf": "application/pdf",
};

/**
 * The file that the path of an address (`/a%20b/?c`) stands for; undefined where the folder has none. Symbolic links may not lead
 * out of the folder.
 */
export async function findServedFile(folder: string, address: string): Promise<ServedFile | undefined> {
  try {
    const wanted = decodeURIComponent(address.replace(/[?#].*$/, ""));
    if (/[\0\\]/.test(wanted)) return undefined;
    const root = await realpath(folder);
    const path = await realpath(join(root, wanted.endsWith("/") ? `${wanted}index.html` : wanted));
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return undefined;
    return { path, type: await typeOf(path) };
  } catch {
    // Neither a path that cannot be decoded nor one that leads nowhere is a file.
    return undefined;
  }
}

/**
 * The media type of a file, with a character set only where the bytes bear it out: what this header says outranks what a document
 * says of itself (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
 */
async function typeOf(path: string): Promise<string> {
  const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  if (!/^text\/|^application\/(json|xml)/.test(type)) return type;
  return isUtf8(await readFile(path)) ? `${type}; charset=utf-8` : type;
}
