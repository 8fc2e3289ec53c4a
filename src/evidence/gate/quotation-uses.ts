// Every quotation of a pack with the passages in which it may stand.
import { type Part, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import { overlap, type PassageRange } from "../../model/passages.ts";
import type { Quotation } from "../../model/prose.ts";

/** Passages of one source that a quotation names. */
export interface Pinpoint {
  readonly source: SourcePart;
  /** The passages; the whole source where the citation names none. */
  readonly passages: readonly PassageRange[];
  /** The person whose words they are, where the citation says so. */
  readonly speaker: string | undefined;
}

/** A quotation where it is used. */
export interface QuotationUse {
  readonly part: Part;
  readonly quotation: Quotation;
  /** In the order of the citation; it must stand in one of them. Empty without a citation, or where it cites an unknown key. */
  readonly pinpoints: readonly Pinpoint[];
}

/** Collects the quotations of all parts in the order of the pack. Citations of unknown keys are left to another check. */
export function collectQuotationUses(parts: readonly Part[]): readonly QuotationUse[] {
  const sources = sourcesOf(parts);
  return parts.flatMap((part) =>
    proseOfPart(part).flatMap(({ quotations }) =>
      quotations.map((quotation) => ({ part, quotation, pinpoints: pinpointsOf(quotation, part, sources) })),
    ),
  );
}

function pinpointsOf(quotation: Quotation, part: Part, sources: readonly SourcePart[]): readonly Pinpoint[] {
  if (quotation.citation !== undefined) {
    const pinpoints = quotation.citation.items.map(({ key, passages, speaker }) => {
      const source = sources.find((candidate) => candidate.key === key);
      if (source === undefined) return undefined;
      const named = passages.length > 0 ? passages : [{ from: 1, to: source.passages }];
      return { source, passages: named, speaker };
    });
    // Where one source is unknown, or its record can't be read, nothing can be said of the quotation.
    return pinpoints.every((pinpoint) => pinpoint !== undefined) ? pinpoints : [];
  }
  if (quotation.precis === undefined || part.kind !== "source") return [];
  return [{ source: part, passages: quotation.precis, speaker: undefined }];
}

/** Whether passages lie wholly within the text of a law or treaty. */
export function isOfficial(source: SourcePart, from: number, to: number): boolean {
  const passages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return passages.every((passage) =>
    source.officialText.some((text) => overlap(text.passages, [{ from: passage, to: passage }])),
  );
}
