// The units of the proof: blocks and footnotes of the source, and what the pages hold of each.
import type { Place } from "../../errors.ts";
import { normaliseText } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { PagedText, SourceText } from "./printed-text.ts";

/** A block of the source, or a footnote in it. */
export interface Unit {
  readonly ref: string;
  readonly name: string;
  readonly text: string;
  readonly place: Place | undefined;
}

/** What the pages hold of a unit. */
export interface Found {
  readonly text: string;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** The units of the source, in order. */
export function listUnits(source: SourceText, notes: ReadonlySet<string>): readonly Unit[] {
  const texts = new Map<string, string[]>();
  for (const { text, refs } of source.texts) {
    const ref = refs.find((candidate) => notes.has(candidate)) ?? refs.at(-1) ?? "";
    const known = texts.get(ref);
    if (known) known.push(text);
    else texts.set(ref, [text]);
  }
  return [...texts].map(([ref, parts]) => ({
    ref,
    name: source.blocks[ref] ?? "footnote",
    text: parts.join(""),
    place: placeOf(source, ref),
  }));
}

/** What the texts hold of each unit, by its number. */
export function gatherUnits(texts: PagedText["texts"]): ReadonlyMap<string, Found> {
  const parts = new Map<string, { texts: string[]; firstPage: number; lastPage: number }>();
  for (const { unit, text, page } of texts) {
    const known = parts.get(unit);
    if (!known) parts.set(unit, { texts: [text], firstPage: page, lastPage: page });
    else {
      known.texts.push(text);
      known.lastPage = page;
    }
  }
  return new Map(
    [...parts].map(
      ([ref, { texts: pieces, ...pages }]) => [ref, { ...pages, text: pieces.join("") }] as const,
    ),
  );
}

/** Whether the whole text of a unit is shown, be it repeated. */
export function isHeldBy(inMargin: Found | undefined, unit: Unit): boolean {
  return normaliseText(inMargin?.text ?? "").includes(normaliseText(unit.text));
}
