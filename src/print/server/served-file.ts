// Which file of a folder an address stands for, and as what it is sent.
import { realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A file to be sent. */
export interface ServedFile {
  readonly path: string;
  /** Its media type, for the header Content-Type. */
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
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
    return { path, type: TYPES[extname(path).toLowerCase()] ?? "application/octet-stream" };
  } catch {
    // Neither a path that cannot be decoded nor one that leads nowhere is a file.
    return undefined;
  }
}
