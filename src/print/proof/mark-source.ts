// The text of a source with the marks that elements bear on the pages, in place of their numbers in the document.
import type { PlacedPart } from "../layout/lay-out-parts.ts";
import type { LayoutPlan } from "../layout/layout-plan.ts";
import { markAncestors } from "../layout/mark-ancestors.ts";
import type { SourceText } from "./printed-text.ts";

/** Gives every element of the source the mark it has on the pages. */
export function markSource(source: SourceText, plan: LayoutPlan, parts: readonly PlacedPart[]): SourceText {
  const ancestors = markAncestors(plan);
  const starts = parts.map(({ first }) => ({ part: first + 1, ref: plan.parts[first]?.ref ?? 0 }));
  const marks = new Map<string, string>();
  const markOf = (ref: string): string => {
    const known = marks.get(ref);
    if (known !== undefined) return known;
    const number = Number(ref);
    const start = starts.findLast((candidate) => candidate.ref <= number);
    const mark = ancestors.get(number) ?? `${start?.part ?? 1}-${number - (start?.ref ?? 0)}`;
    marks.set(ref, mark);
    return mark;
  };
  return {
    texts: source.texts.map(({ text, refs }) => ({ text, refs: refs.map(markOf) })),
    figures: source.figures.map(({ ref, name }) => ({ ref: markOf(ref), name })),
    headings: source.headings,
    controls: source.controls.map((control) => ({ ...control, ref: markOf(control.ref) })),
    places: Object.fromEntries(Object.entries(source.places).map(([ref, place]) => [markOf(ref), place])),
    blocks: Object.fromEntries(Object.entries(source.blocks).map(([ref, name]) => [markOf(ref), name])),
  };
}
