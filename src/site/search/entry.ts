// What a search finds: the smallest pieces of a pack that have an address.

/** What an entry is, by which results can be narrowed, with what the kind is called there. */
export const KIND_NAMES = {
  heading: "Headings",
  judgement: "Judgements",
  /** An account of passages of a source, in the pack's own words. */
  passage: "Passages",
  /** What holds words in quotation marks or a block of them. */
  quotation: "Quotations",
  prose: "Text",
  /** An event, a name or an answer of a data file. */
  data: "Tables and lists",
  record: "Source records",
  /** A passage in the words of its document. */
  "full text": "Full texts",
} as const;

/** One of the kinds of entries. */
export type EntryKind = keyof typeof KIND_NAMES;

/** A piece of the pack that a search can find. */
export interface SearchEntry {
  /** The id of the element to land on. */
  readonly id: string;
  /** What it is called: `S2 ¶13`, `Judgement 2`, `Chronology: 4 April 1949`. */
  readonly label: string;
  /** Under what it stands, such as the heading of its section; empty where the label says it all. */
  readonly context: string;
  /** What it is, the foremost first. */
  readonly kinds: readonly EntryKind[];
  /** Its words as they are read on the page, as one line. */
  readonly text: string;
}

/** The entries of one page of the site, in the order in which they stand there. */
export interface SearchedPage {
  /** A path from the site's root. */
  readonly address: string;
  /** What it is called in labels: `S2`. */
  readonly name: string;
  /** What it is called besides: `Bryen on the Berlin offer`; the same where it has no other name. */
  readonly title: string;
  readonly entries: readonly SearchEntry[];
}

/** Text as one line: runs of white space are one space, with none before a closing mark. */
export function asLine(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/ (?=[.,;:!?)\]])/gu, "")
    .trim();
}
