// The fingerprint of a pack: one digest by which anyone can tell that two copies are the same, letter by letter.
import { createHash } from "node:crypto";
import { RECEIPTS_FILE } from "../files/evidence-files.ts";

/**
 * The fingerprint of a pack, an SHA-256 digest in hexadecimal digits. It is the digest of a list with a line for each file of the pack,
 * “digest, two blanks, path, line feed”, in the order of the paths' bytes: what `sha256sum` prints, so that it can be computed without
 * this program. The receipts count, if there are any; the vault does not, so that both editions have one fingerprint.
 * @param digests the SHA-256 digest of each file that was read, by its path
 */
export function fingerprintPack(digests: ReadonlyMap<string, string>, receipts: string | undefined): string {
  const all = new Map(digests);
  if (receipts !== undefined) all.set(RECEIPTS_FILE, digest(receipts));
  const lines = [...all]
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([file, sum]) => `${sum}  ${file}\n`);
  return digest(lines.join(""));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
