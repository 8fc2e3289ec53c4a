// Lists the structure tree of a PDF for people and snapshots.
import { readDocument } from "./read-document.ts";
import { readBlocks } from "./read-in-order.ts";
import { textAt } from "./read-objects.ts";
import type { StructElement } from "./read-structure.ts";
import { joinRuns } from "./text-place.ts";

const FIRST_WORDS = 40;

/**
 * The structure tree, one element a line, indented by depth: the role (with the type it is mapped to), language,
 * alternative, identifier, and the first words of the content directly inside.
 * @throws Error of the library if it is no PDF, or encrypted.
 */
export async function listStructure(pdf: Uint8Array): Promise<string> {
  const { structure, content } = await readDocument(pdf);
  const lines: string[] = [];
  const list = (element: StructElement, depth: number): void => {
    const { role, type, dict, kids } = element;
    const own = kids.filter(({ kind }) => kind === "mark");
    const words = joinRuns(readBlocks(own, content.marks).flat());
    const parts = [
      role === type ? role : `${role} > ${type}`,
      ...[
        ["Lang", "lang"],
        ["Alt", "alt"],
        ["ActualText", "text"],
        ["ID", "id"],
      ].flatMap(([key = "", name = ""]) => {
        const value = textAt(dict, key);
        return value === undefined ? [] : [`${name}="${value}"`];
      }),
      ...(words ? [`"${words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words}"`] : []),
      ...kids.flatMap(({ kind }) => (kind === "object" ? ["+object"] : [])),
    ];
    lines.push(`${"  ".repeat(depth)}${parts.join(" ")}`);
    for (const kid of kids) if (kid.kind === "element") list(kid, depth + 1);
  };
  for (const kid of structure?.kids ?? []) if (kid.kind === "element") list(kid, 0);
  return lines.join("\n");
}
