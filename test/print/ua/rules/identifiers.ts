// Notes and the identifiers of elements (ISO 14289-1, 7.9; ISO 32000-1, 14.7.2; Matterhorn 19).
import { pageOf } from "../read-document.ts";
import { dictAt, keyOf, textAt } from "../read-objects.ts";
import { nameElement, type StructElement } from "../read-structure.ts";
import { readNameTree } from "../read-tree.ts";
import type { Rule } from "./rule.ts";

/** Every Note has an identifier. */
export const checkNotes: Rule = function* (document) {
  for (const element of document.elements) {
    if (element.type !== "Note" || textAt(element.dict, "ID")) continue;
    yield { rule: "19-003", message: `the ${nameElement(element)} has no ID`, ...pageOf(element, document) };
  }
};

/** No two elements have one identifier. */
export const checkUniqueIds: Rule = function* (document) {
  const owners = new Map<string, StructElement>();
  for (const element of document.elements) {
    const id = textAt(element.dict, "ID");
    if (id === undefined) continue;
    const other = owners.get(id);
    owners.set(id, element);
    if (!other) continue;
    const rule = element.type === "Note" || other.type === "Note" ? "19-004" : "element-id";
    const message = `the ${nameElement(other)} and the ${nameElement(element)} have one ID`;
    yield { rule, message, ...pageOf(element, document) };
  }
};

/** The tree of identifiers leads to the elements that have them, all of them. */
export const checkIdTree: Rule = function* ({ elements, structure }) {
  if (!structure) return;
  const rule = "id-tree";
  const { entries, faults } = readNameTree(dictAt(structure.root, "IDTree"));
  for (const fault of faults) yield { rule, message: `in the IDTree ${fault}` };
  const ids = new Map(elements.map(({ dict, key }) => [textAt(dict, "ID"), key]));
  for (const [id, target] of entries) {
    if (ids.get(id) !== keyOf(target))
      yield { rule, message: `the IDTree leads from "${id}" to another element` };
  }
  for (const element of elements) {
    const id = textAt(element.dict, "ID");
    if (id !== undefined && !entries.has(id)) {
      yield { rule, message: `the ${nameElement(element)} is not in the IDTree` };
    }
  }
};
