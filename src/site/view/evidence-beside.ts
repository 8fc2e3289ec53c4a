// What each judgement rests on, listed in the margin beside it: sources and passages by how they bear on it.
import { judgementMatrix } from "../../evidence/support/judgement-matrix.ts";
import type { EvidenceLink } from "../../markdown/prose-view.ts";
import type { Pack, SourcePart } from "../../model/pack.ts";
import { formatPassages } from "../../model/passages.ts";
import type { Links } from "./links.ts";

/** The links of a page on which each judgement has its evidence beside it. */
export function withEvidenceBeside(links: Links, pack: Pack): Links {
  const sources = new Map(
    pack.parts
      .filter((part): part is SourcePart => part.kind === "source")
      .map((source) => [source.id, source]),
  );
  const evidence = new Map(
    judgementMatrix(pack.parts).map(({ id, cells }) => [
      id,
      cells.flatMap(({ sourceId, uses }) => {
        const source = sources.get(sourceId);
        return source === undefined ? [] : uses.map((use) => viewLink(use, source, links));
      }),
    ]),
  );
  const evidenceOf = (id: string): readonly EvidenceLink[] => evidence.get(id) ?? [];
  return { ...links, prose: (part) => ({ ...links.prose(part), evidenceOf }) };
}

type Use = ReturnType<typeof judgementMatrix>[number]["cells"][number]["uses"][number];

function viewLink({ support, passages }: Use, source: SourcePart, links: Links): EvidenceLink {
  const [first] = passages;
  const label = first === undefined ? `all of ${source.id}` : `${source.id} ${formatPassages(passages)}`;
  return {
    support,
    label: label.replaceAll(" ", "\u00a0"),
    href: links.hrefOfPassage(source, first?.from),
  };
}
