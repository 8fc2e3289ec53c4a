// Omissions for what the extractor takes for no part of a web page's article; a person decides on each.
import { applyOmissions } from "./apply-omissions.ts";
import { type FoldedDocument, findEnds, findStarts, findWhole, foldDocument } from "./find-words.ts";
import { FEWEST_WORDS, growPhrase } from "./grow-phrase.ts";
import type { OmissionPhrases } from "./locate-omission.ts";
import { hasWords, type Paragraph } from "./supplied-document.ts";

/**
 * Proposes an omission for every run of paragraphs outside the article. A run for which no words are found that fit no other place
 * gets none, and is among the passages.
 */
export function proposeOmissions(paragraphs: readonly Paragraph[]): readonly OmissionPhrases[] {
  const texts = paragraphs.map(({ text }) => text);
  const document = foldDocument(texts);
  const inside = paragraphs.flatMap(({ outsideArticle, text }, position) =>
    outsideArticle || !hasWords(text) ? [] : [position],
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const runs = findRuns(paragraphs);
  const earlier = new Set<number>();
  const proposed = runs.flatMap((run, index): OmissionPhrases[] => {
    const phrases = findPhrases(document, texts, run, runs[index + 1]?.from ?? texts.length, earlier);
    for (let position = run.from; position <= run.to; position += 1) earlier.add(position);
    const where = run.to < first ? "before" : run.from > last ? "after" : "within";
    return phrases === undefined ? [] : [{ what: `Text ${where} the article`, ...phrases }];
  });
  return keepCertain(paragraphs, proposed);
}

/** An omission may lean on another to be certain, and that one be wanting. */
function keepCertain(
  paragraphs: readonly Paragraph[],
  proposed: readonly OmissionPhrases[],
): readonly OmissionPhrases[] {
  const uncertain = new Set(applyOmissions(paragraphs, proposed).faults.map(({ index }) => index));
  if (uncertain.size === 0) return proposed;
  return keepCertain(
    paragraphs,
    proposed.filter((_, index) => !uncertain.has(index)),
  );
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Paragraphs without words part no run and bound none. */
function findRuns(paragraphs: readonly Paragraph[]): readonly Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const [position, { outsideArticle, text }] of paragraphs.entries()) {
    if (!hasWords(text)) continue;
    if (outsideArticle) open = { from: open?.from ?? position, to: position };
    else if (open !== undefined) {
      runs.push(open);
      open = undefined;
    }
  }
  return open === undefined ? runs : [...runs, open];
}

function findPhrases(
  document: FoldedDocument,
  texts: readonly string[],
  { from, to }: Run,
  next: number,
  earlier: ReadonlySet<number>,
): { readonly starts: string; readonly ends: string } | undefined {
  const isOnly = (fits: readonly number[]) => fits.filter((at) => !earlier.has(at)).length === 1;
  const whole = texts[from] ?? "";
  const isShort = from === to && whole.split(" ").length <= FEWEST_WORDS;
  if (isShort && isOnly(findWhole(document, whole))) return { starts: whole, ends: whole };
  const starts = growPhrase(texts, from, "forwards").find((words) => isOnly(findStarts(document, words)));
  const backwards = growPhrase(texts, to, "backwards");
  const endsBy = (bound: number) =>
    backwards.find(
      (words) => findEnds(document, words).filter((at) => at >= from && at < bound).length === 1,
    );
  const ends = endsBy(texts.length) ?? endsBy(next);
  return starts === undefined || ends === undefined ? undefined : { starts, ends };
}
