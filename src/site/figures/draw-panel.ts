// Lays out one panel of a timeline: its axis, and a row for each event with its mark and its label.
import { line } from "d3-shape";
import { type PlacedLabel, placeLabel } from "./place-label.ts";
import type { TimeSpan } from "./time-panels.ts";
import { type Extent, makeTimeScale, round, type Tick } from "./time-scale.ts";

/** What a row shows. */
export interface RowInput {
  /** `point` for one day, `span` for a longer stretch, `crowd` for several events that another panel enlarges. */
  readonly form: "point" | "span" | "crowd";
  readonly span: TimeSpan;
  /** Whether the stretch has no beginning or no end. */
  readonly open: { readonly start: boolean; readonly end: boolean };
  readonly date: string;
  readonly words: string | undefined;
  /** How sure the date is, as the class of the mark. */
  readonly look: string;
}

/** A row of the drawing; lengths are in the drawing's units, from its top left. */
export interface DrawnRow {
  readonly form: RowInput["form"];
  readonly look: string;
  /** A box for a span or a crowd; the circle in it for a point. */
  readonly mark: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Arrow heads at open ends, as path data. */
  readonly arrows: readonly string[];
  /** The room of the label, kept free of the lines of the axis. */
  readonly ground: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly anchor: PlacedLabel["anchor"];
  readonly lines: readonly {
    readonly x: number;
    readonly y: number;
    readonly runs: PlacedLabel["lines"][number];
  }[];
}

/** A panel as its template draws it. */
export interface DrawnPanel {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly axis: { readonly y: number; readonly ticks: readonly Tick[] };
  readonly rows: readonly DrawnRow[];
  /** From the crowd at the foot to the panel that enlarges it, as path data; undefined where it would cross other rows. */
  readonly zoom: string | undefined;
}

const MARK = 12;
const SPAN_HEIGHT = 9;
const NARROWEST = 4;
const ROW_GAP = 8;
const ZOOM = 26;
const ARROW = 6;

/** Lays out a panel. `language` is a BCP 47 tag, for the axis. */
export function drawPanel(
  span: TimeSpan,
  inputs: readonly RowInput[],
  extent: Extent,
  language: string,
): DrawnPanel {
  const scale = makeTimeScale(span, extent, language);
  const lineHeight = Math.round(extent.size * 1.3);
  const axisY = lineHeight + 4;
  const rows: DrawnRow[] = [];
  let top = axisY + ROW_GAP;
  for (const input of inputs) {
    const { row, height } = drawRow(input, top, lineHeight, scale.position, extent);
    rows.push(row);
    top += height + ROW_GAP;
  }
  const zoom = drawZoom(rows, top, extent.width);
  return {
    width: extent.width,
    height: zoom === undefined ? top : top + ZOOM,
    size: extent.size,
    axis: { y: axisY, ticks: scale.ticks },
    rows,
    zoom,
  };
}

function drawRow(
  { form, span, open, date, words, look }: RowInput,
  top: number,
  lineHeight: number,
  position: (time: number) => number,
  extent: Extent,
): { readonly row: DrawnRow; readonly height: number } {
  const { x, width } = boxOf(form, position(span.from), position(span.to));
  const reach = { from: x - (open.start ? ARROW : 0), to: x + width + (open.end ? ARROW : 0) };
  const label = placeLabel(date, words, reach, extent);
  const textTop = label.below ? top + MARK + 2 : top;
  const textHeight = label.lines.length * lineHeight;
  const height = label.below ? MARK + 2 + textHeight : Math.max(textHeight, MARK);
  const boxHeight = form === "span" ? SPAN_HEIGHT : MARK;
  // A mark stands beside the first line of its label.
  const middle = top + (label.below ? MARK : lineHeight) / 2;
  const y = round(middle - boxHeight / 2);
  const left = label.anchor === "start" ? label.x : label.x - label.width;
  return {
    height,
    row: {
      form,
      look,
      mark: { x, y, width, height: boxHeight },
      arrows: [
        ...(open.start ? [arrowPath(x, middle, -1)] : []),
        ...(open.end ? [arrowPath(round(x + width), middle, 1)] : []),
      ],
      ground: { x: round(left - 2), y: textTop, width: round(label.width + 4), height: textHeight },
      anchor: label.anchor,
      lines: label.lines.map((runs, index) => ({
        x: round(label.x),
        y: round(textTop + index * lineHeight + lineHeight * 0.76),
        runs,
      })),
    },
  };
}

function boxOf(form: RowInput["form"], from: number, to: number): { x: number; width: number } {
  const least = form === "span" ? NARROWEST : MARK;
  const width = form === "point" ? MARK : Math.max(to - from, least);
  return { x: round((from + to) / 2 - width / 2), width: round(width) };
}

const pathOf = line();

function arrowPath(x: number, y: number, direction: 1 | -1): string {
  const points: [number, number][] = [
    [x, round(y - ARROW)],
    [round(x + direction * ARROW), y],
    [x, round(y + ARROW)],
  ];
  return `${pathOf(points) ?? ""}Z`;
}

function drawZoom(rows: readonly DrawnRow[], top: number, width: number): string | undefined {
  const last = rows.at(-1);
  if (last?.form !== "crowd" || rows.filter(({ form }) => form === "crowd").length > 1) return undefined;
  const { x, width: across } = last.mark;
  const points: [number, number][] = [
    [x, top - ROW_GAP + 2],
    [round(x + across), top - ROW_GAP + 2],
    [width, top + ZOOM],
    [0, top + ZOOM],
  ];
  return `${pathOf(points) ?? ""}Z`;
}
