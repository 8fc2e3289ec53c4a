// What each judgement rests on, listed in the margin beside it: sources and passages by how they bear on it.
import { judgementMatrix } from "../../evidence/support/judgement-matrix.ts";
import type { EvidenceLink } from "../../markdown/prose-view.ts";
import { type Pack, sourcesOf } from "../../model/pack.ts";
import type { Links } from "./links.ts";
import { viewUse } from "./use-view.ts";

/** The links of a page on which each judgement has its evidence beside it. */
export function withEvidenceBeside(links: Links, pack: Pack): Links {
  const sources = new Map(sourcesOf(pack.parts).map((source) => [source.id, source]));
  const evidence = new Map(
    judgementMatrix(pack.parts).map(({ id, cells }) => [
      id,
      cells.flatMap(({ sourceId, uses }) => {
        const source = sources.get(sourceId);
        return source === undefined ? [] : uses.map((use) => viewUse(use, source, links));
      }),
    ]),
  );
  const evidenceOf = (id: string): readonly EvidenceLink[] => evidence.get(id) ?? [];
  return { ...links, prose: (part) => ({ ...links.prose(part), evidenceOf }) };
}
