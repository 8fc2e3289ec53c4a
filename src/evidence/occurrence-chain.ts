// The places of a quotation's segments, one after the other, with the least left out.
import { findSegment, type Segment, type Span } from "./segment.ts";

/** The most words, and characters, of a document that a change in square brackets may stand for. */
const MOST_REPLACED_WORDS = 15;
const MOST_REPLACED_LENGTH = 300;

/** A segment's place with what was chosen before it. */
interface Link extends Span {
  /** Where the chain that ends here begins; of all such chains, the latest. */
  readonly chainStart: number;
  readonly previous: Link | undefined;
}

/**
 * Finds a place for every segment, in order. Of all chains the one is taken that spans fewest passages, then the shortest, then the
 * first. One pass over the occurrences of each segment: an earlier link is never better than a later one.
 */
export function chainOccurrences(
  text: string,
  segments: readonly Segment[],
  passageAt: (position: number) => number,
): readonly Span[] | undefined {
  const places = findAll(text, segments);
  let links: readonly Link[] | undefined;
  for (const [index, segment] of (places === undefined ? [] : segments).entries()) {
    const spans = places?.[index] ?? [];
    links = links === undefined ? spans.map(beginChain) : extendChains(text, segment, links, spans);
    if (links.length === 0) return undefined;
  }
  const last = links === undefined ? undefined : tightest(links, passageAt);
  return last === undefined ? undefined : unwind(last);
}

/** The occurrences of each segment, found once where several are alike; undefined where one of them has none. */
function findAll(text: string, segments: readonly Segment[]): readonly (readonly Span[])[] | undefined {
  const known = new Map<string, readonly Span[]>();
  const places: (readonly Span[])[] = [];
  for (const segment of segments) {
    const key = JSON.stringify([segment.atoms, segment.openStart, segment.openEnd]);
    const spans = known.get(key) ?? findSegment(text, segment);
    if (spans.length === 0) return undefined;
    known.set(key, spans);
    places.push(spans);
  }
  return places;
}

function beginChain({ start, end }: Span): Link {
  return { start, end, chainStart: start, previous: undefined };
}

function extendChains(
  text: string,
  { gap }: Segment,
  links: readonly Link[],
  spans: readonly Span[],
): readonly Link[] {
  const extended: Link[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const previous = links[next - 1];
    if (previous === undefined) continue;
    if (gap === "few" && !isFewWords(text, previous.end, start)) continue;
    extended.push({ start, end, chainStart: previous.chainStart, previous });
  }
  return extended;
}

function isFewWords(text: string, from: number, to: number): boolean {
  if (to - from <= 1) return true;
  if (to - from > MOST_REPLACED_LENGTH) return false;
  return text.slice(from, to).split(" ").filter(Boolean).length <= MOST_REPLACED_WORDS;
}

function tightest(links: readonly Link[], passageAt: (position: number) => number): Link | undefined {
  let best: { link: Link; passages: number; length: number } | undefined;
  for (const link of links) {
    const length = link.end - link.chainStart;
    const passages = passageAt(link.end - 1) - passageAt(link.chainStart);
    const better = passages - (best?.passages ?? Infinity) || length - (best?.length ?? Infinity);
    if (best === undefined || better < 0) best = { link, passages, length };
  }
  return best?.link;
}

function unwind(last: Link): readonly Span[] {
  const spans: Span[] = [];
  for (let link: Link | undefined = last; link !== undefined; link = link.previous) {
    spans.push({ start: link.start, end: link.end });
  }
  return spans.reverse();
}
