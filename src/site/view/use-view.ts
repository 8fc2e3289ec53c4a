// Passages of a source that bear on a judgement in one way, as a link: in tables, in the margin, and on the page of the source.
import type { SourceUse } from "../../evidence/support/judgement-matrix.ts";
import type { EvidenceLink } from "../../markdown/prose-view.ts";
import type { SourcePart } from "../../model/pack.ts";
import { formatPassages } from "../../model/passages.ts";
import type { Links } from "./links.ts";

/**
 * Makes the link.
 * @param owner what stands before the passages, the id of the source unless it is plain whose they are
 */
export function viewUse(
  { support, passages }: SourceUse,
  source: SourcePart,
  links: Links,
  owner: string = source.id,
): EvidenceLink {
  const [first] = passages;
  const named = `${owner} ${formatPassages(passages)}`.trim();
  return {
    support,
    label: (first === undefined ? `all of ${source.id}` : named).replaceAll(" ", "\u00a0"),
    href: links.hrefOfPassage(source, first?.from),
  };
}
