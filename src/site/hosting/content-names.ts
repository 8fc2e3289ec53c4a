// Names that hold a digest of their file's content: what is behind such a name never changes, so it may be kept for ever.
import { createHash } from "node:crypto";

/** A name that `nameByContent` made, as a regular expression that nginx and Apache read as well. */
export const NAMED_BY_CONTENT = String.raw`\.[0-9a-f]{16}\.[a-z0-9]+$`;

/** The SHA-384 digest of a file. */
export function digestOf(content: Uint8Array | string): Buffer {
  return createHash("sha384").update(content).digest();
}

/** The name of a file with the beginning of its digest before its ending: `site.css` becomes `site.0123456789abcdef.css`. */
export function nameByContent(name: string, digest: Buffer): string {
  const at = name.lastIndexOf(".");
  return `${name.slice(0, at)}.${digest.toString("hex").slice(0, 16)}${name.slice(at)}`;
}
