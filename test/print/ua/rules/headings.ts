// Headings (ISO 14289-1, 7.4; Matterhorn 14).
import { pageOf } from "../read-document.ts";
import { nameElement } from "../read-structure.ts";
import { headingLevel } from "../standard-types.ts";
import type { Rule } from "./rule.ts";

/** Numbered headings begin with H1 and go down by one level at a time. */
export const checkHeadingLevels: Rule = function* (document) {
  let last = 0;
  for (const element of document.elements) {
    const level = headingLevel(element.type);
    if (level === undefined) continue;
    const name = nameElement(element);
    if (last === 0 && level > 1) {
      yield { rule: "14-002", message: `the first heading is the ${name}`, ...pageOf(element, document) };
    } else if (level > last + 1) {
      yield { rule: "14-003", message: `the ${name} comes after H${last}`, ...pageOf(element, document) };
    }
    last = level;
  }
};

/** H stands once in its parent, and never beside H1 to H6. */
export const checkUnnumberedHeadings: Rule = function* (document) {
  const unnumbered = document.elements.filter(({ type }) => type === "H");
  const parents = new Set<unknown>();
  for (const element of unnumbered) {
    if (parents.has(element.parent)) {
      yield { rule: "14-006", message: `the ${nameElement(element)} is the second in its parent` };
    }
    parents.add(element.parent);
  }
  const numbered = document.elements.find(({ type }) => headingLevel(type) !== undefined);
  if (unnumbered[0] && numbered) {
    const message = `there are both the ${nameElement(unnumbered[0])} and the ${nameElement(numbered)}`;
    yield { rule: "14-007", message };
  }
};
