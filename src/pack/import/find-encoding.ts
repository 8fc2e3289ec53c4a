// The encoding that the bytes of a supplied document speak for.

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Finds the encoding of a document: by its byte order mark, else as UTF-16 where every other byte is as low as in no other text, else
 * as UTF-8 where it is, else by the charset that an HTML document names. Undefined where nothing speaks for any.
 */
export function findEncoding(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  const wide = guessWide(bytes);
  if (wide !== undefined) return wide;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  // A page that names UTF-16 in letters of one byte is not in UTF-16 (HTML, “change the encoding”).
  const charset = named === undefined || named.startsWith("utf-") ? undefined : named;
  const isUtf8 = decodeBytes(bytes, "utf-8") !== undefined;
  // Bytes beyond ASCII that read as UTF-8 are UTF-8, whatever a page says that was saved anew.
  if (isUtf8 && (charset === undefined || bytes.some((byte) => byte > 0x7f))) return "utf-8";
  if (charset !== undefined && decodeBytes(bytes, charset) !== undefined) return charset;
  return isUtf8 ? "utf-8" : undefined;
}

/**
 * UTF-16 without a mark: every other byte is the high one, from 00 for Latin letters and spaces to 06 for Arabic ones, by way of 03
 * for Greek and 04 for Cyrillic ones. Text in single bytes has no bytes so low.
 */
function guessWide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000);
  const share = (parity: number, highest: number): number =>
    sample.filter((byte, index) => index % 2 === parity && byte <= highest).length / (sample.length / 2);
  if (bytes.length % 2 !== 0) return undefined;
  if (share(1, 0x06) > 0.7 && share(0, 0) < 0.05) return "utf-16le";
  if (share(0, 0x06) > 0.7 && share(1, 0) < 0.05) return "utf-16be";
  return undefined;
}

/** The characters of the bytes 0x80 to 0x9f in Windows-1252 (WHATWG Encoding, index windows-1252). */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text of bytes in an encoding; undefined where they are none in it. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    // Several releases of Node read Windows-1252 as Latin-1, https://github.com/nodejs/node/issues/56542.
    return decoder.encoding === "windows-1252"
      ? text.replace(/[\u0080-\u009f]/g, (control) => WESTERN.charAt(control.charCodeAt(0) - 0x80))
      : text;
  } catch {
    return undefined;
  }
}
