// Check: fenced blocks stand where they mean something, and the summary has all of its own.
import { contentProblem, type Problem } from "../../errors.ts";
import type { Part, SummaryPart } from "../../model/pack.ts";
import type { Block, BlockName } from "../../model/prose.ts";
import type { Check } from "./check-context.ts";

const ALLOWED: Readonly<Record<Part["kind"], readonly BlockName[]>> = {
  summary: ["bottom-line", "judgement", "agreements", "disagreements", "cautions"],
  source: ["precis", "official-text"],
  appendix: ["official-text"],
};

const WHERE: Readonly<Record<Part["kind"], string>> = {
  summary: "the summary",
  source: "a source",
  appendix: "an appendix",
};

const ONCE: readonly BlockName[] = ["bottom-line", "agreements", "disagreements", "cautions"];

/** Finds blocks in the wrong kind of part, a précis beyond its source's passages, and blocks that the summary lacks. */
export const checkBlocks: Check = ({ parts }) =>
  parts.flatMap((part) => [
    ...part.body.blocks.flatMap((block) => checkBlock(block, part)),
    ...(part.kind === "summary" ? checkSummary(part) : []),
  ]);

function checkBlock(block: Block, part: Part): Problem[] {
  if (!ALLOWED[part.kind].includes(block.name)) {
    const message = `a block “${block.name}” stands in ${WHERE[part.kind]}`;
    const fix = `Use ${ALLOWED[part.kind].join(", ")} here.`;
    return [contentProblem("block-misplaced", block.place, message, fix)];
  }
  if (block.empty) {
    const message = `the block “${block.name}” holds no words`;
    return [contentProblem("block-empty", block.place, message, "Write its text, or delete the block.")];
  }
  const last = Math.max(0, ...block.passages.map(({ to }) => to));
  if (part.kind !== "source" || last <= part.passages) return [];
  const message = `the précis names ¶${last}, and ${part.id} has ${part.passages} passages`;
  const fix = "Correct the passages of the block, or `passages` in the front matter.";
  return [contentProblem("passage-beyond-end", block.place, message, fix)];
}

function checkSummary(summary: SummaryPart): Problem[] {
  const { blocks } = summary.body;
  const start = summary.place;
  const wrongNumber = ONCE.flatMap((name) => {
    const found = blocks.filter((block) => block.name === name);
    const second = found[1];
    if (second !== undefined) {
      return [
        contentProblem(
          "block-twice",
          second.place,
          `the summary has a second block “${name}”`,
          "Join the two.",
        ),
      ];
    }
    if (found.length === 1) return [];
    return [
      contentProblem(
        "summary-incomplete",
        start,
        `the summary has no block “${name}”`,
        `Add “::: ${name}”, its text and “:::”.`,
      ),
    ];
  });
  const noJudgement = blocks.some(({ name }) => name === "judgement")
    ? []
    : [
        contentProblem(
          "summary-incomplete",
          start,
          "the summary has no key judgement",
          "Add “::: judgement high”, its text with citations, and “:::”.",
        ),
      ];
  const first = blocks[0];
  const late =
    first === undefined || first.name === "bottom-line" || !blocks.some(({ name }) => name === "bottom-line")
      ? []
      : [
          contentProblem(
            "bottom-line-not-first",
            first.place,
            `a block “${first.name}” stands before the bottom line`,
            "Begin the summary with the bottom line.",
          ),
        ];
  return [...wrongNumber, ...noJudgement, ...late];
}
