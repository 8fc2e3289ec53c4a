// Signs that the families of text may lack: arrows, mathematics, ticks, boxes, the hyphens U+2010 to U+2012. What a site shows of
// them is cut out of DejaVu Sans, so that a reader loads a few hundred bytes and not the quarter of a megabyte of the whole.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cutFont } from "./sfnt/cut-font.ts";
import { readWoff } from "./sfnt/read-woff.ts";
import { writeWoff2 } from "./sfnt/write-woff2.ts";

/** The signs of a site as a font of their own. */
export interface SignFont {
  /** As `unicode-range` takes them. */
  readonly range: string;
  /** A WOFF2 file. */
  readonly bytes: Uint8Array;
}

/** What the family of signs is called in the styles, which name it after each other one; a site without signs has none. */
export const SIGNS = "Signs";

/** Punctuation, super- and subscripts, letter-like signs, numbers, arrows, operators, shapes, dingbats. */
const SIGN = /[\u2010-\u2012\u2015-\u2064\u2070-\u209c\u2100-\u2bff]/gu;

/** The package that the signs are taken from. */
export const SIGNS_ROOT: string = dirname(
  createRequire(import.meta.url).resolve("@fontsource/dejavu-sans/package.json"),
);

/**
 * The characters of a subset, as `unicode-range` takes them, without signs: the subset of less common letters has a dagger, and would be
 * loaded for it.
 */
export function withoutSigns(range: string): string {
  const isSign = (part: string): boolean =>
    findSigns(toCharacter(Number.parseInt(part.replace(/^U\+/i, ""), 16))).length > 0;
  return range
    .split(",")
    .filter((part) => !isSign(part.trim()))
    .join(",");
}

/** A sign as HTML, CSS and scripts may write it by its number. */
const NUMBERED = /(?:&#x|\\u|\\)([0-9a-f]{4,6})\b|&#([0-9]{4,6});/giu;

/** Every sign in the text of a page, a stylesheet or a script, once, in order. */
export function findSigns(text: string): number[] {
  const numbered = text.replace(NUMBERED, (_whole, hexadecimal?: string, decimal?: string) =>
    toCharacter(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
  const found = new Set(Array.from(numbered.matchAll(SIGN), ([sign]) => sign.codePointAt(0) ?? 0));
  return [...found].sort((a, b) => a - b);
}

function toCharacter(codePoint: number): string {
  return codePoint <= 0x10_ffff ? String.fromCodePoint(codePoint) : "";
}

/** A font of the signs that the texts hold; undefined where there is none that it could draw. */
export async function cutSigns(signs: readonly number[]): Promise<SignFont | undefined> {
  if (signs.length === 0) return undefined;
  const whole = await readFile(join(SIGNS_ROOT, "files/dejavu-sans-latin-400-normal.woff"));
  const { codePoints, tables } = cutFont(readWoff(whole), signs);
  if (codePoints.length === 0) return undefined;
  const range = codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase()}`).join(",");
  return { range, bytes: writeWoff2(tables) };
}
