// The bytes of a supplied document to text: which encoding it is in, and what is no document at all.

/** Text of a document, or why there is none. */
export type DecodedDocument =
  | { readonly kind: "text"; readonly text: string; readonly encoding: string }
  | { readonly kind: "refused"; readonly reason: string; readonly fix: string };

/** The most bytes that a document may have: 20 MB, some forty times the Bible. */
export const LARGEST_DOCUMENT = 20_000_000;

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Characters that no text holds. */
const NOT_TEXT = ["\u0000", "\ufffe", "\uffff"];

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;

/** Byte sequences at the head of files that hold no text of their own. */
const BINARY: readonly (readonly [what: string, head: string])[] = [
  ["a PDF", "%PDF-"],
  ["a ZIP archive or an office document", "PK\u0003\u0004"],
  ["a PNG image", "\u0089PNG"],
  ["a JPEG image", "\u00ff\u00d8\u00ff"],
  ["a GIF image", "GIF8"],
  ["an RTF document", "{\\rtf"],
  ["an old office document", "\u00d0\u00cf\u0011\u00e0"],
  ["a compressed file", "\u001f\u008b"],
];

/**
 * Decodes a document: by its byte order mark, else as UTF-16 where every other byte is nought, else as UTF-8 where it is, else by
 * the charset that an HTML document names, else as Windows-1252. Line ends become line feeds.
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  if (bytes.length === 0) return refuse("it is empty", "Supply the document again.");
  if (bytes.length > LARGEST_DOCUMENT) {
    const size = Math.round(bytes.length / 1_000_000);
    return refuse(
      `it is ${size} MB large, and at most ${LARGEST_DOCUMENT / 1_000_000} MB are taken`,
      "Supply the text alone.",
    );
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const binary = BINARY.find(([, start]) => head.startsWith(start));
  if (binary !== undefined)
    return refuse(`it is ${binary[0]}`, "Save it as plain text, Markdown or HTML first.");
  const encoding = findEncoding(bytes);
  const text = decode(bytes, encoding);
  if (text === undefined || isBinary(text)) {
    return refuse("it is not text", "Save it as plain text, Markdown or HTML first.");
  }
  if (text.trim() === "") return refuse("it holds nothing but white space", "Supply the document again.");
  return { kind: "text", text: text.replace(/^\ufeff/, "").replace(/\r\n?|\u2028|\u2029/g, "\n"), encoding };
}

/** A text may have lost a control character or two to its transport; a file in which one in 200 is one is no text. */
function isBinary(text: string): boolean {
  if (NOT_TEXT.some((character) => text.includes(character))) return true;
  return (text.match(CONTROLS)?.length ?? 0) * 200 > text.length;
}

function findEncoding(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  const wide = guessWide(bytes);
  if (wide !== undefined) return wide;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  // A page that names UTF-16 in letters of one byte is not in UTF-16 (HTML, “change the encoding”).
  const charset = named === undefined || named.startsWith("utf-") ? undefined : named;
  const isUtf8 = decode(bytes, "utf-8") !== undefined;
  // Bytes beyond ASCII that read as UTF-8 are UTF-8, whatever a page says that was saved anew.
  if (isUtf8 && (charset === undefined || bytes.some((byte) => byte > 0x7f))) return "utf-8";
  if (charset !== undefined && decode(bytes, charset) !== undefined) return charset;
  return isUtf8 ? "utf-8" : "windows-1252";
}

/** UTF-16 without a mark: in Western text every other byte is nought. */
function guessWide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000);
  const noughts = (parity: number): number =>
    sample.filter((byte, index) => index % 2 === parity && byte === 0).length;
  const half = sample.length / 2;
  if (bytes.length % 2 === 0 && noughts(1) > half * 0.7 && noughts(0) < half * 0.05) return "utf-16le";
  if (bytes.length % 2 === 0 && noughts(0) > half * 0.7 && noughts(1) < half * 0.05) return "utf-16be";
  return undefined;
}

/** The characters of the bytes 0x80 to 0x9f in Windows-1252 (WHATWG Encoding, index windows-1252). */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decode(bytes: Uint8Array, encoding: string): string | undefined {
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

function refuse(reason: string, fix: string): DecodedDocument {
  return { kind: "refused", reason, fix };
}
