// Whether the source itself quotes the words: they then belong to a speaker, not to the document's author.

import { splitAtMarks } from "../matching/editors-marks.ts";
import type { Span } from "../words/bonds.ts";
import { foldText } from "../words/fold-text.ts";
import { findSpeeches } from "./speeches.ts";

/**
 * Whether words of a quotation stand between the quotation marks of a passage as supplied, and nowhere outside them. Each stretch
 * between editors' marks is looked for by itself. `next` is the passage after it, in which speech may go on.
 */
export function standsInSpeech(passage: string, quotation: string, next?: string): boolean {
  const speeches = findSpeeches(passage, next);
  if (speeches.length === 0) return false;
  const inside = speeches.map(({ start, end }) => foldText(passage.slice(start, end)));
  const outside = foldText(withoutStretches(passage, speeches));
  return stretchesOf(quotation).some(
    (words) => inside.some((speech) => speech.includes(words)) && !outside.includes(words),
  );
}

function withoutStretches(passage: string, stretches: readonly Span[]): string {
  const bounds = [0, ...stretches.flatMap(({ start, end }) => [start, end]), passage.length];
  return bounds
    .filter((_, index) => index % 2 === 0)
    .map((from, index) => passage.slice(from, bounds[index * 2 + 1]))
    .join(" ¶ ");
}

/** The words of the document in a quotation, stretch by stretch. */
function stretchesOf(quotation: string): readonly string[] {
  return splitAtMarks(foldText(quotation))
    .flatMap((piece) => (piece.kind === "words" ? [piece.text.replace(/[,.;:]\s*$/u, "").trim()] : []))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
}
