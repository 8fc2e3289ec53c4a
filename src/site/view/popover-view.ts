// What a page shows in place of the passages that it cites: their précis or quotation, or in the full edition their words.
import { precisOf } from "../../markdown/precis-text.ts";
import { type ProseView, renderProse } from "../../markdown/render.ts";
import type { FullText } from "../../model/full-text.ts";
import { type Pack, type Part, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import { formatPassages, type PassageRange, passagesIn } from "../../model/passages.ts";
import type { Links } from "./links.ts";

/** A stretch of a source: the account of some passages as HTML, or words of one. */
type Stretch = { readonly label: string } & ({ readonly html: string } | { readonly text: string });

/** An element that a button beside a citation opens. */
export interface PopoverView {
  readonly id: string;
  /** The citation: `S2 ¶¶13–14`. */
  readonly label: string;
  readonly title: string;
  readonly href: string;
  readonly stretches: readonly Stretch[];
}

/** The id of the popover of some passages: `s2--show-11-12_14`. */
function popoverId(sourceSlug: string, passages: readonly PassageRange[]): string {
  const ranges = passages.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return `${sourceSlug}--show-${ranges.join("_")}`;
}

/** The links of a page on which a button beside each citation shows its passages. */
export function withPopovers(links: Links, pack: Pack, fullTexts: ReadonlyMap<string, FullText>): Links {
  const sources = new Map(sourcesOf(pack.parts).map((source) => [source.slug, source]));
  const popoverOf: ProseView["popoverOf"] = (slug, passages) => {
    const source = sources.get(slug);
    if (source === undefined || !canShow(source, passages, fullTexts.get(source.id))) return undefined;
    return popoverId(slug, passages);
  };
  return { ...links, prose: (part) => ({ ...links.prose(part), popoverOf }) };
}

/** Whether there is anything to show of some passages: a source cited as a whole has no popover. */
function canShow(
  source: SourcePart,
  passages: readonly PassageRange[],
  fullText: FullText | undefined,
): boolean {
  if (passages.length === 0) return false;
  return (
    fullText !== undefined ||
    precisOf(source.body, passages).length > 0 ||
    viewQuotations(source, passages).length > 0
  );
}

/** The popovers of a part's page, one for each run of passages that it cites, in the order of the text. */
export function viewPopovers(
  part: Part,
  pack: Pack,
  fullTexts: ReadonlyMap<string, FullText>,
  links: Links,
): readonly PopoverView[] {
  const found = new Map<string, PopoverView>();
  const sources = sourcesOf(pack.parts);
  const items = proseOfPart(part).flatMap(({ citations }) => citations.flatMap((citation) => citation.items));
  for (const { key, passages } of items) {
    const source = sources.find((other) => other.key === key);
    if (source === undefined) continue;
    const [id, fullText] = [popoverId(source.slug, passages), fullTexts.get(source.id)];
    if (found.has(id) || !canShow(source, passages, fullText)) continue;
    found.set(id, {
      id,
      label: `${source.id} ${formatPassages(passages)}`,
      title: source.shortTitle,
      href: links.hrefOfPassage(source, passages[0]?.from),
      stretches: viewStretches(source, passages, fullText, links),
    });
  }
  return [...found.values()];
}

function viewStretches(
  source: SourcePart,
  passages: readonly PassageRange[],
  fullText: FullText | undefined,
  links: Links,
): Stretch[] {
  if (fullText !== undefined) {
    return passagesIn(passages).map((passage) => ({
      label: `¶${passage}`,
      text: fullText.passages[passage - 1] ?? "",
    }));
  }
  const precis = precisOf(source.body, passages);
  const summarised = new Set(precis.flatMap((one) => passagesIn(one.passages)));
  const rest = passagesIn(passages).filter((passage) => !summarised.has(passage));
  return [
    ...precis.map(({ passages: covered, prose }) => ({
      first: covered[0]?.from ?? 0,
      label: formatPassages(covered),
      html: renderProse(prose, links.prose(source)),
    })),
    ...viewQuotations(
      source,
      rest.map((passage) => ({ from: passage, to: passage })),
    ),
  ].sort((left, right) => left.first - right.first);
}

/** The quotations by which a source's record accounts for some passages, each with the passage that it names. */
function viewQuotations(
  source: SourcePart,
  passages: readonly PassageRange[],
): { readonly first: number; readonly label: string; readonly text: string }[] {
  const wanted = new Set(passagesIn(passages));
  return source.body.quotations.flatMap(({ text, citation }) => {
    const ranges = (citation?.items ?? []).flatMap((item) => (item.key === source.key ? item.passages : []));
    const [range, ...more] = ranges;
    if (range === undefined || more.length > 0 || range.from !== range.to || !wanted.has(range.from))
      return [];
    return [{ first: range.from, label: formatPassages([range]), text: `“${text}”` }];
  });
}
