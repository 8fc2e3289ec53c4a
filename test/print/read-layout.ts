// Opens a PDF again for the tests: what stands where on each page, to compare two prints of one document.
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text and where it begins. */
export interface PlacedText {
  readonly text: string;
  /** Points from the left edge of the page. */
  readonly left: number;
  /** Points from the top edge of the page to the base line. */
  readonly top: number;
  /** Points. */
  readonly size: number;
}

/** The pieces of text of each page, in the order they are drawn; blanks alone are left out. */
export async function readLayout(path: string): Promise<readonly (readonly PlacedText[])[]> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const pdf = await loading.promise;
  try {
    const pages: PlacedText[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      pages.push(
        items.flatMap((item) => {
          if (!("str" in item) || item.str.trim() === "") return [];
          const [, , , , left = 0, bottom = 0] = item.transform as number[];
          return [{ text: item.str, left, top: height - bottom, size: item.height }];
        }),
      );
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

/** One line for each piece of text that stands elsewhere, or in another size, in the second print. */
export function findMoved(
  first: Awaited<ReturnType<typeof readLayout>>,
  second: Awaited<ReturnType<typeof readLayout>>,
  tolerance = 0.5,
): readonly string[] {
  return first.flatMap((texts, index) => {
    const others = second[index] ?? [];
    if (others.length !== texts.length) {
      return [`page ${index + 1}: ${texts.length} pieces of text, then ${others.length}`];
    }
    return texts.flatMap((text, place) => {
      const other = others[place];
      const isSame =
        other?.text === text.text &&
        (["left", "top", "size"] as const).every((key) => Math.abs(other[key] - text[key]) <= tolerance);
      return isSame ? [] : [`page ${index + 1}: ${describe(text)}, then ${describe(other)}`];
    });
  });
}

function describe(placed: PlacedText | undefined): string {
  if (!placed) return "nothing";
  const [left, top, size] = [placed.left, placed.top, placed.size].map((length) => length.toFixed(1));
  return `“${placed.text}” at ${left}, ${top} (${size} pt)`;
}
