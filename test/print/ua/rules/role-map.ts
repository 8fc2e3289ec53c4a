// Structure types: standard ones, or mapped to one (ISO 14289-1, 7.1; Matterhorn 02).
import { pageOf } from "../read-document.ts";
import { nameElement } from "../read-structure.ts";
import { isStandardType } from "../standard-types.ts";
import type { UaFault } from "../ua-fault.ts";
import type { Rule } from "./rule.ts";

/** Every type that is used leads to a standard one. */
export const checkTypes: Rule = function* (document) {
  const told = new Set<string>();
  for (const element of document.elements) {
    if (isStandardType(element.type) || told.has(element.role)) continue;
    told.add(element.role);
    const message = `the ${nameElement(element)} is of no standard type and mapped to none`;
    yield { rule: "02-001", message, ...pageOf(element, document) };
  }
};

/** The RoleMap has no circle and maps no standard type. */
export const checkRoleMap: Rule = function* ({ structure }) {
  const map = structure?.roleMap ?? new Map<string, string>();
  for (const [role, target] of map) {
    if (isStandardType(role))
      yield { rule: "02-004", message: `the standard type ${role} is mapped to ${target}` };
    else yield* findCircle(role, map);
  }
};

function* findCircle(role: string, map: ReadonlyMap<string, string>): Iterable<UaFault> {
  const way = [role];
  for (let next = map.get(role); next !== undefined && !isStandardType(next); next = map.get(next)) {
    if (way.includes(next)) {
      yield { rule: "02-003", message: `the RoleMap goes in a circle: ${[...way, next].join(" to ")}` };
      return;
    }
    way.push(next);
  }
}
