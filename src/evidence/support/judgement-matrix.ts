// Which source bears on which key judgement, and how: the matrix of judgements and sources.
import type { Confidence } from "../../model/confidence.ts";
import { type Part, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { type PassageRange, passagesIn } from "../../model/passages.ts";
import type { Block, CitationItem } from "../../model/prose.ts";
import { type Support, supportOf } from "../../model/support.ts";
import { joinRuns } from "./coverage.ts";

/** The passages of a source that bear on a judgement in one way. */
export interface SourceUse {
  readonly support: Support;
  /** Ascending and joined where they meet; empty where the source is cited as a whole. */
  readonly passages: readonly PassageRange[];
}

/** What a source says to a judgement. */
interface MatrixCell {
  readonly sourceId: string;
  /** One for each way in which it bears on the judgement, support first; empty where it is not cited. */
  readonly uses: readonly SourceUse[];
}

/** A judgement with the sources on which it rests. */
export interface JudgementRow {
  /** The id of its element. */
  readonly id: string;
  /** Counted from 1. */
  readonly number: number;
  readonly confidence: Confidence | undefined;
  /** One for each source, in the order of the pack. */
  readonly cells: readonly MatrixCell[];
  /** The id of the source that alone supports it; undefined where several do, or none. */
  readonly soleSource: string | undefined;
}

const ORDER: readonly Support[] = ["supports", "compares", "contradicts"];

/** Makes the matrix of a pack's key judgements, in their order. Citations of unknown keys are left to another check. */
export function judgementMatrix(parts: readonly Part[]): readonly JudgementRow[] {
  const sources = sourcesOf(parts);
  return parts
    .flatMap((part) => (part.kind === "summary" ? part.body.blocks : []))
    .flatMap((block) => (block.name === "judgement" ? [makeRow(block, sources)] : []));
}

function makeRow({ id, number, confidence, citations }: Block, sources: readonly SourcePart[]): JudgementRow {
  const items = citations.flatMap((citation) => citation.items);
  const cells = sources.map((source) => ({
    sourceId: source.id,
    uses: findUses(items.filter(({ key }) => key === source.key)),
  }));
  const supporting = cells.filter(({ uses }) => uses.some(({ support }) => support === "supports"));
  return {
    id: id ?? "",
    number: number ?? 0,
    confidence,
    cells,
    soleSource: supporting.length === 1 ? supporting[0]?.sourceId : undefined,
  };
}

function findUses(items: readonly CitationItem[]): readonly SourceUse[] {
  return ORDER.flatMap((support): SourceUse[] => {
    const own = items.filter(({ signal }) => supportOf(signal) === support);
    if (own.length === 0) return [];
    if (own.some(({ passages }) => passages.length === 0)) return [{ support, passages: [] }];
    const numbers = new Set(own.flatMap(({ passages }) => passagesIn(passages)));
    return [{ support, passages: joinRuns([...numbers].sort((left, right) => left - right)) }];
  });
}
