// The content of a page as it is printed: its operators, and every string of glyphs that it shows.
import type { PdfDict } from "../parse/pdf-value.ts";
import type { ShownFont } from "./read-font.ts";
import type { Operator } from "./scan-operators.ts";

/** A content stream: that of a page, or of a form that the page paints (a layer with its own opacity). */
export interface ContentStream {
  readonly text: string;
  readonly operators: readonly Operator[];
  readonly resources: PdfDict;
  /** The forms it paints, by the name of their resource. */
  readonly forms: ReadonlyMap<string, FormContent>;
  /** What is added to the numbers of its marks: forms with a key of their own in the structure number theirs from 0. */
  readonly firstNumber: number;
  /** Whether anything in it, or in its forms, is marked as content of an element. */
  readonly marked: boolean;
}

/** A form, by the number of its object. */
export interface FormContent extends ContentStream {
  readonly ref: number;
}

/** Glyphs that stand in one line, in the order they are painted. */
export interface ShownString {
  readonly stream: ContentStream;
  /** The page it is on, from 0. */
  readonly page: number;
  /** The number that the browser marked it with, told apart from those of other streams; undefined for what is no element's content. */
  readonly mcid: number | undefined;
  readonly font: ShownFont;
  /** The text of each glyph; "" for one without any. */
  readonly glyphs: readonly string[];
  /** How many glyphs are the font's sign for “no such character”. */
  readonly missing: number;
  /** Where the operator that shows it begins in the text of the stream, with the replacement text around it if there is one. */
  readonly start: number;
  /** Where its digits end in the text of the stream. */
  readonly digitsEnd: number;
  /** Where the operator ends, with the replacement text. */
  readonly end: number;
  /** Where the text object that it stands in begins in the text of the stream. */
  readonly textObject: number;
  /** Whether replacement text stands for its glyphs. */
  readonly replaced: boolean;
  /** Where its first glyph stands, in units of the text, and the size of its letters. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The content of one page. */
export interface PageContent {
  readonly stream: ContentStream;
  readonly shown: readonly ShownString[];
}
