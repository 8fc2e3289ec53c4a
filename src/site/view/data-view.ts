// Data files for display: a comparison in tables that fit a page, a chronology, a register.
import type { Chronology, Comparison, Data, Register } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { type DateView, viewDate } from "./dates.ts";

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
  readonly tables: readonly ComparisonTable[];
}

/** A chronology. */
interface ChronologyView {
  readonly type: "chronology";
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
export type DataFileView = ComparisonView | ChronologyView | RegisterView;

type Inline = (prose: Prose) => string;

/** A data file for display. `inline` renders a text of one paragraph. */
export function viewData(data: Data, language: string, inline: Inline): DataFileView {
  if (data.type === "comparison") return viewComparison(data, language, inline);
  return data.type === "chronology" ? viewChronology(data, language, inline) : viewRegister(data, inline);
}

function viewComparison(
  { questions, subjects }: Comparison,
  language: string,
  inline: Inline,
): ComparisonView {
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
    tables: inGroups(columns, SUBJECTS_IN_TABLE).map((group) => ({
      subjects: group.map(({ subject }) => subject),
      rows: questions.map(({ label }, index) => ({
        question: label,
        cells: group.map(({ subject, answers }) => ({ subject: subject.name, html: answers[index] })),
      })),
    })),
  };
}

/** Splits a list into groups of nearly equal size, none larger than `most`. */
export function inGroups<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function viewChronology({ events }: Chronology, language: string, inline: Inline): ChronologyView {
  return {
    type: "chronology",
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
