// The bytes of a supplied document to text, and what is no document at all.
import { decodeBytes, findEncoding } from "./find-encoding.ts";

/** Text of a document, or why there is none. */
export type DecodedDocument =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly encoding: string;
      /** Whether nothing speaks for the encoding but that every byte means something in it. */
      readonly isGuessed: boolean;
    }
  | { readonly kind: "refused"; readonly reason: string; readonly fix: string };

/** The most bytes that a document may have: 20 MB, some forty times the Bible. */
export const LARGEST_DOCUMENT = 20_000_000;

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

/** What bytes are read as for want of a better: every byte means something in it. */
const FALLBACK = "windows-1252";

/** Decodes a document, as Windows-1252 where nothing speaks for another encoding. Line ends become line feeds. */
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
  const found = findEncoding(bytes);
  const encoding = found ?? FALLBACK;
  const text = decodeBytes(bytes, encoding);
  if (text === undefined || isBinary(text)) {
    return refuse("it is not text", "Save it as plain text, Markdown or HTML in UTF-8 first.");
  }
  if (text.trim() === "") return refuse("it holds nothing but white space", "Supply the document again.");
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?|\u2028|\u2029/g, "\n");
  return { kind: "text", text: lines, encoding, isGuessed: found === undefined };
}

/** A text may have lost a control character or two to its transport; a file in which one in 200 is one is no text. */
function isBinary(text: string): boolean {
  if (NOT_TEXT.some((character) => text.includes(character))) return true;
  return (text.match(CONTROLS)?.length ?? 0) * 200 > text.length;
}

function refuse(reason: string, fix: string): DecodedDocument {
  return { kind: "refused", reason, fix };
}
