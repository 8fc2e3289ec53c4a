// Every passage of every source is summarised or quoted in its record.
import type { Problem } from "../../errors.ts";
import type { SourcePart } from "../../model/pack.ts";
import { formatPassages, type PassageRange } from "../../model/passages.ts";

/** What of a source its record accounts for. */
export interface Coverage {
  readonly sourceId: string;
  readonly passages: number;
  /** Passages with a précis or, in the source's own record, a quotation; ascending. */
  readonly covered: readonly number[];
  /** Passages with neither; ascending. */
  readonly missing: readonly number[];
}

/**
 * Measures what the précis and quotations of a source's own record cover. A quotation accounts for the one passage that it names;
 * one that names several may stand in any of them, and accounts for none.
 */
export function measureCoverage(source: SourcePart): Coverage {
  const summarised = source.body.blocks
    .filter(({ name }) => name === "precis")
    .flatMap(({ passages }) => passages);
  const quoted = source.body.quotations
    .flatMap(({ citation }) => citation?.items ?? [])
    .filter(({ key, passages }) => key === source.key && namesOne(passages))
    .flatMap(({ passages }) => passages);
  const all = new Set<number>();
  for (const { from, to } of [...summarised, ...quoted]) {
    for (let passage = from; passage <= Math.min(to, source.passages); passage += 1) all.add(passage);
  }
  const every = Array.from({ length: source.passages }, (_, index) => index + 1);
  return {
    sourceId: source.id,
    passages: source.passages,
    covered: every.filter((passage) => all.has(passage)),
    missing: every.filter((passage) => !all.has(passage)),
  };
}

function namesOne(passages: readonly PassageRange[]): boolean {
  const [first, ...more] = passages;
  return first !== undefined && more.length === 0 && first.from === first.to;
}

/** A problem for each source with passages that its record leaves out. */
export function checkCoverage(sources: readonly SourcePart[]): readonly Problem[] {
  return sources.flatMap((source): Problem[] => {
    const { missing } = measureCoverage(source);
    if (missing.length === 0) return [];
    const list = formatPassages(joinRuns(missing));
    return [
      {
        code: "passage-not-covered",
        kind: "evidence",
        severity: "error",
        place: source.place,
        message: `${list} of ${source.id} ${missing.length === 1 ? "is" : "are"} neither summarised nor quoted`,
        fix: "Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
      },
    ];
  });
}

/** Ascending numbers as ranges: 1, 2, 3, 5 become 1–3 and 5. */
export function joinRuns(numbers: readonly number[]): readonly PassageRange[] {
  const runs: PassageRange[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === number - 1) runs[runs.length - 1] = { ...last, to: number };
    else runs.push({ from: number, to: number });
  }
  return runs;
}
