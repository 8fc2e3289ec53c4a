// Gives a link the areas of its copies in heads that are repeated, which the browser leaves out of the structure (ISO 14289-1, 7.18.5).
import type { PrintedKid } from "./read-structure.ts";

/**
 * Adds areas behind all that a link holds.
 * @param copies the numbers of annotations, by the mark of the link that they are copies of
 */
export function placeCopies(
  printed: readonly PrintedKid[],
  copies: ReadonlyMap<string, readonly number[]>,
): readonly PrintedKid[] {
  if (copies.size === 0) return printed;
  const left = new Map(copies);
  const place = (kids: readonly PrintedKid[]): readonly PrintedKid[] =>
    kids.map((kid) => {
      if (!("role" in kid)) return kid;
      const own = left.get(kid.mark) ?? [];
      left.delete(kid.mark);
      return { ...kid, kids: [...place(kid.kids), ...own.map((annotation) => ({ annotation }))] };
    });
  return place(printed);
}
