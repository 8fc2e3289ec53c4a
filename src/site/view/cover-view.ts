// What the cover shows beside the title: on which documents the pack rests.
import type { Pack, SourcePart } from "../../model/pack.ts";
import { viewDate } from "./dates.ts";
import { formatLength, kindOf } from "./key-facts.ts";

/** A source in the list on the cover. */
interface CoverSource {
  readonly id: string;
  readonly title: string;
  /** What it is, of when and how long, in one line. */
  readonly facts: string;
  readonly href: string;
}

/** The cover as its template sees it. */
export interface CoverView {
  /** How many documents and passages the pack rests on. */
  readonly extent: string;
  /** The sources, where they are few enough for the cover. */
  readonly sources: readonly CoverSource[];
  /** Whether the title is so long that it is set smaller. */
  readonly longTitle: boolean;
}

/** So many sources leave room for the rest of the cover; of more, it tells the number. */
const MOST_SOURCES = 5;

/** A title of more characters takes more than three lines in the size of the cover. */
const LONG_TITLE = 70;

/** Makes the view of the cover. */
export function viewCover({ manifest, parts }: Pack): CoverView {
  const sources = parts.filter((part): part is SourcePart => part.kind === "source");
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return {
    extent: `${sources.length === 1 ? "1 source" : `${sources.length} sources`}, ${formatLength(passages)}`,
    sources:
      sources.length > MOST_SOURCES ? [] : sources.map((source) => viewSource(source, manifest.language)),
    longTitle: manifest.title.length > LONG_TITLE,
  };
}

function viewSource({ id, slug, title, csl, passages }: SourcePart, language: string): CoverSource {
  const date = csl.issued === undefined ? "undated" : viewDate(csl.issued, language).text;
  return { id, title, facts: [kindOf(csl), date, formatLength(passages)].join(" · "), href: `#${slug}` };
}
