// Cuts events into panels: the whole time, and an enlargement of each stretch in which they crowd.

/** A stretch of time in milliseconds since 1970 UTC, both ends finite. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A row of a panel: one event, or a crowd of them that has a panel of its own. */
export type PanelRow =
  | { readonly kind: "event"; readonly event: number }
  | { readonly kind: "crowd"; readonly count: number; readonly span: TimeSpan };

/** Events on one scale. */
export interface TimePanel {
  readonly span: TimeSpan;
  readonly rows: readonly PanelRow[];
}

/** The most rows of a panel: what stands on a page with room to spare. */
export const MOST_ROWS = 16;
/** Events nearer to each other than this share of a panel look like one. */
const NEAR = 0.02;
/** A crowd has so many events, and takes no more than this share of a panel: enlarging it shows more. */
const CROWD = 3;
const CROWDED = 0.15;

/**
 * Cuts events into panels, the whole time first, each crowd after the panel in which it is one row. Every event stands in one panel.
 * @param events in the order in which rows are wanted
 */
export function cutIntoPanels(events: readonly TimeSpan[]): TimePanel[] {
  return events.length === 0
    ? []
    : cutAll(
        events.map((_, index) => index),
        events,
      );
}

function cutAll(own: readonly number[], events: readonly TimeSpan[]): TimePanel[] {
  const span = spanOf(own, events);
  const parts = own.length > 1 ? partEvents(own, span, events) : own.map((event) => [event]);
  const rows = parts.map((part): PanelRow => {
    const [event] = part;
    if (event !== undefined && part.length === 1) return { kind: "event", event };
    return { kind: "crowd", count: part.length, span: spanOf(part, events) };
  });
  const crowds = parts.filter((part) => part.length > 1);
  return [{ span, rows }, ...crowds.flatMap((part) => cutAll(part, events))];
}

/** The rows of a panel, each with its events. None holds all of them, or cutting would find no end. */
function partEvents(own: readonly number[], span: TimeSpan, events: readonly TimeSpan[]): number[][] {
  const crowds = findCrowds(own, span, events);
  const crowded = new Set(crowds.flat());
  const single = own.filter((event) => !crowded.has(event)).map((event) => [event]);
  const rows = [...crowds, ...single].sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
  return rows.length > MOST_ROWS ? inStretches(own) : rows;
}

function findCrowds(own: readonly number[], span: TimeSpan, events: readonly TimeSpan[]): number[][] {
  const length = span.to - span.from;
  const lengthOf = (part: readonly number[]) => {
    const { from, to } = spanOf(part, events);
    return to - from;
  };
  const runs: { readonly members: number[]; to: number }[] = [];
  const byStart = own
    .filter((event) => lengthOf([event]) <= length * CROWDED)
    .sort((left, right) => (events[left]?.from ?? 0) - (events[right]?.from ?? 0));
  for (const event of byStart) {
    const { from, to } = spanOf([event], events);
    const last = runs.at(-1);
    if (last === undefined || from - last.to > length * NEAR) runs.push({ members: [event], to });
    else {
      last.members.push(event);
      last.to = Math.max(last.to, to);
    }
  }
  return runs
    .map(({ members }) => members.sort((left, right) => left - right))
    .filter(({ length: count }) => count >= CROWD && count < own.length)
    .filter((members) => lengthOf(members) <= length * CROWDED);
}

/** Where events are many and evenly spread, stretches of nearly equal number take the place of crowds. */
function inStretches(own: readonly number[]): number[][] {
  const count = Math.min(Math.ceil(own.length / MOST_ROWS), MOST_ROWS);
  const size = Math.ceil(own.length / count);
  return Array.from({ length: count }, (_, index) => own.slice(index * size, (index + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

function spanOf(part: readonly number[], events: readonly TimeSpan[]): TimeSpan {
  const spans = part.flatMap((event) => events[event] ?? []);
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}
