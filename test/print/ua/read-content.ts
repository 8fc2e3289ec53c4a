// Reads the content of all pages: the text of each mark, what is painted outside any, the codes shown of each font.
import { PDFDict, PDFRawStream } from "@cantoo/pdf-lib";
import { type Mark, NOWHERE, type OpenMark } from "./mark-stack.ts";
import { readFont } from "./read-font.ts";
import { bytesOf, dictAt, itemsAt } from "./read-objects.ts";
import { type Gatherer, runStream } from "./run-stream.ts";
import { START } from "./text-state.ts";
import type { UaFault } from "./ua-fault.ts";
import { trackFont, type UsedFont } from "./used-font.ts";

/** A page of the document. */
export interface Page {
  /** Counted from 1. */
  readonly number: number;
  /** The object it is ("12 0 R"). */
  readonly key: string;
  readonly dict: PDFDict;
}

/** What the content of all pages says. */
export interface DocumentContent {
  /** The marks of each stream (a page or a form XObject), by its object and the identifier of the mark. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, Mark>>;
  readonly fonts: readonly UsedFont[];
  /** Languages that marked content states. */
  readonly languages: readonly { readonly tag: string; readonly page: number }[];
  /** What is wrong with the marks themselves. */
  readonly faults: readonly UaFault[];
}

/** Reads the content of pages. */
export function readContent(pages: readonly Page[]): DocumentContent {
  const marks = new Map<string, Map<number, OpenMark>>();
  const fonts = new Map<PDFDict, UsedFont>();
  const uses = new Map<string, number>();
  const languages: { readonly tag: string; readonly page: number }[] = [];
  const faults: UaFault[] = [];
  for (const { number: page, key, dict } of pages) {
    const untagged: { readonly what: string; readonly text: string }[] = [];
    const report = (rule: string, message: string) => faults.push({ rule, message, page });
    const gatherer: Gatherer = {
      page,
      report,
      marksOf: (stream) => keep(marks, stream, () => new Map()),
      fontOf: (font) =>
        font instanceof PDFDict ? keep(fonts, font, () => trackFont(readFont(font))) : undefined,
      countUse: (form) => {
        const count = (uses.get(form) ?? 0) + 1;
        uses.set(form, count);
        return count;
      },
      noteUntagged: (what, text) => untagged.push({ what, text }),
      noteLanguage: (tag) => languages.push({ tag, page }),
    };
    const resources = inheritedDict(dict, "Resources");
    runStream(readBytes(dict), { key, resources, graphics: START, around: NOWHERE, path: [] }, gatherer);
    const text = untagged.map((piece) => piece.text).join("");
    if (untagged[0]) {
      const what = text.trim() ? `"${text.trim().slice(0, 60)}"` : untagged[0].what;
      report("01-005", `${what} is neither tagged nor an Artifact (${untagged.length} operators in all)`);
    }
  }
  return { marks, fonts: [...fonts.values()], languages, faults };
}

function keep<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The streams of a page as one: an operator may not be cut by the end of a stream, but marks may. */
function readBytes(page: PDFDict): Uint8Array {
  const parts = itemsAt(page, "Contents")
    .map((item) => page.context.lookup(item))
    .filter((stream) => stream instanceof PDFRawStream)
    .map(bytesOf);
  return parts.length === 1 && parts[0]
    ? parts[0]
    : Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
}

/** An entry of a page, or of the nearest node above that has it. */
function inheritedDict(page: PDFDict, key: string): PDFDict | undefined {
  const parent = dictAt(page, "Parent");
  return dictAt(page, key) ?? (parent && inheritedDict(parent, key));
}
