// Where a page stands in its pack: the parts around it, and its own main headings. The same list on every page, however long the pack.
import { addressOfPart, FIXED_ADDRESSES } from "./addresses.ts";
import { groupTitle, headingsOf } from "./contents-view.ts";
import { EVIDENCE_HEADINGS, EVIDENCE_NAME } from "./evidence-view.ts";
import type { NamedPart } from "./named-parts.ts";

/** A page in the list; `headings` are those of the page that is shown, and none for any other. */
interface PlaceEntry {
  /** The id of a source, as written; undefined for anything else. */
  readonly id: string | undefined;
  readonly title: string;
  /** A path from the site's root. */
  readonly address: string;
  readonly current: boolean;
  readonly headings: readonly { readonly text: string; readonly id: string }[];
}

/** Pages of one kind, with how many more there are before and after those that are listed. */
interface PlaceGroup {
  readonly title: string;
  readonly entries: readonly PlaceEntry[];
  readonly before: number;
  readonly after: number;
}

/** Where a page stands in its pack. */
export type PlaceView = readonly PlaceGroup[];

/** The most pages of one kind that are listed; of more, those around the page that is shown. */
const MOST_LISTED = 12;

/** How many pages are listed before and after the one that is shown, where not all are. */
const AROUND = 3;

/**
 * Prepares the lists once for a pack, and returns the maker of the list for the page at an address. A group of more than twelve is cut
 * to the neighbours of the page, or to its first pages, so that the pages of a long pack do not each hold all others.
 */
export function preparePlaces(parts: readonly NamedPart[]): (address: string) => PlaceView {
  const groups = groupParts(parts);
  return (address) => [
    ...groups.map(({ title, members, ranks }) => viewGroup(title, members, ranks.get(address) ?? -1)),
    { title: "About", entries: viewOwnPages(address), before: 0, after: 0 },
  ];
}

interface PartGroup {
  readonly title: string;
  readonly members: readonly NamedPart[];
  /** The index of the part of each address. */
  readonly ranks: ReadonlyMap<string, number>;
}

function groupParts(parts: readonly NamedPart[]): PartGroup[] {
  const titles = [...new Set(parts.map(({ part }) => groupTitle(part)))];
  return titles.map((title) => {
    const members = parts.filter(({ part }) => groupTitle(part) === title);
    return { title, members, ranks: new Map(members.map(({ part }, at) => [addressOfPart(part), at])) };
  });
}

function viewGroup(title: string, members: readonly NamedPart[], current: number): PlaceGroup {
  const [from, to] = windowAround(current, members.length);
  return {
    title,
    entries: members.slice(from, to).map((named, index) => viewEntry(named, from + index === current)),
    before: from,
    after: members.length - to,
  };
}

/** Which of `count` pages are listed around the page at index `current` (-1 where it is none of them): from and up to, not with. */
export function windowAround(current: number, count: number): readonly [from: number, to: number] {
  if (count <= MOST_LISTED) return [0, count];
  const size = 2 * AROUND + 1;
  const from = Math.min(Math.max(current - AROUND, 0), count - size);
  return [from, from + size];
}

function viewEntry(named: NamedPart, current: boolean): PlaceEntry {
  const { part } = named;
  return {
    id: part.kind === "source" ? part.id : undefined,
    title: part.shortTitle,
    address: addressOfPart(part),
    current,
    headings: current ? headingsOf(named) : [],
  };
}

function viewOwnPages(address: string): PlaceEntry[] {
  const page = (title: string, own: string, headings: PlaceEntry["headings"] = []): PlaceEntry => ({
    id: undefined,
    title,
    address: own,
    current: own === address,
    headings: own === address ? headings : [],
  });
  return [
    page(EVIDENCE_NAME.shortTitle, FIXED_ADDRESSES.evidence, EVIDENCE_HEADINGS),
    page("About this pack", FIXED_ADDRESSES.about),
  ];
}
