// Finds blocks whose text a page shows only as decoration: no screen reader would read them.
import type { PrintedText } from "../facts.ts";
import type { UntaggedText } from "../fragment.ts";
import { fold } from "./match-generated.ts";
import type { ShownString } from "./page-content.ts";

/** What is shown of a block, by its mark. */
export type ShownBlocks = ReadonlyMap<string, readonly Pick<ShownString, "page" | "glyphs">[]>;

/**
 * The texts of blocks that have letters of which none is shown as theirs on their page. A block that the structure does not know may
 * be read as part of one around it: its text is then among what that shows.
 * @param texts those of the document, in its order
 */
export function findSilent(texts: readonly PrintedText[], shown: ShownBlocks): readonly UntaggedText[] {
  const heard = new Set<string>();
  const strings = new Map<number, string[]>();
  for (const [mark, list] of shown) {
    for (const { page, glyphs } of list) {
      heard.add(keyOf(mark, page));
      const known = strings.get(page);
      const text = fold(glyphs.join(""));
      if (known) known.push(text);
      else strings.set(page, [text]);
    }
  }
  return [...gatherBlocks(texts)]
    .filter(([key, { page, text }]) => !heard.has(key) && !isAmong(strings.get(page) ?? [], fold(text)))
    .map(([, block]) => block);
}

/** What each block has on each page, by both; without those that have no letters. */
function gatherBlocks(texts: readonly PrintedText[]): ReadonlyMap<string, UntaggedText> {
  const blocks = new Map<string, UntaggedText>();
  for (const { mark, page, text, unspoken } of texts) {
    if (unspoken || !/[\p{L}\p{N}]/u.test(text)) continue;
    const key = keyOf(mark, page);
    blocks.set(key, { page, text: (blocks.get(key)?.text ?? "") + text, owners: [mark] });
  }
  return blocks;
}

/** Whether some strings one after another show a text, and nothing more. */
function isAmong(strings: readonly string[], text: string): boolean {
  return strings.some((_, first) => {
    let shown = "";
    for (let at = first; at < strings.length && text.startsWith(shown); at += 1) {
      shown += strings[at];
      if (shown === text) return true;
    }
    return false;
  });
}

function keyOf(mark: string, page: number): string {
  return `${mark}:${page}`;
}
