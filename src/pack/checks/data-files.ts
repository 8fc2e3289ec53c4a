// Check: what a data file says names its sources, short answers say no more than full ones, events stand in the order of time.
import { contentProblem, type Problem } from "../../errors.ts";
import { NOT_STATED } from "../../model/data-file.ts";
import { dateBounds } from "../../model/edtf.ts";
import type { Bars, Chronology, Comparison, Data, Register } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import type { Check } from "./check-context.ts";
import { checkShortAnswers } from "./short-answers.ts";

/** Finds answers, events and entries without a citation or a mark that they come from outside, and events out of order. */
export const checkDataFiles: Check = ({ parts }) =>
  parts.flatMap((part) => (part.kind === "appendix" ? [...part.data.values()].flatMap(checkData) : []));

function checkData(data: Data): readonly Problem[] {
  if (data.type === "comparison") return [...checkComparison(data), ...checkShortAnswers(data)];
  if (data.type === "bars") return checkBars(data);
  return data.type === "chronology" ? checkChronology(data) : checkRegister(data);
}

function isSupported({ citations, outside }: Prose): boolean {
  return citations.length > 0 || outside;
}

function unsupported(text: Prose, what: string, silent: string): Problem {
  const or = silent === "" ? " or" : ",";
  const fix = `Add a citation after the statement${or} mark what comes from elsewhere as [text]{.outside}${silent}.`;
  return {
    ...contentProblem("statement-without-source", text.place, `${what} names no source`, fix),
    kind: "evidence",
  };
}

function checkComparison({ questions, subjects }: Comparison): Problem[] {
  return subjects.flatMap(({ name, gist, answers }) => {
    const unsaid = answers.flatMap((answer, index) => {
      if (answer.kind === "not stated" || isSupported(answer.text)) return [];
      const what = `the answer of “${name}” to “${questions[index]?.label ?? ""}”`;
      return [unsupported(answer.text, what, `, or write “${NOT_STATED}”`)];
    });
    return isSupported(gist) ? unsaid : [unsupported(gist, `the gist of “${name}”`, ""), ...unsaid];
  });
}

function checkChronology({ events }: Chronology): Problem[] {
  return events.flatMap(({ date, text }, index) => {
    const problems = isSupported(text) ? [] : [unsupported(text, `the event of ${date}`, "")];
    const before = events[index - 1];
    if (before === undefined || dateBounds(before.date).from <= dateBounds(date).to) return problems;
    const message = `the event of ${date} stands after that of ${before.date}`;
    return [
      ...problems,
      contentProblem("events-out-of-order", text.place, message, "Put the events in the order of time."),
    ];
  });
}

function checkRegister({ groups }: Register): Problem[] {
  return groups
    .flatMap(({ entries }) => entries)
    .filter(({ text }) => !isSupported(text))
    .map(({ name, text }) => unsupported(text, `the entry “${name}”`, ""));
}

function checkBars({ values }: Bars): Problem[] {
  return values
    .filter(({ text }) => !isSupported(text))
    .map(({ label, text }) => unsupported(text, `the value of “${label}”`, ""));
}
