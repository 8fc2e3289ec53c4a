// Lines of prose as they are read: the words with their citations, without markup.
import type { Token } from "markdown-it";
import { textOf } from "../../markdown/plain-text.ts";
import { metaOf } from "../../markdown/token-meta.ts";
import { formatPassages } from "../../model/passages.ts";
import type { CitationItem, Prose } from "../../model/prose.ts";
import { asLine } from "./entry.ts";

/** The id of the source that a citation key names. */
export type SourceIds = ReadonlyMap<string, string>;

/** The words of a line. A citation reads as on the page: `[contra S2 ¶14, quoting George Barros]`. */
export function lineText(children: readonly Token[], sourceIds: SourceIds): string {
  return children
    .map((child) => {
      const items = metaOf(child).citation?.items;
      return items === undefined
        ? textOf(child)
        : `[${items.map((item) => citedText(item, sourceIds)).join("; ")}]`;
    })
    .join("");
}

function citedText({ signal, key, passages, suffix }: CitationItem, sourceIds: SourceIds): string {
  const cited = [
    ...(signal === "none" ? [] : [signal]),
    sourceIds.get(key) ?? key,
    ...(passages.length === 0 ? [] : [formatPassages(passages)]),
  ].join(" ");
  return suffix === "" ? cited : `${cited}, ${suffix}`;
}

/** The words of a text that is all one piece, such as an answer of a comparison. */
export function proseText({ tokens }: Prose, sourceIds: SourceIds): string {
  return asLine(tokens.map((token) => lineText(token.children ?? [], sourceIds)).join(" "));
}
