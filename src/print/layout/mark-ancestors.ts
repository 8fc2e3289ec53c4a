// Names for the elements around parts, which several parts share.
import type { LayoutPlan } from "./layout-plan.ts";

/** Names for the elements that parts stand in, the same for every part that stands in them. */
export function markAncestors(plan: LayoutPlan): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  for (const { ancestors } of plan.parts) {
    for (const ref of ancestors.toReversed()) if (!marks.has(ref)) marks.set(ref, `0-${marks.size}`);
  }
  return marks;
}
