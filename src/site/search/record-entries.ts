// What is recorded of a source as entries: each field, each entry of its descriptor, each omission, and what else its page says.
import type { FullText } from "../../model/full-text.ts";
import { passageTextId } from "../../model/identifiers.ts";
import type { SourcePart } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { viewSourceRecord } from "../view/source-view.ts";
import { asLine, type SearchEntry } from "./entry.ts";
import { proseText, type SourceIds } from "./line-text.ts";

/** The entries of a source's record, above its body and below it. */
export function listRecordEntries(
  part: SourcePart,
  language: string,
  sourceIds: SourceIds,
): { readonly above: readonly SearchEntry[]; readonly below: readonly SearchEntry[] } {
  const record = viewSourceRecord(part, language, (prose: Prose) => proseText(prose, sourceIds));
  const entry = (section: string, context: string, words: readonly (string | undefined)[]): SearchEntry => ({
    id: `${part.slug}--${section}`,
    label: part.id,
    context,
    kinds: ["record"],
    text: asLine(words.filter((word) => word !== undefined).join(" ")),
  });
  return {
    above: [
      ...record.rows.map(({ label, value, standing }) =>
        entry("record", "Bibliographic record", [
          `${label}:`,
          value ?? "not given",
          standing?.basisHtml === undefined ? undefined : `(${standing.kind}) ${standing.basisHtml}`,
        ]),
      ),
      ...record.descriptor.map(({ label, html }) =>
        entry("descriptor", "What to know before relying on it", [`${label}:`, html]),
      ),
    ],
    below: [
      ...record.officialText.map(({ what, passages }) =>
        entry("official", "Official text in this source", [`${passages}:`, what]),
      ),
      ...record.omissions.map(({ what, starts, ends, reasonHtml }) =>
        entry("omissions", "Left out of the source", [
          `${what}:`,
          ends === undefined ? `“${starts}”` : `From “${starts}” to “${ends}”`,
          reasonHtml,
        ]),
      ),
      entry("original", "Where to find the original", [record.originalHtml]),
    ],
  };
}

/** The passages of a source in the words of its document, for the edition that prints them. */
export function listPassageEntries(part: SourcePart, { passages }: FullText): SearchEntry[] {
  return passages.map((text, index) => ({
    id: passageTextId(part.slug, index + 1),
    label: `${part.id} ¶${index + 1}`,
    context: "Full text",
    kinds: ["full text"],
    text: asLine(text),
  }));
}
