// What the cover shows beside the title: on which documents the pack rests.
import { type Pack, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { formatLength, kindOf } from "./key-facts.ts";
import { isMarked, markFacts } from "./marked-facts.ts";

/** A source in the list on the cover. */
interface CoverSource {
  readonly id: string;
  readonly title: string;
  /** What it is, of when and how long, in one line. */
  readonly facts: string;
  /** Whether its date is marked as inferred. */
  readonly bracketed: boolean;
  readonly href: string;
}

/** The cover as its template sees it. */
export interface CoverView {
  /** How many documents and passages the pack rests on. */
  readonly extent: string;
  /** The sources, where they are few enough for the cover. */
  readonly sources: readonly CoverSource[];
  /** Whether the marks of what is inferred must be explained. */
  readonly bracketed: boolean;
  /** Whether the title is so long that it is set smaller. */
  readonly longTitle: boolean;
}

/** So many sources leave room for the rest of the cover; of more, it tells the number. */
const MOST_SOURCES = 5;

/** A title of more characters takes more than three lines in the size of the cover. */
const LONG_TITLE = 70;

/** Makes the view of the cover. */
export function viewCover({ manifest, parts }: Pack): CoverView {
  const sources = sourcesOf(parts);
  const listed = sources.length > MOST_SOURCES ? [] : sources;
  const lines = listed.map((source) => viewSource(source, manifest.language));
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return {
    extent: `${sources.length === 1 ? "1 source" : `${sources.length} sources`}, ${formatLength(passages)}`,
    sources: lines,
    bracketed: lines.some(({ bracketed }) => bracketed),
    longTitle: manifest.title.length > LONG_TITLE,
  };
}

function viewSource(source: SourcePart, language: string): CoverSource {
  const { id, slug, title, csl, passages } = source;
  const { date } = markFacts(source, language);
  const facts = [kindOf(csl), date ?? "undated", formatLength(passages)];
  return { id, title, facts: facts.join(" · "), bracketed: isMarked(date), href: `#${slug}` };
}
