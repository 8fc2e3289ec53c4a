// The cover summary alone, for a meeting: what a reader needs who has these pages and not the pack.
import { renderInlineProse } from "../../markdown/render.ts";
import { type Pack, type SourcePart, sourcesOf } from "../../model/pack.ts";
import type { Links } from "./links.ts";
import { isMarked, markFacts } from "./marked-facts.ts";
import type { NamedPart } from "./named-parts.ts";
import { type PartView, viewPart } from "./part-view.ts";

/** A source in a line. */
interface HandoutSource {
  /** As citations name it: `S1`. */
  readonly id: string;
  readonly title: string;
  /** Author, place and date, as far as they are known. */
  readonly origin: string;
  /** Whether some of that is marked as inferred. */
  readonly bracketed: boolean;
  /** What kind of document it is. */
  readonly kindHtml: string;
}

/** The summary alone as its template sees it. */
export interface HandoutView {
  readonly part: PartView;
  /** What the summary rests on, in numbers. */
  readonly basis: string;
  readonly sources: readonly HandoutSource[];
  /** Whether the marks of what is inferred must be explained. */
  readonly bracketed: boolean;
}

/** Makes the view; undefined where a pack has no summary. No citation in it is a link: what it would lead to lies in the pack. */
export function viewHandout(pack: Pack, parts: readonly NamedPart[], links: Links): HandoutView | undefined {
  const summary = parts.find(({ part }) => part.kind === "summary");
  if (summary === undefined) return undefined;
  const unlinked: Links = {
    ...links,
    prose: (part) => ({ ...links.prose(part), hrefOf: () => undefined }),
  };
  const sources = sourcesOf(pack.parts);
  const lines = sources.map((source) => viewSource(source, pack.manifest.language, unlinked));
  return {
    part: viewPart(summary, pack, unlinked),
    basis: describeBasis(sources, pack.evidence.quotations.length),
    sources: lines,
    bracketed: lines.some(({ bracketed }) => bracketed),
  };
}

function viewSource(source: SourcePart, language: string, links: Links): HandoutSource {
  const { id, title, descriptor } = source;
  const kind = descriptor.find(({ entry }) => entry === "kind");
  const { author, container, date } = markFacts(source, language);
  const known = [author, container, date];
  return {
    id,
    title,
    origin: known.filter((text) => text !== undefined).join(", "),
    bracketed: known.some(isMarked),
    kindHtml: kind === undefined ? "" : renderInlineProse(kind.text, links.prose(source)),
  };
}

function describeBasis(sources: readonly SourcePart[], quotations: number): string {
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  const counted = [
    count(sources.length, "source"),
    `${count(passages, "passage")} (¶), each summarised or quoted`,
  ];
  return `${counted.join(", ")}; ${count(quotations, "quotation")} verified word for word`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
