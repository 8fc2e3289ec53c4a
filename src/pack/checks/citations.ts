// Check: every citation leads to a passage that exists.
import { contentProblem, type Problem } from "../../errors.ts";
import type { SourcePart } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import { formatPassages } from "../../model/passages.ts";
import type { Citation } from "../../model/prose.ts";
import type { Check } from "./check-context.ts";

/** Finds citations of unknown keys and of passages that a source does not have. */
export const checkCitations: Check = ({ parts, sources, complete }) =>
  parts
    .flatMap(proseOfPart)
    .flatMap(({ citations }) => citations)
    .flatMap((citation) => checkItems(citation, sources, complete));

function checkItems(citation: Citation, sources: readonly SourcePart[], complete: boolean): Problem[] {
  return citation.items.flatMap(({ key, passages }) => {
    const source = sources.find((candidate) => candidate.key === key);
    if (source === undefined) {
      if (!complete) return [];
      const known = sources.map((candidate) => `@${candidate.key}`).join(", ");
      const message = `“@${key}” is the key of no source`;
      return [contentProblem("unknown-citation", citation.place, message, `Cite one of ${known}.`)];
    }
    const beyond = passages.filter(({ to }) => to > source.passages);
    if (beyond.length === 0) return [];
    const message = `${source.id} has no ${formatPassages(beyond)}: it has ${source.passages} passages`;
    const fix = `Cite ¶1 to ¶${source.passages}, or correct \`passages\` in ${source.file}.`;
    return [contentProblem("passage-beyond-end", citation.place, message, fix)];
  });
}
