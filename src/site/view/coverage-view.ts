// How much of each source is quoted, summarised and omitted, as strips with their numbers.
import { measureCoverage } from "../../evidence/support/coverage.ts";
import { type Pack, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { passagesIn } from "../../model/passages.ts";
import {
  bordersOfPassages,
  type PassageRun,
  type PassageUse,
  runsOfPassages,
} from "../figures/passage-runs.ts";
import type { Links } from "./links.ts";
import { formatList } from "./names.ts";

/** A source as a strip of passages, and the words quoted of those that may be. */
export interface SourceCoverageView {
  readonly label: string;
  readonly href: string;
  readonly title: string;
  readonly runs: readonly PassageRun[];
  readonly borders: readonly number[];
  /** What the strip shows, in words and numbers. */
  readonly passages: string;
  /** The words quoted, as a share of those that may be and in words; undefined where the document was never imported. */
  readonly words: { readonly width: number; readonly text: string } | undefined;
  /** How many stretches of the supplied document are no part of the source. */
  readonly omitted: { readonly marks: readonly number[]; readonly text: string };
}

/** The strips of a pack's sources, and the kinds of passage that they have. */
export interface CoverageView {
  readonly sources: readonly SourceCoverageView[];
  readonly key: readonly { readonly use: PassageUse; readonly meaning: string }[];
}

const MEANINGS: readonly { readonly use: PassageUse; readonly meaning: string }[] = [
  { use: "quoted", meaning: "quoted" },
  { use: "summarised", meaning: "summarised only" },
  { use: "official", meaning: "text of a law or treaty" },
  { use: "neither", meaning: "neither" },
];

/** Signs of omitted stretches beyond this number say no more than the number. */
const MOST_MARKS = 12;
const MARK_PITCH = 12;

/** Makes the strips, in the order of the pack. */
export function viewCoverage(pack: Pack, links: Links): CoverageView {
  const sources = sourcesOf(pack.parts);
  const used = sources.map((source) => ({ source, uses: usesOfPassages(pack, source) }));
  return {
    sources: used.map(({ source, uses }) => viewSource(pack, source, uses, links)),
    key: MEANINGS.filter(({ use }) => used.some(({ uses }) => uses.includes(use))),
  };
}

/** What the pack does with each passage. Law is told apart first, for no limit of quotation counts it. */
function usesOfPassages({ evidence }: Pack, source: SourcePart): PassageUse[] {
  const official = new Set(source.officialText.flatMap(({ passages }) => passagesIn(passages)));
  const quoted = new Set(
    evidence.quotations
      .filter(({ sourceId }) => sourceId === source.id)
      .flatMap((range) => passagesIn([range])),
  );
  const { covered } = measureCoverage(source);
  const summarised = new Set(covered);
  return Array.from({ length: source.passages }, (_, index): PassageUse => {
    const passage = index + 1;
    if (official.has(passage)) return "official";
    if (quoted.has(passage)) return "quoted";
    return summarised.has(passage) ? "summarised" : "neither";
  });
}

function viewSource(
  { evidence, manifest }: Pack,
  source: SourcePart,
  uses: readonly PassageUse[],
  links: Links,
): SourceCoverageView {
  const counts = MEANINGS.flatMap(({ use, meaning }) => {
    const count = uses.filter((one) => one === use).length;
    return count === 0 ? [] : [`${count} ${meaning}`];
  });
  const quoted = evidence.sources.find(({ sourceId }) => sourceId === source.id)?.quoted;
  const omitted = source.omissions.length;
  return {
    label: source.id,
    href: links.hrefOf({ part: source.slug, id: undefined }),
    title: source.shortTitle,
    runs: runsOfPassages(uses),
    borders: bordersOfPassages(uses.length),
    passages: `${uses.length} ${uses.length === 1 ? "passage" : "passages"}: ${formatList(counts, manifest.language)}`,
    words: quoted && {
      width: Math.round(Math.min(1, quoted.quoted / Math.max(quoted.limit, 1)) * 1000) / 10,
      text: `${quoted.quoted} of at most ${quoted.limit} words quoted`,
    },
    omitted: {
      marks: Array.from({ length: Math.min(omitted, MOST_MARKS) }, (_, index) => index * MARK_PITCH),
      text:
        omitted === 0 ? "nothing omitted" : `${omitted} ${omitted === 1 ? "stretch" : "stretches"} omitted`,
    },
  };
}
