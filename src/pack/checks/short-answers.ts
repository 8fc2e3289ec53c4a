// Check: a short answer is short, and rests on what the full answer rests on, in the same way.
import { contentProblem, type Place, type Problem } from "../../errors.ts";
import { wordsOf } from "../../markdown/plain-text.ts";
import { LONGEST_SHORT_ANSWER } from "../../model/data-file.ts";
import type { Comparison, ShortAnswer } from "../../model/pack.ts";
import { formatPassages, passagesIn } from "../../model/passages.ts";
import type { CitationItem, Prose } from "../../model/prose.ts";

/**
 * Finds short answers without a citation, with one that the full answer does not have, or with more words than an overview has
 * room for. Signal and speaker count too: what the full answer infers, or has from someone, the short one
 * may not state.
 */
export function checkShortAnswers({ questions, subjects }: Comparison): Problem[] {
  return subjects.flatMap(({ name, answers, short }) =>
    short.flatMap((one) => {
      const what = `the short answer of “${name}” to “${one.question}”`;
      const answer = answers[questions.findIndex(({ id }) => id === one.question)];
      if (answer?.kind !== "stated") return [];
      return [...checkWords(one, what), ...checkBasis(one, answer.text, what)];
    }),
  );
}

function checkWords({ text, verdict }: ShortAnswer, what: string): Problem[] {
  const words = wordsOf(text);
  if (words === "" && verdict === undefined) {
    const fix = "Write a few words before the citation, or give a verdict.";
    return [contentProblem("short-answer-empty", text.place, `${what} has no words`, fix)];
  }
  const length = [...words].length;
  if (length <= LONGEST_SHORT_ANSWER) return [];
  const fix = `Say it in at most ${LONGEST_SHORT_ANSWER}; the answer in full stands below.`;
  return [contentProblem("short-answer-long", text.place, `${what} has ${length} characters`, fix)];
}

function checkBasis({ text }: ShortAnswer, answer: Prose, what: string): Problem[] {
  const full = answer.citations.flatMap(({ items }) => items);
  if (text.citations.length === 0 && !(text.outside && answer.outside)) {
    const fix = "Add a citation that the answer in full has.";
    return [evidenceProblem("statement-without-source", text.place, `${what} names no source`, fix)];
  }
  return text.citations.flatMap(({ items, place }) =>
    items
      .filter((item) => !isFounded(item, full))
      .map((item) => {
        const passages = item.passages.length === 0 ? "" : `, ${formatPassages(item.passages)}`;
        const cited = `${item.signal === "none" ? "" : `${item.signal} `}@${item.key}${passages}`;
        const message = `${what} cites [${cited}], and the answer in full does not, or with another signal or speaker`;
        const fix =
          "Cite what the full answer cites, with its signal and speaker, or add the citation there.";
        return evidenceProblem("short-answer-unfounded", place, message, fix);
      }),
  );
}

function isFounded({ key, signal, speaker, passages }: CitationItem, full: readonly CitationItem[]): boolean {
  const same = full.filter((item) => item.key === key && item.signal === signal && item.speaker === speaker);
  if (passages.length === 0) return same.some((item) => item.passages.length === 0);
  const known = new Set(same.flatMap((item) => passagesIn(item.passages)));
  return passagesIn(passages).every((passage) => known.has(passage));
}

function evidenceProblem(code: string, place: Place, message: string, fix: string): Problem {
  return { ...contentProblem(code, place, message, fix), kind: "evidence" };
}
