// What the full edition asks for: every full text.
import { BriefingError, EXIT } from "../errors.ts";
import type { Pack, SourcePart } from "../model/pack.ts";

/**
 * Makes sure that the vault holds the full text of every source.
 * @throws BriefingError (evidence) with a problem for each source without one.
 */
export function requireFullTexts({ parts, evidence }: Pack): void {
  const missing = parts.filter(
    (part): part is SourcePart => part.kind === "source" && !evidence.fullTexts.has(part.id),
  );
  if (missing.length === 0) return;
  throw new BriefingError(
    `The full edition prints every full text, and the vault lacks ${missing.length === 1 ? "one" : missing.length}.`,
    {
      exitCode: EXIT.evidence,
      problems: missing.map(({ id, title }) => ({
        code: "full-text-missing",
        kind: "evidence",
        severity: "error",
        place: undefined,
        message: `The vault holds no full text of ${id}, “${title}”.`,
        fix: "Take its document in with “briefing import FILE”, or build the public edition, without --edition.",
      })),
    },
  );
}
