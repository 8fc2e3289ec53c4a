// Tables: headers and regular rows (ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7; Matterhorn 15).
import { pageOf, type UaDocument } from "../read-document.ts";
import { textAt, toName } from "../read-objects.ts";
import {
  attributeOf,
  headersOf,
  nameElement,
  parentOf,
  type StructElement,
  type Structure,
  seeThrough,
  spanOf,
} from "../read-structure.ts";
import type { Rule } from "./rule.ts";

/** Every header cell says what it is a header of, or is named by cells of its table. */
export const checkHeaderCells: Rule = function* (document) {
  for (const { table, cells, structure } of listTables(document)) {
    const named = new Set(cells.flatMap((cell) => headersOf(cell, structure)));
    for (const cell of cells) {
      if (cell.type !== "TH") continue;
      const scope = toName(attributeOf(cell, structure, "Scope")) ?? "";
      if (/^(Row|Column|Both)$/.test(scope) || named.has(textAt(cell.dict, "ID") ?? "")) continue;
      const message = `the ${nameElement(cell)} in the ${nameElement(table)} has no Scope and is named by no cell`;
      yield { rule: "15-003", message, ...pageOf(cell, document) };
    }
  }
};

/** The header cells that a cell names are cells of the same table. */
export const checkHeaderIds: Rule = function* (document) {
  for (const { cells, structure } of listTables(document)) {
    const ids = new Set(cells.map((cell) => textAt(cell.dict, "ID")));
    for (const cell of cells) {
      for (const id of headersOf(cell, structure)) {
        if (ids.has(id)) continue;
        const message = `the ${nameElement(cell)} names the header "${id}", which its table has not`;
        yield { rule: "header-id", message, ...pageOf(cell, document) };
      }
    }
  }
};

/** All rows of a table are equally wide once spans are counted, and no two cells share a place. */
export const checkTableGrid: Rule = function* (document) {
  for (const { table, structure } of listTables(document)) {
    for (const message of findIrregular(table, structure)) {
      yield {
        rule: "table-grid",
        message: `in the ${nameElement(table)} ${message}`,
        ...pageOf(table, document),
      };
    }
  }
};

function* findIrregular(table: StructElement, structure: Structure): Iterable<string> {
  const groups = elementsIn(table).filter(({ type }) => /^T(Head|Body|Foot)$/.test(type));
  const direct = elementsIn(table).filter(({ type }) => type === "TR");
  const widths: number[] = [];
  // A cell cannot reach into another group of rows.
  for (const rows of [
    direct,
    ...groups.map((group) => elementsIn(group).filter(({ type }) => type === "TR")),
  ]) {
    const grid = rows.map(() => new Set<number>());
    for (const [index, row] of rows.entries()) {
      let column = 0;
      for (const cell of elementsIn(row)) {
        const [height, width] = [spanOf(cell, structure, "RowSpan"), spanOf(cell, structure, "ColSpan")];
        while (grid[index]?.has(column)) column += 1;
        if (index + height > rows.length) yield `the ${nameElement(cell)} reaches below the last row`;
        for (let down = index; down < Math.min(index + height, rows.length); down += 1) {
          for (let across = column; across < column + width; across += 1) {
            if (grid[down]?.has(across)) yield `the ${nameElement(cell)} lies over another cell`;
            grid[down]?.add(across);
          }
        }
        column += width;
      }
    }
    widths.push(...grid.map((cells) => cells.size));
  }
  const different = [...new Set(widths)];
  if (different.length > 1) yield `rows are ${different.join(" and ")} columns wide`;
}

function elementsIn(element: StructElement): readonly StructElement[] {
  return seeThrough(element.kids).filter((kid) => kid.kind === "element");
}

interface TableCells {
  readonly table: StructElement;
  readonly cells: readonly StructElement[];
  readonly structure: Structure;
}

function listTables({ elements, structure }: UaDocument): readonly TableCells[] {
  if (!structure) return [];
  const cells = new Map<StructElement, StructElement[]>();
  for (const element of elements) {
    if (element.type === "Table") cells.set(element, []);
    const table = /^T[HD]$/.test(element.type) ? findTable(element) : undefined;
    if (table) cells.get(table)?.push(element);
  }
  return [...cells].map(([table, inside]) => ({ table, cells: inside, structure }));
}

function findTable(element: StructElement): StructElement | undefined {
  const parent = parentOf(element);
  return !parent || parent.type === "Table" ? parent : findTable(parent);
}
