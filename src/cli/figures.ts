// What a pack amounts to, in numbers: what it holds, and what of it was verified.
import type { Pack, Part } from "../model/pack.ts";
import { proseOfPart } from "../model/part-prose.ts";
import { count } from "./count.ts";

/** The numbers that `check` reports. */
export interface PackFigures {
  readonly sources: number;
  readonly appendices: number;
  /** Passages of all full texts. */
  readonly passages: number;
  readonly judgements: number;
  readonly citations: number;
  readonly images: number;
  readonly quotations: {
    readonly all: number;
    /** Verified against the full text in the vault. */
    readonly byComparison: number;
    /** Verified by the receipt of an earlier comparison. */
    readonly byReceipt: number;
  };
  /** For each source, in reading order. */
  readonly bySource: readonly {
    readonly id: string;
    readonly passages: number;
    /** Passages that are summarised or quoted. */
    readonly covered: number;
    /** Words of the source without official text; null before the first import, as the next two. */
    readonly words: number | null;
    /** Words of it that the pack quotes. */
    readonly quoted: number | null;
    /** Words of it that the pack may quote. */
    readonly limit: number | null;
  }[];
}

/** Counts what the pack holds, as far as it could be read. */
export function countFigures({
  parts,
  images,
  evidence,
}: Pick<Pack, "parts" | "images" | "evidence">): PackFigures {
  const sum = (number: (part: Part) => number): number =>
    parts.reduce((total, part) => total + number(part), 0);
  const verified = (state: string): number => evidence.quotations.filter((one) => one.state === state).length;
  return {
    sources: sum(({ kind }) => (kind === "source" ? 1 : 0)),
    appendices: sum(({ kind }) => (kind === "appendix" ? 1 : 0)),
    passages: sum((part) => (part.kind === "source" ? part.passages : 0)),
    judgements: sum(({ body }) => body.blocks.filter(({ name }) => name === "judgement").length),
    citations: sum((part) => proseOfPart(part).reduce((total, prose) => total + prose.citations.length, 0)),
    images: images.length,
    quotations: {
      all: sum((part) => proseOfPart(part).reduce((total, prose) => total + prose.quotations.length, 0)),
      byComparison: verified("comparison"),
      byReceipt: verified("receipt"),
    },
    bySource: evidence.sources.map(({ sourceId, passages, covered, quoted }) => ({
      id: sourceId,
      passages,
      covered,
      words: quoted?.words ?? null,
      quoted: quoted?.quoted ?? null,
      limit: quoted?.limit ?? null,
    })),
  };
}

/** The numbers as a short table: a line for the pack, one for its quotations, one for each source. */
export function formatFigures(figures: PackFigures): string {
  const holds = [
    `${count(figures.sources, "source")} with ${count(figures.passages, "passage")}`,
    count(figures.appendices, "appendix", "appendices"),
    count(figures.judgements, "key judgement"),
    count(figures.citations, "citation"),
    ...(figures.images === 0 ? [] : [count(figures.images, "image")]),
  ].join(", ");
  const { all, byComparison, byReceipt } = figures.quotations;
  const verified = `${count(all, "quotation")}: ${byComparison} verified by comparison, ${byReceipt} by receipt`;
  const width = Math.max(0, ...figures.bySource.map(({ id }) => id.length));
  const rows = figures.bySource.map(({ id, passages, covered, words, quoted, limit }) => {
    const coverage = `${covered} of ${count(passages, "passage")} covered`;
    const share = words === null ? "never imported" : `${quoted} of ${words} words quoted, ${limit} allowed`;
    return `  ${id.padEnd(width)}  ${coverage}, ${share}`;
  });
  return [holds, verified, ...rows].join("\n");
}
