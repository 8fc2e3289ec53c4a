// Data files as entries: each event, each name of a register, each answer of a comparison.
import type { AppendixPart, Bars, Chronology, Comparison, Data, Register } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { viewDate } from "../view/dates.ts";
import { VERDICT_WORDS } from "../view/glance-view.ts";
import type { SearchEntry } from "./entry.ts";
import { proseText, type SourceIds } from "./line-text.ts";

/** How the rows of a data file are named and read. */
interface Surroundings {
  /** What the appendix is called. */
  readonly name: string;
  /** The caption of the file. */
  readonly caption: string;
  readonly language: string;
  readonly textOf: (prose: Prose) => string;
}

/** The entries of all data files that an appendix shows, in the order in which it shows them. */
export function listDataEntries(part: AppendixPart, language: string, sourceIds: SourceIds): SearchEntry[] {
  return part.body.data.flatMap(({ source, caption }) => {
    const data = part.data.get(source);
    const textOf = (prose: Prose): string => proseText(prose, sourceIds);
    if (data === undefined) return [];
    const rows = listRows(data, { name: part.shortTitle, caption, language, textOf });
    const [first] = rows;
    if (first === undefined || caption === part.title) return rows;
    return [
      { id: first.id, label: part.shortTitle, context: "", kinds: ["heading"], text: caption },
      ...rows,
    ];
  });
}

function listRows(data: Data, around: Surroundings): SearchEntry[] {
  if (data.type === "chronology") return listEvents(data, around);
  if (data.type === "bars") return listBars(data, around);
  return data.type === "register" ? listNames(data, around) : listAnswers(data, around);
}

function listBars({ unit, values }: Bars, { name, caption, language, textOf }: Surroundings): SearchEntry[] {
  const format = new Intl.NumberFormat(language);
  return values.map(({ id, label, value, text }) => ({
    id,
    label: `${name}: ${label}`,
    context: caption,
    kinds: ["data"],
    text: `${format.format(value)} ${unit}. ${textOf(text)}`,
  }));
}

function listEvents(
  { events }: Chronology,
  { name, caption, language, textOf }: Surroundings,
): SearchEntry[] {
  return events.map(({ id, date, label, basis, text }) => ({
    id,
    label: [`${name}: ${viewDate(date, language).text}`, label]
      .filter((words) => words !== undefined)
      .join(", "),
    context: [caption, basis].filter((words) => words !== undefined).join(", "),
    kinds: ["data"],
    text: textOf(text),
  }));
}

function listNames({ groups }: Register, { name, textOf }: Surroundings): SearchEntry[] {
  return groups.flatMap(({ id, title, entries }) => [
    { id, label: name, context: "", kinds: ["heading"] as const, text: title },
    ...entries.map((entry) => ({
      id: entry.id,
      label: `${name}: ${entry.name}`,
      context: title,
      kinds: ["data"] as const,
      text: textOf(entry.text),
    })),
  ]);
}

/** The answers to one question stand in cells without ids; each is found under its subject. */
function listAnswers({ questions, subjects }: Comparison, around: Surroundings): SearchEntry[] {
  const { name, caption, language, textOf } = around;
  return subjects.flatMap((subject) => {
    const label = `${name}: ${subject.name}`;
    const { id, date } = subject;
    const dated = date === undefined ? [] : [viewDate(date, language).text];
    return [
      {
        id,
        label,
        context: [caption, ...dated].join(", "),
        kinds: ["data"] as const,
        text: textOf(subject.gist),
      },
      ...subject.short.map(({ question, verdict, text }) => ({
        id,
        label,
        context: caption,
        kinds: ["data"] as const,
        text: [
          questions.find((asked) => asked.id === question)?.label,
          verdict && VERDICT_WORDS[verdict],
          textOf(text),
        ]
          .filter((words) => words !== undefined)
          .join(" "),
      })),
      ...subject.answers.map((answer, index) => ({
        id,
        label,
        context: caption,
        kinds: ["data"] as const,
        text: `${questions[index]?.label ?? ""} ${answer.kind === "stated" ? textOf(answer.text) : "Not stated in the sources"}`,
      })),
    ];
  });
}
