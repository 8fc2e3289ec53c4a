// What the full edition asks for: every full text, and a marking that keeps it among those who may have them.
import { BriefingError, EXIT, type Problem } from "../errors.ts";
import type { Pack, SourcePart } from "../model/pack.ts";
import { readManifest } from "../pack/assemble/manifest.ts";

/** Labels of TLP 2.0 that let a pack go beyond an organisation and its clients. */
const WEAK_MARKINGS = ["TLP:CLEAR", "TLP:GREEN"];

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

/** A warning of a full edition that is marked weaker than TLP:AMBER: full texts are the property of others. */
export function findWeakMarking(
  { manifest }: Pack,
  { texts }: { readonly texts: ReadonlyMap<string, string> },
): Problem[] {
  const label = manifest.marking.full;
  if (!WEAK_MARKINGS.includes(label)) return [];
  const { yaml } = readManifest("pack.yaml", texts.get("pack.yaml") ?? "");
  return [
    {
      code: "weak-marking",
      kind: "content",
      severity: "warning",
      place: yaml.placeOf(["marking", "full"]),
      message: `The full edition is marked ${label}, and the documents that it prints whole are the property of others.`,
      fix: "Mark it TLP:AMBER or stronger in pack.yaml, unless their owners allow more.",
    },
  ];
}
