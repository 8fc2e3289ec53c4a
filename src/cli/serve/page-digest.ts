// Tells whether a page that is open is still what the server would send.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { findServedFile } from "../../print/server/served-file.ts";

/** A short digest of texts and bytes, in order. */
export function digestOf(...contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content).update("\0");
  return hash.digest("hex").slice(0, 20);
}

/** The digest of a page at `pathname` of the site in `folder`, with the styles, scripts and pictures that it names. */
export async function digestPage(folder: string, pathname: string, html: string): Promise<string> {
  const named = [...html.matchAll(/\s(?:src|href)="([^"#?:]+\.(?:css|js|svg|png|jpe?g|gif|webp|avif))"/gi)];
  const addresses = [...new Set(named.map(([, address]) => address ?? ""))];
  const contents = await Promise.all(
    addresses.map(async (address) => {
      const file = await findServedFile(folder, new URL(address, `http://site${pathname}`).pathname);
      return file ? readFile(file.path) : "";
    }),
  );
  return digestOf(html, ...contents);
}
