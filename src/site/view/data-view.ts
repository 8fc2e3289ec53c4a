// Data files for display: a comparison in tables that fit a page, a chronology with its drawing, a register, bars.
import type { Chronology, Comparison, Data, Register } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { type BarsView, viewBars } from "./bars-view.ts";
import { type DateView, viewDate } from "./dates.ts";
import { type GlanceView, viewGlance } from "./glance-view.ts";
import { type TimelineView, viewTimeline } from "./timeline-view.ts";

/** The most subjects that one table sets side by side: what an upright page has room for. */
const SUBJECTS_IN_TABLE = 3;

/** A subject of a comparison in the overview. */
interface SubjectView {
  /** The id of its column heading. */
  readonly id: string;
  readonly name: string;
  readonly date: DateView | undefined;
  readonly gistHtml: string;
}

/** One of the tables of a comparison. */
interface ComparisonTable {
  readonly subjects: readonly SubjectView[];
  readonly rows: readonly {
    readonly question: string;
    readonly cells: readonly {
      readonly subject: string;
      /** The answer; `undefined` where no source gives one. */
      readonly html: string | undefined;
    }[];
  }[];
}

/** A comparison: an overview of all subjects, then tables of at most three. */
interface ComparisonView {
  readonly type: "comparison";
  readonly subjects: readonly SubjectView[];
  readonly dated: boolean;
  /** The overview by a few questions; undefined where the gists make it. */
  readonly glance: GlanceView | undefined;
  readonly tables: readonly ComparisonTable[];
}

/** A chronology. */
interface ChronologyView {
  readonly type: "chronology";
  readonly timeline: TimelineView | undefined;
  readonly events: readonly {
    readonly id: string;
    readonly date: DateView;
    readonly basis: Chronology["events"][number]["basis"];
    readonly html: string;
  }[];
}

/** A register. */
interface RegisterView {
  readonly type: "register";
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly entries: readonly { readonly id: string; readonly name: string; readonly html: string }[];
  }[];
}

/** A data file for display. */
export type DataFileView = ComparisonView | ChronologyView | RegisterView | BarsView;

type Inline = (prose: Prose) => string;

/** A data file for display. `inline` renders a text of one paragraph. */
export function viewData(data: Data, language: string, inline: Inline): DataFileView {
  if (data.type === "comparison") return viewComparison(data, language, inline);
  if (data.type === "bars") return viewBars(data, language, inline);
  return data.type === "chronology" ? viewChronology(data, language, inline) : viewRegister(data, inline);
}

function viewComparison(comparison: Comparison, language: string, inline: Inline): ComparisonView {
  const { questions, subjects } = comparison;
  // The first texts on the page are rendered first.
  const glance = viewGlance(comparison, language, inline);
  const columns = subjects.map(({ id, name, date, gist, answers }) => ({
    subject: {
      id,
      name,
      date: date === undefined ? undefined : viewDate(date, language),
      gistHtml: inline(gist),
    },
    answers: answers.map((answer) => (answer.kind === "stated" ? inline(answer.text) : undefined)),
  }));
  return {
    type: "comparison",
    subjects: columns.map(({ subject }) => subject),
    dated: subjects.some(({ date }) => date !== undefined),
    glance,
    tables: inGroups(columns, SUBJECTS_IN_TABLE).map((group) => ({
      subjects: group.map(({ subject }) => subject),
      rows: [
        ...(glance === undefined ? [] : [gistsOf(group.map(({ subject }) => subject))]),
        ...questions.map(({ label }, index) => ({
          question: label,
          cells: group.map(({ subject, answers }) => ({ subject: subject.name, html: answers[index] })),
        })),
      ],
    })),
  };
}

/** What the overview shows where it has no questions of its own; else the first row below it. */
function gistsOf(subjects: readonly SubjectView[]): ComparisonTable["rows"][number] {
  return {
    question: GIST,
    cells: subjects.map(({ name, gistHtml }) => ({ subject: name, html: gistHtml })),
  };
}

const GIST = "What it comes to";

/** Splits a list into groups of nearly equal size, none larger than `most`. */
export function inGroups<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function viewChronology(chronology: Chronology, language: string, inline: Inline): ChronologyView {
  const { events } = chronology;
  return {
    type: "chronology",
    timeline: viewTimeline(chronology, language),
    events: events.map(({ id, date, basis, text }) => ({
      id,
      date: viewDate(date, language),
      basis,
      html: inline(text),
    })),
  };
}

function viewRegister({ groups }: Register, inline: Inline): RegisterView {
  return {
    type: "register",
    groups: groups.map(({ id, title, entries }) => ({
      id,
      title,
      entries: entries.map((entry) => ({ id: entry.id, name: entry.name, html: inline(entry.text) })),
    })),
  };
}
