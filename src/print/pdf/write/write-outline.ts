// Writes the bookmarks: one for each heading, under the heading it stands under.
import type { HeadingFacts, Place } from "../facts.ts";
import { writeUtf16 } from "../parse/pdf-text-string.ts";
import type { PdfFile } from "./pdf-file.ts";

interface Bookmark {
  readonly heading: HeadingFacts;
  readonly kids: Bookmark[];
}

/** Writes the outline; returns its number, undefined where there are no headings. */
export function writeOutline(
  file: PdfFile,
  headings: readonly HeadingFacts[],
  writePlace: (place: Place) => string,
): number | undefined {
  const tops = nest(headings);
  if (tops.length === 0) return undefined;
  const root = file.reserve();
  const writeAll = (bookmarks: readonly Bookmark[], parent: number, depth: number): readonly number[] => {
    const ids = bookmarks.map(() => file.reserve());
    for (const [index, { heading, kids }] of bookmarks.entries()) {
      const id = ids[index] ?? 0;
      const inner = writeAll(kids, id, depth + 1);
      // A document with one title shows what is under it; all else is closed at first.
      const open = depth === 0 && bookmarks.length === 1;
      const [before, after] = [ids[index - 1], ids[index + 1]];
      const entries = [
        `/Title<${writeUtf16(heading.text)}>/Parent ${parent} 0 R/Dest${writePlace(heading.place)}`,
        before ? `/Prev ${before} 0 R` : "",
        after ? `/Next ${after} 0 R` : "",
        inner.length > 0
          ? `/First ${inner[0]} 0 R/Last ${inner.at(-1)} 0 R/Count ${open ? "" : "-"}${inner.length}`
          : "",
      ];
      file.set(id, `<<${entries.join("")}>>`);
    }
    return ids;
  };
  const ids = writeAll(tops, root, 0);
  const shown = tops.length === 1 ? 1 + (tops[0]?.kids.length ?? 0) : tops.length;
  file.set(root, `<</Type/Outlines/First ${ids[0]} 0 R/Last ${ids.at(-1)} 0 R/Count ${shown}>>`);
  return root;
}

function nest(headings: readonly HeadingFacts[]): readonly Bookmark[] {
  const tops: Bookmark[] = [];
  const path: Bookmark[] = [];
  for (const heading of headings) {
    while (path.length > 0 && (path.at(-1)?.heading.level ?? 0) >= heading.level) path.pop();
    const bookmark: Bookmark = { heading, kids: [] };
    (path.at(-1)?.kids ?? tops).push(bookmark);
    path.push(bookmark);
  }
  return tops;
}
