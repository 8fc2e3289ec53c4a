// Reads the text of a PDF as assistive technology does: in the order of the structure tree.
import type { Mark } from "./mark-stack.ts";
import { readDocument } from "./read-document.ts";
import { textAt } from "./read-objects.ts";
import type { StructKid } from "./read-structure.ts";
import { isBlockType } from "./standard-types.ts";
import { joinRuns, type Run } from "./text-place.ts";

type Marks = ReadonlyMap<string, ReadonlyMap<number, Mark>>;

/**
 * The text of a PDF in reading order, each block (paragraph, cell, label, note) on a line of its own. An ActualText
 * stands for what it replaces. Where text goes on in a new line a blank is read, but not after a soft hyphen, nor
 * between a hyphen and a letter. Artifacts are not read, and neither are pictures: an alternative (Alt) is heard
 * instead of all that its element holds (ISO 32000-1, 14.9.3), and is no text of the document.
 * @throws Error of the library if it is no PDF, or encrypted.
 */
export async function readInOrder(pdf: Uint8Array): Promise<string> {
  const { structure, content } = await readDocument(pdf);
  return readBlocks(structure?.kids ?? [], content.marks)
    .map(joinRuns)
    .filter((line) => line !== "")
    .join("\n");
}

/** The runs of each block of some kids, those between two blocks being one too. */
export function readBlocks(kids: readonly StructKid[], marks: Marks): readonly (readonly Run[])[] {
  const blocks: Run[][] = [[]];
  const add = (runs: readonly Run[]) => blocks.at(-1)?.push(...runs);
  const visit = (kid: StructKid): void => {
    if (kid.kind === "mark") return void add(marks.get(kid.stream)?.get(kid.mcid)?.runs ?? []);
    if (kid.kind === "object" || textAt(kid.dict, "Alt") !== undefined) return;
    const isBlock = isBlockType(kid.type) || kid.type === "Note";
    if (isBlock) blocks.push([]);
    const actualText = textAt(kid.dict, "ActualText");
    if (actualText === undefined) for (const inner of kid.kids) visit(inner);
    else add(replaceRuns(readBlocks(kid.kids, marks).flat(), actualText));
    if (isBlock) blocks.push([]);
  };
  for (const kid of kids) visit(kid);
  return blocks;
}

/** Puts a text in the place where some runs begin. */
function replaceRuns([first]: readonly Run[], text: string): readonly Run[] {
  return [{ ...(first ?? { page: 0, x: 0, y: 0, size: 1, along: [1, 0] }), text }];
}
