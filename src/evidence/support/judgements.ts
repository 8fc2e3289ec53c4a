// Every key judgement names the passages that it rests on, and so do the other statements of the cover summary.
import type { Problem } from "../../errors.ts";
import type { SummaryPart } from "../../model/pack.ts";
import { supportOf } from "../../model/support.ts";

/** Problems of judgements without a citation, without a passage, or with none that supports them (after ICD 206). */
export function checkJudgements(summary: SummaryPart): readonly Problem[] {
  return summary.body.blocks
    .filter(({ name }) => name === "judgement")
    .flatMap((block): Problem[] => {
      const items = block.citations.flatMap((citation) => citation.items);
      const fix = "End it with the passages it rests on: [@key, ¶3; @other, ¶¶7–8].";
      const found =
        items.length === 0
          ? `judgement ${block.number} names no source`
          : items.every(({ passages }) => passages.length === 0)
            ? `judgement ${block.number} names sources but no passage`
            : items.some(({ signal, passages }) => supportOf(signal) === "supports" && passages.length > 0)
              ? undefined
              : `judgement ${block.number} names no passage that supports it`;
      if (found === undefined) return [];
      return [
        {
          code: "judgement-without-passage",
          kind: "evidence",
          severity: "error",
          place: block.place,
          message: found,
          fix,
        },
      ];
    });
}

const STATEMENTS = {
  "bottom-line": "the bottom line names no source",
  agreements: "the summary names no source for what the sources agree on",
  disagreements: "the summary names no source for what they disagree on",
} as const;

/** Problems of a bottom line, agreements and disagreements without any citation. */
export function checkStatements(summary: SummaryPart): readonly Problem[] {
  return summary.body.blocks.flatMap(({ name, citations, empty, place }): Problem[] => {
    if (!isStatement(name) || empty || citations.length > 0) return [];
    const fix = "Cite the passages it rests on: [@key, ¶3; @other, ¶¶7–8].";
    return [
      {
        code: "statement-without-source",
        kind: "evidence",
        severity: "error",
        place,
        message: STATEMENTS[name],
        fix,
      },
    ];
  });
}

function isStatement(name: string): name is keyof typeof STATEMENTS {
  return Object.hasOwn(STATEMENTS, name);
}
