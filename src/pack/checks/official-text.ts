// Check: what a block of official text quotes is the text of a law or treaty by its source's own record.
import { contentProblem, type Problem } from "../../errors.ts";
import type { Part, SourcePart } from "../../model/pack.ts";
import { formatPassages, type PassageRange, passagesIn } from "../../model/passages.ts";
import type { Quotation } from "../../model/prose.ts";
import type { Check } from "./check-context.ts";

/** Finds quotations in such blocks that may stand in other passages. That a block holds nothing else is a rule of its Markdown. */
export const checkOfficialText: Check = ({ parts, sources }) =>
  parts.flatMap((part) =>
    part.body.blocks
      .filter(({ name }) => name === "official-text")
      .flatMap(({ quotations }) => quotations)
      .flatMap((quotation) => checkQuotation(quotation, part, sources)),
  );

function checkQuotation(quotation: Quotation, part: Part, sources: readonly SourcePart[]): Problem[] {
  // Citations of unknown keys, and quotations without one, are left to other checks; in a précis its passages stand in.
  const cited = quotation.citation?.items.map(({ key, passages }) => ({ key, passages })) ?? [
    { key: part.kind === "source" ? part.key : undefined, passages: quotation.precis },
  ];
  return cited.flatMap(({ key, passages }) => {
    const source = sources.find((candidate) => candidate.key === key);
    if (source === undefined || passages === undefined) return [];
    const named = passages.length > 0 ? passages : [{ from: 1, to: source.passages }];
    const other = named.filter((range) => !isDeclared(source, range));
    if (other.length === 0) return [];
    const message = `${source.id} ${formatPassages(other)} is quoted as official text, and its record does not declare it as such`;
    const fix = `Cite the passages of the law or treaty alone, declare them under \`official-text\` in ${source.file}, or quote outside the block.`;
    return [contentProblem("official-text-undeclared", quotation.place, message, fix)];
  });
}

function isDeclared({ officialText }: SourcePart, range: PassageRange): boolean {
  const declared = new Set(officialText.flatMap(({ passages }) => passagesIn(passages)));
  return passagesIn([range]).every((passage) => declared.has(passage));
}
