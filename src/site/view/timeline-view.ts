// A chronology as a drawing: what stands in its rows, and what it says to those who do not see it.
import { dateBounds, formatDate } from "../../model/edtf.ts";
import type { Chronology } from "../../model/pack.ts";
import { type DrawnPanel, drawPanel, type RowInput } from "../figures/draw-panel.ts";
import { cutIntoPanels, type TimePanel, type TimeSpan } from "../figures/time-panels.ts";
import { DAY, type Extent } from "../figures/time-scale.ts";

type Event = Chronology["events"][number];

/** How a mark looks, and what that means. */
interface KeyEntry {
  readonly look: string;
  readonly form: "point" | "span" | "crowd";
  readonly meaning: string;
}

/** One of the drawings of a timeline. */
interface PanelView {
  /** What stretch it enlarges, where it is not the first. */
  readonly title: string | undefined;
  readonly alternative: string;
  /** For a column of text or a page, and for a phone. */
  readonly wide: DrawnPanel;
  readonly narrow: DrawnPanel;
}

/** A timeline: a drawing of the whole time, and one for each stretch in which events crowd. */
export interface TimelineView {
  readonly summary: string;
  readonly panels: readonly PanelView[];
  /** What the marks mean; those that are used. */
  readonly key: readonly KeyEntry[];
}

/** In CSS pixels; a drawing is shown a little wider, never narrower, so that its type keeps its size. */
const WIDE: Extent = { width: 600, size: 12.5 };
const NARROW: Extent = { width: 340, size: 14 };

interface DrawnEvent {
  readonly event: Event;
  readonly span: TimeSpan;
  readonly open: RowInput["open"];
}

/** The drawing of a chronology; undefined where it has fewer than two events whose time can be placed. */
export function viewTimeline({ events }: Chronology, language: string): TimelineView | undefined {
  const drawn = events.flatMap((event) => placeEvent(event) ?? []);
  if (drawn.length < 2) return undefined;
  const panels = cutIntoPanels(drawn.map(({ span }) => span));
  const rows = drawn.map((one) => describeEvent(one, language));
  return {
    summary: summarise(drawn.length, events.length, panels, language),
    panels: panels.map((panel, index) => viewPanel(panel, index, rows, language)),
    key: listKey([
      ...rows,
      ...panels.flatMap((panel) => panel.rows.flatMap((row) => (row.kind === "crowd" ? [CROWD] : []))),
    ]),
  };
}

/** A date with one open end reaches to the other; one with none, or beyond the years that a clock knows, is not drawn. */
function placeEvent(event: Event): DrawnEvent | undefined {
  const { from, to } = dateBounds(event.date);
  const open = { start: from === -Infinity, end: to === Infinity };
  if (open.start && open.end) return undefined;
  return { event, span: { from: open.start ? to : from, to: open.end ? from : to }, open };
}

function describeEvent({ event, span, open }: DrawnEvent, language: string): RowInput {
  const isDay = span.to - span.from <= DAY && !open.start && !open.end;
  const isSoft = /[~?%]/.test(event.date) || event.basis === "inferred";
  const isOutside = event.basis === "outside the sources";
  return {
    form: isDay ? "point" : "span",
    span,
    open,
    date: `${formatEventDate(event.date, span, language)}${isOutside ? "\u00a0†" : ""}`,
    words: event.label,
    look: isSoft ? "soft" : isOutside ? "outside" : "firm",
  };
}

/** The date as in the list, but for an interval between two plain dates, which is drawn together: 14–15 December 2025. */
function formatEventDate(date: string, span: TimeSpan, language: string): string {
  const form = /^\d{4}(-\d{2}(-\d{2})?)?\/\d{4}(-\d{2}(-\d{2})?)?$/.exec(date);
  const [month, day, endMonth, endDay] = form?.slice(1) ?? [];
  const isAlike =
    (month === undefined) === (endMonth === undefined) && (day === undefined) === (endDay === undefined);
  if (form === null || !isAlike) return formatDate(date, language);
  return formatRange(span, day === undefined ? (month === undefined ? "year" : "month") : "day", language);
}

const CROWD: Pick<RowInput, "form" | "look"> = { form: "crowd", look: "crowd" };

function viewPanel(
  panel: TimePanel,
  index: number,
  events: readonly RowInput[],
  language: string,
): PanelView {
  const rows = panel.rows.flatMap((row): RowInput[] => {
    if (row.kind === "event") return [events[row.event] ?? []].flat();
    const { span, count } = row;
    const date = formatSpan(span, language);
    return [{ ...CROWD, span, open: NOT_OPEN, date, words: `${count} events, enlarged below` }];
  });
  const span = formatSpan(panel.span, language);
  const told = rows.map(({ date, words }) => (words === undefined ? date : `${date}: ${words}`)).join("; ");
  return {
    title: index === 0 ? undefined : `${span}, enlarged`,
    alternative: `${index === 0 ? "Timeline" : "Enlarged part of the timeline"}, ${span}, to scale. ${told}.`,
    wide: drawPanel(panel.span, rows, WIDE, language),
    narrow: drawPanel(panel.span, rows, NARROW, language),
  };
}

const NOT_OPEN = { start: false, end: false };

/** A stretch of time as a reader wants it: in days, months or years, as its length asks. */
function formatSpan({ from, to }: TimeSpan, language: string): string {
  const length = to - from;
  const unit = length < 45 * DAY ? "day" : length < 1100 * DAY ? "month" : "year";
  return formatRange({ from, to }, unit, language);
}

function formatRange({ from, to }: TimeSpan, unit: "day" | "month" | "year", language: string): string {
  const early = new Date(from).getUTCFullYear() < 1;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    timeZone: "UTC",
    ...(early ? { era: "short" } : {}),
    ...(unit === "year" ? {} : { month: "long" }),
    ...(unit === "day" ? { day: "numeric" } : {}),
  };
  const text = new Intl.DateTimeFormat(language, options).formatRange(from, to);
  // Two numbers are set closely, and words with spaces at which no line ends.
  return text.replace(/^(\d+)\s–\s(\d+)/u, "$1–$2").replaceAll("\u2009", "\u00a0");
}

function summarise(drawn: number, all: number, panels: readonly TimePanel[], language: string): string {
  const [whole, ...enlarged] = panels;
  if (whole === undefined) return "";
  const total = `${drawn} ${drawn === all ? "events" : `of ${all} events`}, ${formatSpan(whole.span, language)}, drawn to scale.`;
  const [only] = enlarged;
  const more =
    only === undefined
      ? ""
      : enlarged.length === 1
        ? ` ${only.rows.length} of them crowd into ${formatSpan(only.span, language)}, which the lower drawing enlarges.`
        : ` The ${enlarged.length} lower drawings enlarge parts of it.`;
  return `${total}${more} The list below has every event with its sources.`;
}

const MEANINGS: readonly KeyEntry[] = [
  { form: "point", look: "firm", meaning: "a day" },
  { form: "span", look: "firm", meaning: "a month, a year or longer" },
  { form: "point", look: "soft", meaning: "a day, approximate or inferred" },
  { form: "span", look: "soft", meaning: "a stretch, approximate or inferred" },
  { form: "point", look: "outside", meaning: "† a day, from outside the sources" },
  { form: "span", look: "outside", meaning: "† a stretch, from outside the sources" },
  { form: "crowd", look: "crowd", meaning: "several events" },
];

function listKey(used: readonly Pick<RowInput, "form" | "look">[]): readonly KeyEntry[] {
  return MEANINGS.filter(({ form, look }) => used.some((one) => one.form === form && one.look === look));
}
