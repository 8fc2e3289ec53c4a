// Prints a document and compares what is heard of the PDF with what is heard of its pages.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { readSpoken, type SpokenRun } from "./read-spoken.ts";
import { readDocument } from "./ua/read-document.ts";
import { readBlocks } from "./ua/read-in-order.ts";
import { textAt } from "./ua/read-objects.ts";
import type { StructElement, StructKid } from "./ua/read-structure.ts";
import { joinRuns } from "./ua/text-place.ts";

/** Documents of the fixtures, by their folder, of which styles generate text: those that show the most. */
export const GENERATING = [
  ["accessibility", "generated.html"],
  ["differential", "all-at-once.html"],
  ["differential", "page-references.html"],
  ["differential", "footnote-marks.html"],
] as const;

/** The others. */
export const GENERATING_TOO = [
  ["differential", "counters.html"],
  ["differential", "numbered-paragraphs.html"],
  ["differential", "long-contents.html"],
  ["differential", "text-references.html"],
] as const;

const letters = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\u2010\u2011-]+/gu, "");

/** The letters of a PDF in the order of its structure; those of its notes apart, without their signs; and what its pictures are called. */
async function readStructured(
  pdf: Uint8Array,
): Promise<{ flow: string; notes: string; pictures: readonly string[] }> {
  const { structure, content } = await readDocument(pdf);
  const notes: StructElement[] = [];
  const withoutNotes = (kids: readonly StructKid[]): readonly StructKid[] =>
    kids.flatMap((kid): readonly StructKid[] => {
      if (kid.kind !== "element") return [kid];
      if (kid.type !== "Note") return [{ ...kid, kids: withoutNotes(kid.kids) }];
      notes.push(kid);
      return [];
    });
  const read = (kids: readonly StructKid[]) =>
    letters(readBlocks(kids, content.marks).map(joinRuns).join("\n"));
  const flow = read(withoutNotes(structure?.kids ?? []));
  const isLabel = (kid: StructKid) => kid.kind === "element" && kid.type === "Lbl";
  return {
    flow,
    notes: read(notes.flatMap(({ kids }) => kids.filter((kid) => !isLabel(kid)))),
    pictures: listAlternatives(structure?.kids ?? []),
  };
}

function listAlternatives(kids: readonly StructKid[]): readonly string[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== "element") return [];
    const alternative = textAt(kid.dict, "Alt");
    return alternative === undefined ? listAlternatives(kid.kids) : [alternative];
  });
}

/** What of the page is not to be found in the PDF behind what came before it; and how many letters one has more than the other. */
function compare(runs: readonly SpokenRun[], read: string) {
  let at = 0;
  const lost = runs.flatMap(({ text }) => {
    const wanted = letters(text);
    const found = read.indexOf(wanted, at);
    if (found < 0) return [text];
    at = found + wanted.length;
    return [];
  });
  return { lost, more: read.length - letters(runs.map(({ text }) => text).join("")).length };
}

/**
 * Expects that the PDF of the document `name` in the folder `own`, beside which it is printed, says what the pages say.
 * @returns how many pictures are read by what they are called
 */
export async function expectSameSpoken(own: string, name: string): Promise<number> {
  const output = join(own, `${name}.pdf`);
  await printDocument({ folder: own, document: name, output, browser: "bundled" });
  const spoken = await readSpoken(own, name);
  const read = await readStructured(new Uint8Array(await readFile(output)));
  expect(spoken.flow.length).toBeGreaterThan(3);
  expect(compare(spoken.flow, read.flow)).toEqual(EQUAL);
  expect(compare(spoken.notes, read.notes)).toEqual(EQUAL);
  expect(read.pictures).toEqual(spoken.pictures);
  return spoken.pictures.length;
}

const EQUAL = { lost: [], more: 0 };
