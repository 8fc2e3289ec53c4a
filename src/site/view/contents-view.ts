// The list of contents: all parts in reading order, grouped by kind, with their main headings.
import type { Part } from "../../model/pack.ts";
import { FULL_TEXT_TITLE, fullTextId } from "./full-text-view.ts";
import type { LinkTarget } from "./links.ts";
import type { NamedPart } from "./named-parts.ts";

/** A part in the list of contents. */
interface ContentsEntry {
  readonly kicker: string;
  readonly title: string;
  readonly href: string;
  readonly headings: readonly { readonly text: string; readonly href: string }[];
}

/** A run of parts of one kind. */
export interface ContentsGroup {
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
}

const GROUP_TITLES = { summary: "Summary", source: "Sources", appendix: "Appendices" } as const;

/** The title of the group in which a part stands. */
export function groupTitle(part: Part): string {
  return GROUP_TITLES[part.kind];
}

/** The main headings of a part with the ids of their elements. */
export function headingsOf({
  part,
  fullText,
}: NamedPart): readonly { readonly text: string; readonly id: string }[] {
  return [
    ...part.body.headings.filter(({ level }) => level === 2).map(({ text, id }) => ({ text, id })),
    ...(fullText === undefined ? [] : [{ text: FULL_TEXT_TITLE, id: fullTextId(part.slug) }]),
  ];
}

/** The contents of a pack; the part about the pack comes last. */
export function viewContents(
  parts: readonly NamedPart[],
  hrefOf: (target: LinkTarget) => string,
): ContentsGroup[] {
  const groups: { title: string; entries: ContentsEntry[] }[] = [];
  for (const named of parts) {
    const { part, kicker } = named;
    const title = groupTitle(part);
    if (groups.at(-1)?.title !== title) groups.push({ title, entries: [] });
    groups.at(-1)?.entries.push({
      kicker,
      title: part.title,
      href: hrefOf({ part: part.slug, id: undefined }),
      headings: headingsOf(named).map(({ text, id }) => ({ text, href: hrefOf({ part: part.slug, id }) })),
    });
  }
  return groups;
}
