// The scale of a panel: where a moment stands, and the ticks that can be told apart.
import { scaleUtc } from "d3-scale";
import { estimateWidth } from "./text-width.ts";
import type { TimeSpan } from "./time-panels.ts";

/** A mark on an axis. */
export interface Tick {
  readonly x: number;
  /** Undefined where the labels of its neighbours leave it no room. */
  readonly label:
    | { readonly text: string; readonly x: number; readonly anchor: "start" | "middle" | "end" }
    | undefined;
}

/** A linear scale of time. */
export interface TimeScale {
  readonly position: (time: number) => number;
  readonly ticks: readonly Tick[];
}

/** The extent of a drawing in its own units. */
export interface Extent {
  readonly width: number;
  /** The type size. */
  readonly size: number;
}

export const DAY = 86_400_000;
/** Nothing is enlarged so much that hours would have to be told apart. */
const SHORTEST = 10 * DAY;
/** Room for half of a dot at either end. */
const MARGIN = 8;

/** Makes the scale of a panel. `language` is a BCP 47 tag. */
export function makeTimeScale(span: TimeSpan, { width, size }: Extent, language: string): TimeScale {
  const spare = Math.max(0, SHORTEST - (span.to - span.from)) / 2;
  const scale = scaleUtc()
    .domain([span.from - spare, span.to + spare])
    .range([MARGIN, width - MARGIN]);
  const position = (time: number) => round(scale(time));
  const times = scale.ticks(Math.max(2, Math.floor(width / 85)));
  return { position, ticks: labelTicks(times, position, { width, size }, language) };
}

/** Coordinates with one decimal: more is not seen, and less is seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function labelTicks(
  times: readonly Date[],
  position: (time: number) => number,
  { width, size }: Extent,
  language: string,
): Tick[] {
  const format = tickFormat(times, language);
  let taken = -Infinity;
  return times.map((time, index) => {
    const x = position(time.getTime());
    const text = format(time, index);
    const room = estimateWidth(text, size);
    const left = Math.min(Math.max(x - room / 2, 0), width - room);
    if (left < taken + size) return { x, label: undefined };
    taken = left + room;
    if (x - room / 2 < 0) return { x, label: { text, x: 0, anchor: "start" } };
    if (x + room / 2 > width) return { x, label: { text, x: width, anchor: "end" } };
    return { x, label: { text, x, anchor: "middle" } };
  });
}

function tickFormat(times: readonly Date[], language: string): (time: Date, index: number) => string {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  const early = times.some((time) => time.getUTCFullYear() < 1);
  const year = formatter({ year: "numeric", ...(early ? { era: "short" } : {}) });
  const month = formatter({ month: "short" });
  const both = formatter({ month: "short", year: "numeric" });
  const day = formatter({ day: "numeric", month: "short" });
  if (times.every((time) => time.getUTCMonth() === 0 && time.getUTCDate() === 1)) {
    return (time) => year.format(time);
  }
  if (times.every((time) => time.getUTCDate() === 1)) {
    return (time, index) => (index === 0 || time.getUTCMonth() === 0 ? both : month).format(time);
  }
  return (time) => day.format(time);
}
