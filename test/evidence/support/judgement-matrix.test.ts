import { describe, expect, it } from "vitest";
import { judgementMatrix } from "../../../src/evidence/support/judgement-matrix.ts";
import type { SourcePart } from "../../../src/model/pack.ts";
import { formatPassages } from "../../../src/model/passages.ts";
import { appendix, source, summary } from "../sample-parts.ts";

const sources: SourcePart[] = [
  source("Text."),
  { ...source("Text."), id: "S2", slug: "s2", key: "b" },
  { ...source("Text."), id: "S3", slug: "s3", key: "c" },
];

/** The rows of the judgements of a summary, a line each. */
function show(text: string): string[] {
  return judgementMatrix([summary(text), ...sources]).map(({ number, id, confidence, cells, soleSource }) => {
    const shown = cells.flatMap(({ sourceId, uses }) =>
      uses.map(
        ({ support, passages }) =>
          `${sourceId} ${support} ${passages.length === 0 ? "whole" : formatPassages(passages)}`,
      ),
    );
    return `${number} ${id} ${confidence}: ${shown.join("; ")}${soleSource === undefined ? "" : ` (${soleSource} alone)`}`;
  });
}

const judge = (text: string): string[] => show(`::: judgement high\n${text}\n:::\n`);

describe("the matrix of judgements and sources", () => {
  it.each([
    ["[@a, ¶1]", "S1 supports ¶1 (S1 alone)"],
    ["[see @a, ¶1]", "S1 supports ¶1 (S1 alone)"],
    ["[see also @a, ¶1]", "S1 supports ¶1 (S1 alone)"],
    ["[accord @a, ¶1]", "S1 supports ¶1 (S1 alone)"],
    ["[cf. @a, ¶1]", "S1 compares ¶1"],
    ["[but see @a, ¶1]", "S1 contradicts ¶1"],
    ["[contra @a, ¶1]", "S1 contradicts ¶1"],
  ])("reads the signal of %s", (citation, cell) => {
    expect(judge(`A point ${citation}.`)).toEqual([`1 summary-judgement-1 high: ${cell}`]);
  });

  it("joins the passages of all citations of a judgement, each once and ascending", () => {
    expect(judge("One [@a, ¶3; @b, ¶1]. Two [@a, ¶¶1–2]. Three [see @a, ¶2].")).toEqual([
      "1 summary-judgement-1 high: S1 supports ¶¶1–3; S2 supports ¶1",
    ]);
  });

  it("keeps apart what a source supports and what it contradicts", () => {
    expect(judge("One [@a, ¶1]. Two [contra @a, ¶3; cf. @a, ¶2].")).toEqual([
      "1 summary-judgement-1 high: S1 supports ¶1; S1 compares ¶2; S1 contradicts ¶3 (S1 alone)",
    ]);
  });

  it("does not count a source that contradicts among those on which a judgement rests", () => {
    expect(judge("One [@b, ¶1; contra @a, ¶1; cf. @c, ¶2].")[0]).toContain("(S2 alone)");
    expect(judge("One [@b, ¶1; accord @c, ¶1].")[0]).not.toContain("alone");
  });

  it("takes a citation without passages as one of the whole source", () => {
    expect(judge("One [@a]. Two [@a, ¶2; @b, ¶1].")).toEqual([
      "1 summary-judgement-1 high: S1 supports whole; S2 supports ¶1",
    ]);
  });

  it("has a row for each judgement, in order, and none for what else is cited", () => {
    const text =
      "Text [@a, ¶1].\n\n::: judgement low\nOne [@a, ¶1].\n:::\n\n::: judgement moderate\nTwo [@c, ¶2].\n:::\n";
    expect(show(text)).toEqual([
      "1 summary-judgement-1 low: S1 supports ¶1 (S1 alone)",
      "2 summary-judgement-2 moderate: S3 supports ¶2 (S3 alone)",
    ]);
    expect(judgementMatrix([...sources, appendix("Text [@a, ¶1].", "Entry.")])).toEqual([]);
  });

  it("has a cell for every source, cited or not, in the order of the pack", () => {
    const rows = judgementMatrix([summary("::: judgement low\nOne [@c, ¶1].\n:::\n"), ...sources]);
    expect(rows[0]?.cells.map(({ sourceId, uses }) => [sourceId, uses.length])).toEqual([
      ["S1", 0],
      ["S2", 0],
      ["S3", 1],
    ]);
  });
});
