// Parsed Markdown as plain data: its tokens, and the facts that checks and templates need.
import type { Token } from "markdown-it";
import type { Place } from "../errors.ts";
import type { Confidence } from "./confidence.ts";
import type { PassageRange } from "./passages.ts";

/** A Bluebook signal before a citation; `none` where the passage states the point directly. */
export type Signal = "none" | "see" | "see also" | "accord" | "cf." | "but see" | "contra";

/** One source within a citation. */
export interface CitationItem {
  readonly signal: Signal;
  /** The citation key as written, without `@`. */
  readonly key: string;
  /** The passages; empty where the citation names the whole source. */
  readonly passages: readonly PassageRange[];
  /** What follows the locator, such as `quoting George Barros`. */
  readonly suffix: string;
  /** The person whose words the passage reports, where the suffix names one. */
  readonly speaker: string | undefined;
}

/** A citation in the text: one or several sources between square brackets. */
export interface Citation {
  readonly items: readonly CitationItem[];
  readonly raw: string;
  readonly place: Place;
  /** The id of the block in which it stands, if that block has one. */
  readonly blockId: string | undefined;
}

/** Words between quotation marks or in a block quotation. */
export interface Quotation {
  /** The words without their outer quotation marks; line breaks are spaces. */
  readonly text: string;
  readonly kind: "inline" | "block";
  /** The citation that it carries: the next one in its block, if there is one. */
  readonly citation: Citation | undefined;
  /** The précis block in which it stands, which gives its passages where it has no citation of its own. */
  readonly precis: readonly PassageRange[] | undefined;
  readonly place: Place;
}

/** A heading of the body, level 2 to 6. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
  readonly place: Place;
}

/** The fenced blocks that a pack's Markdown knows. */
export type BlockName =
  | "precis"
  | "bottom-line"
  | "judgement"
  | "agreements"
  | "disagreements"
  | "cautions"
  | "official-text";

/** A fenced block `::: name argument`. */
export interface Block {
  readonly name: BlockName;
  readonly id: string | undefined;
  /** The passages that a précis covers; empty for other blocks. */
  readonly passages: readonly PassageRange[];
  /** The number of a judgement, counted from 1. */
  readonly number: number | undefined;
  readonly confidence: Confidence | undefined;
  /** Whether it holds no words. */
  readonly empty: boolean;
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
  readonly place: Place;
}

/** A link to another file of the pack or to an id, or to an address outside. */
export interface Link {
  readonly href: string;
  readonly place: Place;
}

/** An image of the pack. */
export interface Image {
  /** The address as written, relative to the file. */
  readonly source: string;
  readonly alternative: string;
  readonly credit: string;
  readonly place: Place;
}

/** A line that shows a data file: `![Caption](../data/file.yaml)`. */
export interface DataReference {
  readonly source: string;
  readonly caption: string;
  readonly place: Place;
}

/** A word behind `@` in the text, outside a citation: a name on a network, or a citation without its brackets. */
export interface Mention {
  /** What stands behind the sign. */
  readonly key: string;
  readonly place: Place;
}

/** An id that an element of the text will bear. */
export interface Identified {
  readonly id: string;
  readonly place: Place;
}

/** Parsed Markdown: a body or one inline text. Tokens are read, never changed, once parsing is over. */
export interface Prose {
  /** Where the text begins. */
  readonly place: Place;
  readonly tokens: readonly Token[];
  readonly headings: readonly Heading[];
  readonly ids: readonly Identified[];
  readonly citations: readonly Citation[];
  /** Left out where there are none to look at. */
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly data: readonly DataReference[];
  /** Whether some of the text is marked as coming from outside the sources. */
  readonly outside: boolean;
  /** Abbreviations that have been met so far in the part, this text included. */
  readonly abbreviationsMet: readonly string[];
}
