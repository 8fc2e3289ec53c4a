// Check: no two elements of the pack have the same id, for they all stand in one printed document.
import { contentProblem, type Place, type Problem } from "../../errors.ts";
import type { Data, Part } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import type { Identified } from "../../model/prose.ts";
import type { Check } from "./check-context.ts";

/**
 * Finds ids that stand twice. Ids begin with their part's slug, and yet parts can clash: `treaty` with a heading "5 text" and
 * `treaty-5` with a heading "Text".
 */
export const checkElementIds: Check = ({ parts }) => {
  const slugs = new Map(parts.map((part) => [part.slug, part]));
  const met = new Map([...slugs].map(([slug, { place }]) => [slug, place]));
  // Of two parts with one slug, which is a problem of its own, only one is looked at.
  return parts.filter((part) => slugs.get(part.slug) === part).flatMap((part) => checkPart(part, met));
};

function checkPart(part: Part, met: Map<string, Place>): Problem[] {
  return idsOfPart(part).flatMap(({ id, place }) => {
    const earlier = met.get(id);
    if (earlier === undefined) {
      met.set(id, place);
      return [];
    }
    const passage = part.kind === "source" ? /-p(\d+)$/.exec(id)?.[1] : undefined;
    const where = `${earlier.file}:${earlier.line}:${earlier.column}`;
    const message =
      passage === undefined
        ? `the id “${id}” is already given at ${where}`
        : `¶${passage} is already summarised by the block at ${where}`;
    const fix =
      passage === undefined
        ? "Word one of the two differently."
        : "Let each passage stand in one précis block only.";
    return [contentProblem("duplicate-id", place, message, fix)];
  });
}

/** Every id that the elements of a part will bear, but for that of the part itself. */
export function idsOfPart(part: Part): readonly Identified[] {
  const data = part.kind === "appendix" ? [...part.data.values()].flatMap(idsOfData) : [];
  return [...proseOfPart(part).flatMap(({ ids }) => ids), ...data];
}

function idsOfData(data: Data): readonly Identified[] {
  if (data.type === "comparison") return data.subjects.map(({ id, gist }) => ({ id, place: gist.place }));
  if (data.type === "chronology") return data.events.map(({ id, text }) => ({ id, place: text.place }));
  if (data.type === "bars") return data.values.map(({ id, text }) => ({ id, place: text.place }));
  return data.groups.flatMap(({ id, entries }) => {
    const within = entries.map((entry) => ({ id: entry.id, place: entry.text.place }));
    return [...(within[0] === undefined ? [] : [{ id, place: within[0].place }]), ...within];
  });
}
