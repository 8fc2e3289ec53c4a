// The forms of the names that files of a pack give to things, and the ids made from them.
import { matching } from "./text.ts";

/** The id of a part: `S1`, `article-5`. */
export const partId = matching(
  /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
  "is not an id",
  "Use letters, digits and hyphens, beginning with a letter, such as S1 or article-5.",
);

/** A citation key: what stands after `@` in `[@post, ¶3]`. */
export const citationKey = matching(
  /^[A-Za-z][A-Za-z0-9_-]*$/,
  "is not a citation key",
  "Use letters, digits, hyphens and underscores, beginning with a letter, such as post.",
);

/** The id of a part as it stands in addresses and in the ids of its elements: lower case. */
export function slugOf(id: string): string {
  return id.toLowerCase();
}

/** The id of the element that stands for passage `passage` of a source: `s2-p14`. */
export function passageId(sourceId: string, passage: number): string {
  return `${slugOf(sourceId)}-p${passage}`;
}

/**
 * The id of the element that holds a passage in the words of the document: `s2--t14`. Ids that a text can give itself have no two
 * hyphens in a row.
 */
export function passageTextId(sourceId: string, passage: number): string {
  return `${slugOf(sourceId)}--t${passage}`;
}

/** The id of the `number`th key judgement, counted from 1: `summary-judgement-2`. */
export function judgementId(number: number): string {
  return `summary-judgement-${number}`;
}

/** Text as an id: letters and digits of any script in lower case, joined by hyphens; `section` where none is left. */
export function slugify(text: string): string {
  const slug = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "section" : slug;
}
