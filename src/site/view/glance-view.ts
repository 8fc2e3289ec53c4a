// The overview of a comparison: its subjects by the few questions that matter most, each answered in a word.
import { wordsOf } from "../../markdown/plain-text.ts";
import type { Verdict } from "../../model/data-file.ts";
import type { Comparison } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { type DateView, viewDate } from "./dates.ts";

/** An answer in short. */
interface GlanceCell {
  readonly question: string;
  /** A sign stands beside the word; `not stated` where no source answers. */
  readonly verdict: Verdict | "not stated" | undefined;
  readonly word: string;
  readonly html: string;
}

/** The overview as a table. */
export interface GlanceView {
  readonly questions: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly date: DateView | undefined;
    readonly cells: readonly GlanceCell[];
  }[];
}

/** What a verdict is called. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  yes: "Yes",
  no: "No",
  partly: "In part",
  unclear: "Unclear",
};

/** The overview by the questions of `glance`; undefined where the comparison names none. */
export function viewGlance(
  { questions, glance, subjects }: Comparison,
  language: string,
  inline: (prose: Prose) => string,
): GlanceView | undefined {
  if (glance.length === 0) return undefined;
  const asked = glance.map((id) => ({ id, label: questions.find((one) => one.id === id)?.label ?? id }));
  return {
    questions: asked.map(({ label }) => label),
    rows: subjects.map(({ name, date, short }) => ({
      name,
      date: date === undefined ? undefined : viewDate(date, language),
      cells: asked.map(({ id, label }): GlanceCell => {
        const answer = short.find(({ question }) => question === id);
        if (answer === undefined) return { question: label, verdict: "not stated", word: "", html: "" };
        const { verdict, text } = answer;
        const stop = wordsOf(text) === "" ? "" : ".";
        const word = verdict === undefined ? "" : `${VERDICT_WORDS[verdict]}${stop}`;
        return { question: label, verdict, word, html: inline(text) };
      }),
    })),
  };
}
