// Annotations, links above all (ISO 14289-1, 7.18; Matterhorn 28).
import { type Annotation, pageOf, type UaDocument } from "../read-document.ts";
import { nameAt, numberAt, textAt } from "../read-objects.ts";
import { nameElement, type StructElement } from "../read-structure.ts";
import type { Rule } from "./rule.ts";

/** Pages with annotations are stepped through in the order of the structure. */
export const checkTabOrder: Rule = function* ({ annotations }) {
  for (const { number: page, dict } of new Set(annotations.map((annotation) => annotation.page))) {
    const tabs = nameAt(dict, "Tabs");
    if (tabs === undefined) yield { rule: "28-008", message: "the page has annotations but no Tabs", page };
    else if (tabs !== "S") yield { rule: "28-009", message: `the page has Tabs ${tabs}, not S`, page };
  }
};

/** Which element an annotation of a kind must be in, and the rule that says so. */
const HOMES: Readonly<Record<string, readonly [type: string, rule: string]>> = {
  Link: ["Link", "28-011"],
  Widget: ["Form", "28-010"],
};

/** Every annotation that can be met lies in an element of its kind. */
export const checkAnnotationElements: Rule = function* (document) {
  const owners = listOwners(document);
  for (const annotation of document.annotations.filter(isShown)) {
    const [home, rule] = HOMES[subtypeOf(annotation)] ?? ["Annot", "28-002"];
    const own = owners.get(annotation.key) ?? [];
    const { number: page } = annotation.page;
    const found = own.map(nameElement).join(" and the ") || "no element";
    if (own.length !== 1 || !isIn(own[0], home)) {
      const message = `the ${nameAnnotation(annotation)} lies in ${found}, not in one ${home}`;
      yield { rule, message, page };
    }
  }
};

/** Every annotation is described: a Link by Contents, others by Contents or by the Alt of their element. */
export const checkDescriptions: Rule = function* (document) {
  const owners = listOwners(document);
  for (const annotation of document.annotations.filter(isShown)) {
    const subtype = subtypeOf(annotation);
    if (subtype === "Widget" || textAt(annotation.dict, "Contents")?.trim()) continue;
    const alternative = owners.get(annotation.key)?.some(({ dict }) => textAt(dict, "Alt"));
    if (subtype !== "Link" && alternative) continue;
    const rule = subtype === "Link" ? "28-012" : "28-004";
    yield {
      rule,
      message: `the ${nameAnnotation(annotation)} has no Contents`,
      page: annotation.page.number,
    };
  }
};

/** Every Link element has its annotation, on the page it says (ISO 32000-1, 14.8.4.4.2). */
export const checkLinkElements: Rule = function* (document) {
  const pages = new Map(document.annotations.map(({ key, page }) => [key, page.key]));
  for (const element of document.elements) {
    const objects = element.kids.filter((kid) => kid.kind === "object");
    for (const { key, page } of objects) {
      if (pages.get(key) === page) continue;
      const message = `the ${nameElement(element)} names the object ${key}, which is no annotation of its page`;
      yield { rule: "object-reference", message, ...pageOf(element, document) };
    }
    if (element.type === "Link" && !objects.length && !element.kids.some(holdsObject)) {
      const message = `the ${nameElement(element)} has no annotation`;
      yield { rule: "link-without-annotation", message, ...pageOf(element, document) };
    }
  }
};

function holdsObject(kid: StructElement["kids"][number]): boolean {
  return kid.kind === "object" || (kid.kind === "element" && kid.kids.some(holdsObject));
}

/** The elements that name each object. */
function listOwners({ elements }: UaDocument): ReadonlyMap<string, readonly StructElement[]> {
  const owners = new Map<string, StructElement[]>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind === "object") owners.set(kid.key, [...(owners.get(kid.key) ?? []), element]);
    }
  }
  return owners;
}

function isIn(element: StructElement | undefined, type: string): boolean {
  return element !== undefined && (element.type === type || isIn(element.parent, type));
}

const HIDDEN = 2;

/** Hidden annotations, pop-ups and printer's marks need nothing (ISO 14289-1, 7.18.1). */
function isShown(annotation: Annotation): boolean {
  const isHidden = ((numberAt(annotation.dict, "F") ?? 0) & HIDDEN) !== 0;
  return !isHidden && !["Popup", "PrinterMark"].includes(subtypeOf(annotation));
}

function subtypeOf({ dict }: Annotation): string {
  return nameAt(dict, "Subtype") ?? "";
}

function nameAnnotation(annotation: Annotation): string {
  return `${subtypeOf(annotation)} annotation ${annotation.key || "without a number"}`;
}
