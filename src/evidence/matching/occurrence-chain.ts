// The places of a quotation's segments, one after the other, with the least left out.
import { BREAK, type Stretch } from "../words/folded-text.ts";
import { findSegment, type Segment, type SegmentPlace } from "./segment.ts";

/** The most words, and characters, of a document that a change in square brackets may stand for. */
const MOST_REPLACED_WORDS = 15;
const MOST_REPLACED_LENGTH = 300;

/** A segment's place with what was chosen before it. */
interface Link {
  readonly place: SegmentPlace;
  /** Where the chain that ends here begins; of all such chains, the latest. */
  readonly chainStart: number;
  readonly previous: Link | undefined;
}

/**
 * Finds a place for every segment, in order: whole, or also where one begins or ends within a word. Of all chains the one is taken that spans fewest passages, then the shortest, then the
 * first. One pass over the occurrences of each segment: an earlier link is never better than a later one.
 */
export function chainOccurrences(
  stretch: Stretch,
  segments: readonly Segment[],
  whole: boolean,
): readonly SegmentPlace[] | undefined {
  const places = findAll(stretch, segments, whole);
  let links: readonly Link[] | undefined;
  for (const [index, segment] of (places === undefined ? [] : segments).entries()) {
    const found = places?.[index] ?? [];
    links = links === undefined ? found.map(beginChain) : extendChains(stretch.joined, segment, links, found);
    if (links.length === 0) return undefined;
  }
  const last = links === undefined ? undefined : tightest(links, stretch.passageAt);
  return last === undefined ? undefined : unwind(last);
}

/** The occurrences of each segment, found once where several are alike; undefined where one of them has none. */
function findAll(
  stretch: Stretch,
  segments: readonly Segment[],
  whole: boolean,
): readonly (readonly SegmentPlace[])[] | undefined {
  const known = new Map<string, readonly SegmentPlace[]>();
  const all: (readonly SegmentPlace[])[] = [];
  for (const segment of segments) {
    const key = JSON.stringify([segment.atoms, segment.openStart, segment.openEnd]);
    const places = known.get(key) ?? findSegment(stretch, segment, whole);
    if (places.length === 0) return undefined;
    known.set(key, places);
    all.push(places);
  }
  return all;
}

function beginChain(place: SegmentPlace): Link {
  return { place, chainStart: place.start, previous: undefined };
}

function extendChains(
  text: string,
  { gap }: Segment,
  links: readonly Link[],
  places: readonly SegmentPlace[],
): readonly Link[] {
  const extended: Link[] = [];
  let next = 0;
  for (const place of places) {
    while ((links[next]?.place.end ?? Number.POSITIVE_INFINITY) <= place.start) next += 1;
    const previous = links[next - 1];
    if (previous === undefined) continue;
    if (gap === "few" && !isFewWords(text, previous.place.end, place.start)) continue;
    extended.push({ place, chainStart: previous.chainStart, previous });
  }
  return extended;
}

function isFewWords(text: string, from: number, to: number): boolean {
  if (to - from > MOST_REPLACED_LENGTH) return false;
  const between = text.slice(from, to);
  if (between.includes(BREAK)) return false;
  return between.split(" ").filter(Boolean).length <= MOST_REPLACED_WORDS;
}

function tightest(links: readonly Link[], passageAt: Stretch["passageAt"]): Link | undefined {
  let best: { link: Link; passages: number; length: number } | undefined;
  for (const link of links) {
    const { end } = link.place;
    const length = end - link.chainStart;
    const passages = passageAt(end - 1) - passageAt(link.chainStart);
    const better = passages - (best?.passages ?? Infinity) || length - (best?.length ?? Infinity);
    if (best === undefined || better < 0) best = { link, passages, length };
  }
  return best?.link;
}

function unwind(last: Link): readonly SegmentPlace[] {
  const places: SegmentPlace[] = [];
  for (let link: Link | undefined = last; link !== undefined; link = link.previous) places.push(link.place);
  return places.reverse();
}
