// The précis of given passages, cut out of a source's body so that another page can show them.
import type { Token } from "markdown-it";
import { overlap, type PassageRange } from "../model/passages.ts";
import type { Prose } from "../model/prose.ts";
import { metaOf } from "./token-meta.ts";

/** A précis with the passages that it covers. */
interface PrecisText {
  readonly passages: readonly PassageRange[];
  readonly prose: Prose;
}

/** What means something on the source's own page only: marks of its notes, and links to its headings. */
const OWN_PAGE_ONLY = ["footnote_ref", "permalink"];

/** The précis of a source's body that cover one of the passages, in order, without the ids and the notes of their own page. */
export function precisOf(body: Prose, passages: readonly PassageRange[]): readonly PrecisText[] {
  return body.tokens.flatMap((token, index): PrecisText[] => {
    const block = token.type === "container_block_open" ? metaOf(token).block : undefined;
    if (block?.name !== "precis" || !overlap(block.passages, passages)) return [];
    const rest = body.tokens.slice(index + 1);
    const end = rest.findIndex(
      ({ type, level }) => type === "container_block_close" && level === token.level,
    );
    const tokens = rest.slice(0, end).map(withoutOwnPage);
    return [{ passages: block.passages, prose: { ...body, tokens } }];
  });
}

function withoutOwnPage(token: Token): Token {
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  copy.attrs = token.attrs?.filter(([name]) => name !== "id") ?? null;
  copy.children =
    token.children?.filter(({ type }) => !OWN_PAGE_ONLY.includes(type)).map(withoutOwnPage) ?? null;
  return copy;
}
