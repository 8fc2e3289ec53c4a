// Lays out a bar chart: across in per cent of its width, whatever that is; down in CSS pixels.
import { scaleLinear } from "d3-scale";
import { estimateWidth, wrapRuns } from "./text-width.ts";

/** A labelled value. */
export interface BarInput {
  readonly label: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly shown: string;
}

/** A bar with its label above it. */
export interface DrawnBar {
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly shown: { readonly text: string; readonly y: number };
  /** From the zero line to the value, in per cent; undefined for a value of zero, which has a dot instead. */
  readonly bar: { readonly x: number; readonly width: number } | undefined;
  /** The top of the bar. */
  readonly y: number;
}

/** A chart as its template draws it. */
export interface DrawnBars {
  readonly height: number;
  readonly axis: {
    readonly y: number;
    readonly ticks: readonly {
      readonly x: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
    }[];
  };
  /** Where zero is, in per cent. */
  readonly zero: number;
  readonly bars: readonly DrawnBar[];
}

/** The narrowest column that labels have to fit, and the largest type in which they are set there. */
const NARROWEST = 280;
const SIZE = 15;
const LINE = 19;
/** The height of a bar, which its template draws. */
export const BAR = 12;
const GAP = 14;
/** The most bars of one drawing: what stands on a page with room to spare. */
const MOST_BARS = 16;

/** Lays out values as charts of one scale, each short enough for a page. `format` prints a number. */
export function drawBars(values: readonly BarInput[], format: (value: number) => string): DrawnBars[] {
  const scale = makeBarScale(
    values.map(({ value }) => value),
    format,
  );
  const count = Math.ceil(values.length / MOST_BARS);
  const size = Math.ceil(values.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) =>
    drawChart(values.slice(index * size, (index + 1) * size), scale),
  );
}

/** A linear scale that holds zero and all values, with round ends, in per cent of the width. */
interface BarScale {
  readonly position: (value: number) => number;
  readonly ticks: DrawnBars["axis"]["ticks"];
}

function makeBarScale(values: readonly number[], format: (value: number) => string): BarScale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const unit = unitFor(Math.max(-least, most));
  const scale = scaleLinear()
    .domain(least === most ? [0, 1] : [least / unit, most / unit])
    .nice(4)
    .range([0, 100]);
  const position = (value: number) => Math.round(scale(value / unit) * 100) / 100;
  // A round end may be beyond the largest number.
  const ticksFor = (count: number) =>
    scale
      .ticks(count)
      .map((tick) => tick * unit)
      .filter(Number.isFinite);
  const numbers = [5, 4, 3, 2].map(ticksFor).find((some) => fits(some, format)) ?? [0];
  const ticks = numbers.map((value) => {
    const x = position(value);
    const anchor = x < 4 ? "start" : x > 96 ? "end" : "middle";
    return { x, text: format(value), anchor } as const;
  });
  return { position, ticks };
}

/** In what values are counted: near the ends of what a number can be, d3-scale finds no steps from one tick to the next. */
function unitFor(largest: number): number {
  if (largest > 1e290) return 1e100;
  return largest > 0 && largest < 1e-290 ? 1e-100 : 1;
}

function fits(ticks: readonly number[], format: (value: number) => string): boolean {
  const widest = Math.max(...ticks.map((value) => estimateWidth(format(value), SIZE)));
  // At an end a label stands wholly to one side of its tick, and nearer to its neighbour.
  return (widest + SIZE / 2) * 1.5 * (ticks.length - 1) <= NARROWEST;
}

function drawChart(values: readonly BarInput[], { position, ticks }: BarScale): DrawnBars {
  const zero = position(0);
  const bars: DrawnBar[] = [];
  let top = LINE + GAP;
  for (const { label, value, shown } of values) {
    const lines = wrapRuns([{ text: label, strong: false }], NARROWEST, SIZE).map((runs, index) => ({
      text: runs.map(({ text }) => text).join(" "),
      y: top + index * LINE + LINE * 0.75,
    }));
    const last = lines.at(-1) ?? { text: "", y: top };
    const isBeside = estimateWidth(`${last.text}${shown}`, SIZE) + SIZE <= NARROWEST;
    const height = (lines.length + (isBeside ? 0 : 1)) * LINE;
    const end = position(value);
    bars.push({
      lines,
      shown: { text: shown, y: isBeside ? last.y : last.y + LINE },
      bar:
        end === zero && value === 0
          ? undefined
          : { x: Math.min(zero, end), width: Math.round(Math.abs(end - zero) * 100) / 100 },
      y: top + height + 2,
    });
    top += height + 2 + BAR + GAP;
  }
  return { height: top, axis: { y: LINE, ticks }, zero, bars };
}
