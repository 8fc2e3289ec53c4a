// Gathers what a stretch shows of each block of the document, in the order of its structure.
import type { PageContent, ShownString } from "./content/page-content.ts";
import type { PrintedKid } from "./structure/read-structure.ts";

/** What is shown of blocks. */
export interface GatheredBlocks {
  /** By the mark of the block; under "" what stands in none. */
  readonly shown: ReadonlyMap<string, readonly ShownString[]>;
  /** What is followed by words that stand apart from it, in the same block. */
  readonly ends: readonly ShownString[];
}

/**
 * Gathers the strings of each block.
 * @param blocks the marks of blocks that have text
 * @param apart the content, as `page:number`, that stands in a box of its own
 */
export function gatherBlocks(
  printed: readonly PrintedKid[],
  contents: readonly PageContent[],
  blocks: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): GatheredBlocks {
  const gathered = new Map<string, ShownString[]>();
  const ends: ShownString[] = [];
  const shownOf = contents.map(groupByNumber);
  let last: { readonly string: ShownString; readonly block: string; readonly apart: boolean } | undefined;
  const visit = (kids: readonly PrintedKid[], block: string, reads?: string) => {
    for (const kid of kids) {
      if ("role" in kid) visit(kid.kids, blocks.has(kid.mark) ? kid.mark : block, kid.reads);
      else if ("mcid" in kid) {
        const painted = shownOf[kid.page]?.get(kid.mcid) ?? [];
        const strings = reads === undefined ? painted : readAs(reads, painted);
        const isApart = apart.has(`${kid.page}:${kid.mcid}`);
        // What stands in a box of its own is read as words of their own.
        if (last && strings.length > 0 && last.block === block && (isApart || last.apart))
          ends.push(last.string);
        for (const string of strings) {
          const known = gathered.get(block);
          if (known) known.push(string);
          else gathered.set(block, [string]);
          last = { string, block, apart: isApart };
        }
      }
    }
  };
  visit(printed, "");
  return { shown: gathered, ends };
}

function groupByNumber({ shown }: PageContent): ReadonlyMap<number, readonly ShownString[]> {
  const strings = new Map<number, ShownString[]>();
  for (const string of shown) {
    if (string.mcid === undefined) continue;
    const known = strings.get(string.mcid);
    if (known) known.push(string);
    else strings.set(string.mcid, [string]);
  }
  return strings;
}

/** Strings as the one that they read as; nothing can be added to it. */
function readAs(reads: string, [first]: readonly ShownString[]): readonly ShownString[] {
  return first
    ? [{ ...first, glyphs: [...reads], replaced: true, font: { ...first.font, blank: undefined } }]
    : [];
}
