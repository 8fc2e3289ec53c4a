// Reads how a font of the file turns codes into text (ISO 32000-1, 9.10).
import { readTextString } from "../parse/pdf-text-string.ts";
import type { PdfValue } from "../parse/pdf-value.ts";
import type { PrintedFile } from "../parse/printed-file.ts";

/** What is needed of a font to read what it shows. */
export interface ShownFont {
  /** How many hexadecimal digits a code has. */
  readonly digits: number;
  /** The text of each code. */
  readonly texts: ReadonlyMap<number, string>;
  /** Its map of codes to text, mended, and the number of that stream, where the browser wrote it as it may not be. */
  readonly mended?: { readonly ref: number; readonly map: string };
  /** The code of the blank, written as digits; undefined where the font has none. */
  readonly blank: string | undefined;
}

/** Reads a font of the file. */
export function readFont(file: PrintedFile, font: PdfValue | undefined): ShownFont {
  const dict = file.dict(font);
  const digits = dict["/Subtype"] === "/Type0" ? 4 : 2;
  const map = dict["/ToUnicode"];
  if (typeof map !== "object" || map === null || !("ref" in map))
    return { digits, texts: new Map(), blank: undefined };
  const written = Buffer.from(file.unpack(file.object(map.ref))).toString("latin1");
  const mended = written.replace(NOTHING, "$1<2060>");
  const texts = readToUnicode(mended);
  return {
    digits,
    texts,
    blank: findBlank(texts, digits),
    ...(mended === written ? {} : { mended: { ref: map.ref, map: mended } }),
  };
}

/**
 * A sign that the browser says to stand for U+0000: one of several that are a letter together, whose text stands beside them. No
 * sign may (ISO 14289-1, 7.21.7); a word joiner takes no room either.
 */
const NOTHING = /^(<[\dA-Fa-f]+>\s*)<0000>(?=\s*$)/gm;

function findBlank(texts: ReadonlyMap<number, string>, digits: number): string | undefined {
  for (const [code, text] of texts) {
    if (text === " ") return code.toString(16).toUpperCase().padStart(digits, "0");
  }
  return undefined;
}

const SECTION = /beginbf(char|range)([\s\S]*?)endbf\1/g;
const CHAR = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]*)>/g;
const RANGE = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*(?:<([\dA-Fa-f]+)>|\[([^\]]*)\])/g;

/** Reads a ToUnicode map: the text of each code. */
function readToUnicode(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, body = ""] of map.matchAll(SECTION)) {
    if (kind === "char") {
      for (const [, code = "", text = ""] of body.matchAll(CHAR))
        texts.set(Number.parseInt(code, 16), decode(text));
    } else {
      for (const [, first = "", last = "", text, list] of body.matchAll(RANGE)) {
        addRange(texts, [Number.parseInt(first, 16), Number.parseInt(last, 16)], text, list);
      }
    }
  }
  return texts;
}

function addRange(
  texts: Map<number, string>,
  [first, last]: readonly [number, number],
  text: string | undefined,
  list: string | undefined,
): void {
  const listed = list === undefined ? undefined : [...list.matchAll(/<([\dA-Fa-f]*)>/g)];
  const start = decode(text ?? "");
  const [lead, end] = [start.slice(0, -1), start.charCodeAt(start.length - 1)];
  for (let code = first; code <= last; code += 1) {
    const shown = listed
      ? decode(listed[code - first]?.[1] ?? "")
      : lead + String.fromCharCode(end + code - first);
    texts.set(code, shown);
  }
}

function decode(digits: string): string {
  return readTextString({ written: `<FEFF${digits}>` });
}
