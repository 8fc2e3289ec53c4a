// Pictures and formulas (ISO 14289-1, 7.3 and 7.7; Matterhorn 13, 17).
import { pageOf } from "../read-document.ts";
import { textAt } from "../read-objects.ts";
import { nameElement, type StructElement } from "../read-structure.ts";
import type { Rule } from "./rule.ts";

const RULES: Readonly<Record<string, string>> = { Figure: "13-004", Formula: "17-002" };

/** Every Figure and Formula has an alternative, or a text that stands for it. */
export const checkAlternatives: Rule = function* (document) {
  for (const element of document.elements) {
    const rule = RULES[element.type];
    if (!rule || textAt(element.dict, "Alt")?.trim() || textAt(element.dict, "ActualText")?.trim()) continue;
    yield { rule, message: `the ${nameElement(element)} has no Alt`, ...pageOf(element, document) };
  }
};

/** No Figure lies in another: a reader hears the outer alternative alone. */
export const checkNestedFigures: Rule = function* (document) {
  for (const element of document.elements) {
    const outer = element.type === "Figure" ? findFigure(element.parent) : undefined;
    if (!outer) continue;
    const message = `the ${nameElement(element)} lies in the ${nameElement(outer)}`;
    yield { rule: "nested-figure", message, ...pageOf(element, document) };
  }
};

function findFigure(element: StructElement | undefined): StructElement | undefined {
  return !element || element.type === "Figure" ? element : findFigure(element.parent);
}
