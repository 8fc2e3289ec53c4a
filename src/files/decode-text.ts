// From the bytes of a text file to text, or to the problem that keeps them from being text.
import { contentProblem, type Place, type Problem } from "../errors.ts";

/** What the bytes of a file turned out to be. */
export type Decoded =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: Problem };

/**
 * Decodes UTF-8. A byte order mark is removed; CRLF and lone CR become LF, so that lines count alike everywhere.
 * Bytes that are not UTF-8, and a NUL byte, are problems placed at the first bad byte.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: notUtf8(file, bytes) };
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      problem: contentProblem(
        "nul-byte",
        placeAfter(file, text.slice(0, nul)),
        `${file} holds a NUL byte, which no text file holds.`,
        "Remove it, or export the document anew as plain text in UTF-8.",
      ),
    };
  }
  return { text: foldLineEnds(text) };
}

function notUtf8(file: string, bytes: Uint8Array): Problem {
  const good = longestGoodText(bytes);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const byte = bytes[mark + Buffer.byteLength(good)] ?? 0;
  return contentProblem(
    "not-utf-8",
    placeAfter(file, good),
    `${file} is not valid UTF-8: the byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")} cannot stand here.`,
    "Save the file in the encoding UTF-8.",
  );
}

/** The text before the first bad byte, found by halving: a longer run of bytes is never better than a shorter one. */
function longestGoodText(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (beginOfText(bytes.subarray(0, middle)) === undefined) bad = middle;
    else good = middle;
  }
  return beginOfText(bytes.subarray(0, good)) ?? "";
}

/** The text of bytes that may end within a character; undefined where one of them is bad. */
function beginOfText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function placeAfter(file: string, before: string): Place {
  const lines = foldLineEnds(before).split("\n");
  return { file, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function foldLineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
