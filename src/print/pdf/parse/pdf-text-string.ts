// Text strings of a PDF, read and written (ISO 32000-1, 7.9.2.2).
import type { PdfString } from "./pdf-value.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes of a string, one a character. */
function readStringBytes({ written }: PdfString): string {
  if (written.startsWith("<")) {
    return Buffer.from(written.slice(1, -1).replace(/\s/g, ""), "hex").toString("latin1");
  }
  return written
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, other: string) =>
      octal
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : (ESCAPES[other] ?? other.replace(/^[\r\n]+$/, "")),
    );
}

/** The text of a text string: UTF-16 or UTF-8 with a byte order mark, or one character a byte. */
export function readTextString(string: PdfString): string {
  const bytes = readStringBytes(string);
  if (bytes.startsWith("\xfe\xff")) return Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le");
  if (bytes.startsWith("\xef\xbb\xbf")) return Buffer.from(bytes.slice(3), "latin1").toString("utf8");
  return bytes;
}

/** Writes text as a text string: as it is where it is plain ASCII, else as UTF-16. */
export function writeTextString(text: string): string {
  return /^[ -~]*$/.test(text) ? writeByteString(text) : `<${writeUtf16(text)}>`;
}

/** Text as the hexadecimal digits of UTF-16 with its byte order mark. */
export function writeUtf16(text: string): string {
  return `FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}`;
}

/** Writes bytes, one a character, as a string. */
export function writeByteString(bytes: string): string {
  return `(${bytes.replace(/[\\()]/g, "\\$&").replace(/[\r\n]/g, (end) => (end === "\r" ? "\\r" : "\\n"))})`;
}
