// The words of one fenced block, for places that name it.
import type { Prose } from "../model/prose.ts";
import { plainText } from "./plain-text.ts";
import { metaOf } from "./token-meta.ts";

/** The words of the block with the given id, without markup and citations, as one line; empty where there is no such block. */
export function textOfBlock({ tokens }: Prose, id: string): string {
  const start = tokens.findIndex((token) => metaOf(token).block?.id === id);
  const level = tokens[start]?.level;
  const length = tokens
    .slice(start + 1)
    .findIndex((token) => token.type === "container_block_close" && token.level === level);
  if (start < 0 || length < 0) return "";
  return tokens
    .slice(start + 1, start + 1 + length)
    .flatMap((token) => (token.type === "inline" ? [plainText(token.children ?? [])] : []))
    .join(" ")
    .replace(/\s+/gu, " ")
    .replace(/ (?=[.,;:!?)])/gu, "")
    .trim();
}
