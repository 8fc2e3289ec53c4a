// The pack as plain typed data: what every command works on once reading, parsing and checking are over.
import type { Place } from "../errors.ts";
import type { Csl, RecordField, StandingKind } from "./bibliography.ts";
import type { Verdict } from "./data-file.ts";
import type { Fingerprint, FullText } from "./full-text.ts";
import type { Manifest } from "./manifest.ts";
import type { PassageRange } from "./passages.ts";
import type { Prose } from "./prose.ts";
import type { DESCRIPTOR_ENTRIES } from "./source-record.ts";
import type { Theme } from "./theme.ts";

/** What every part has in common. */
interface PartBase {
  /** The id as written in the files: `S1`, `article-5`, `summary`. */
  readonly id: string;
  /** The id in addresses and element ids. */
  readonly slug: string;
  readonly title: string;
  /** For running heads and lists. */
  readonly shortTitle: string;
  /** The file it was read from, relative to the pack's folder. */
  readonly file: string;
  /** Where the file gives its id, or begins. */
  readonly place: Place;
  readonly body: Prose;
}

/** The cover summary. */
export interface SummaryPart extends PartBase {
  readonly kind: "summary";
}

/** The standing of one bibliographic field. */
export interface FieldStanding {
  readonly field: RecordField;
  readonly kind: StandingKind;
  readonly basis: Prose | undefined;
}

/** A stretch of a supplied document that is no part of the source. */
export interface Omission {
  readonly what: string;
  readonly reason: Prose;
  readonly starts: string;
  readonly ends: string;
}

/** A source record. */
export interface SourcePart extends PartBase {
  readonly kind: "source";
  readonly key: string;
  readonly csl: Csl;
  readonly standings: readonly FieldStanding[];
  /** SHA-256 of the document as supplied, where the record bears it. */
  readonly document: string | undefined;
  /** How many passages the full text has. */
  readonly passages: number;
  readonly officialText: readonly { readonly passages: readonly PassageRange[]; readonly what: string }[];
  readonly omissions: readonly Omission[];
  readonly descriptor: readonly {
    readonly entry: (typeof DESCRIPTOR_ENTRIES)[number];
    readonly text: Prose;
  }[];
  readonly original: Prose;
}

/** An appendix. */
export interface AppendixPart extends PartBase {
  readonly kind: "appendix";
  /** The data files that the body shows, by the address as written there. */
  readonly data: ReadonlyMap<string, Data>;
}

/** One self-contained section of the pack. */
export type Part = SummaryPart | SourcePart | AppendixPart;

/** The sources among some parts, in their order. */
export function sourcesOf(parts: readonly Part[]): SourcePart[] {
  return parts.filter((part): part is SourcePart => part.kind === "source");
}

/** An answer in a comparison: what the sources say, or that they say nothing. */
export type Answer = { readonly kind: "stated"; readonly text: Prose } | { readonly kind: "not stated" };

/** An answer in short: what the overview of a comparison shows. */
export interface ShortAnswer {
  /** The id of the question. */
  readonly question: string;
  readonly verdict: Verdict | undefined;
  readonly text: Prose;
}

/** A comparison of several subjects by the same questions. */
export interface Comparison {
  readonly type: "comparison";
  readonly file: string;
  readonly questions: readonly { readonly id: string; readonly label: string }[];
  /** The ids of the questions that make the overview; empty where the gists make it. */
  readonly glance: readonly string[];
  readonly subjects: readonly {
    /** The id of its element. */
    readonly id: string;
    readonly name: string;
    readonly date: string | undefined;
    readonly gist: Prose;
    /** In the order of the questions. */
    readonly answers: readonly Answer[];
    readonly short: readonly ShortAnswer[];
  }[];
}

/** Events in order of time. */
export interface Chronology {
  readonly type: "chronology";
  readonly file: string;
  readonly events: readonly {
    readonly id: string;
    readonly date: string;
    readonly basis: "inferred" | "outside the sources" | undefined;
    /** What happened in a few words, for the drawing. */
    readonly label: string | undefined;
    readonly text: Prose;
  }[];
}

/** Named groups of names with what the sources say of them. */
export interface Register {
  readonly type: "register";
  readonly file: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly entries: readonly { readonly id: string; readonly name: string; readonly text: Prose }[];
  }[];
}

/** Labelled values of one unit, to be drawn as bars. */
export interface Bars {
  readonly type: "bars";
  readonly file: string;
  readonly unit: string;
  readonly values: readonly {
    /** The id of its row in the table. */
    readonly id: string;
    readonly label: string;
    readonly value: number;
    readonly text: Prose;
  }[];
}

/** What a data file holds. */
export type Data = Comparison | Chronology | Register | Bars;

/** An image file of the pack. */
export interface PackImage {
  /** Relative to the pack's folder, with forward slashes. */
  readonly file: string;
  /** Where it lies on disk. */
  readonly path: string;
}

/** A quotation that was verified, and how. */
export interface VerifiedQuotation {
  readonly text: string;
  /** `comparison` with the full text, or `receipt` of an earlier comparison. */
  readonly state: "comparison" | "receipt";
  /** The part in which it is used, and the element to go to. */
  readonly partId: string;
  readonly elementId: string | undefined;
  readonly sourceId: string;
  /** The first and the last passage in which it stands. */
  readonly from: number;
  readonly to: number;
  /** Whose words they are, where the citation says so. */
  readonly speaker: string | undefined;
  /** Whether it is the text of a law or treaty, which no limit counts. */
  readonly official: boolean;
}

/** What is known of a source's document, and how much of it the pack accounts for. */
export interface SourceEvidence {
  readonly sourceId: string;
  /** SHA-256 of the bytes of the document and of its normalised passages; undefined before the first import. */
  readonly fingerprint: Fingerprint | undefined;
  /** How many of its passages are summarised or quoted. */
  readonly covered: number;
  readonly passages: number;
  /** Its words without official text, how many of them are quoted, and how many may be; undefined before the first import. */
  readonly quoted: { readonly words: number; readonly quoted: number; readonly limit: number } | undefined;
}

/** The evidence of a pack: what was verified, against what. */
export interface PackEvidence {
  readonly quotations: readonly VerifiedQuotation[];
  readonly sources: readonly SourceEvidence[];
  /** The full texts of the vault by the source's id; empty without a vault. */
  readonly fullTexts: ReadonlyMap<string, FullText>;
}

/** A whole briefing, read, parsed and checked. */
export interface Pack {
  readonly manifest: Manifest;
  /** What it looks like. */
  readonly theme: Theme;
  /** In reading order. */
  readonly parts: readonly Part[];
  readonly images: readonly PackImage[];
  readonly evidence: PackEvidence;
  /** SHA-256 of all its files, in hexadecimal digits. */
  readonly fingerprint: string;
}
