// The way back from content to structure: the ParentTree and P (ISO 32000-1, 14.7.2 and 14.7.4.4).
import { PDFArray, type PDFObject } from "@cantoo/pdf-lib";
import { pageOf, type UaDocument } from "../read-document.ts";
import { dictAt, keyOf, numberAt, rawAt, toDict } from "../read-objects.ts";
import { nameElement, type StructElement } from "../read-structure.ts";
import { readNumberTree } from "../read-tree.ts";
import type { UaFault } from "../ua-fault.ts";
import type { Rule } from "./rule.ts";

/** Elements know the element they are in, and stand in the tree once. */
export const checkParents: Rule = function* (document) {
  const { structure, catalog } = document;
  const root = keyOf(rawAt(catalog, "StructTreeRoot"));
  for (const key of structure?.repeated ?? []) {
    yield { rule: "parent-link", message: `the element ${key} stands in the tree twice` };
  }
  for (const element of document.elements) {
    const stated = keyOf(rawAt(element.dict, "P"));
    if (stated === (element.parent?.key ?? root)) continue;
    const message = `the ${nameElement(element)} says that it is in ${stated || "nothing"}`;
    yield { rule: "parent-link", message, ...pageOf(element, document) };
  }
};

type Owners = ReadonlyMap<string, ReadonlyMap<number, readonly StructElement[]>>;

/** Every mark of the content is owned by exactly one element, and every mark that an element owns is there. */
export const checkOwners: Rule = function* (document) {
  const { content, pageNumbers } = document;
  const owners = listOwners(document);
  for (const [stream, marks] of content.marks) {
    for (const { mcid, page } of marks.values()) {
      const own = owners.get(stream)?.get(mcid) ?? [];
      if (own.length === 0) yield { rule: "unowned-mark", message: `no element owns the MCID ${mcid}`, page };
      if (own.length > 1) {
        const message = `the MCID ${mcid} is owned by the ${own.map(nameElement).join(" and the ")}`;
        yield { rule: "shared-mark", message, page };
      }
    }
  }
  for (const [stream, marks] of owners) {
    for (const [mcid, own] of marks) {
      if (content.marks.get(stream)?.has(mcid)) continue;
      const message = `the ${own.map(nameElement).join(" and the ")} owns the MCID ${mcid}, which is not in ${stream || "any page"}`;
      const page = pageNumbers.get(stream);
      yield { rule: "dangling-mark", message, ...(page !== undefined && { page }) };
    }
  }
};

/** The ParentTree leads from every mark and every object to the element that owns it, and has no other entry. */
export const checkParentTree: Rule = function* (document) {
  const { structure } = document;
  if (!structure) return;
  const { entries, faults } = readNumberTree(dictAt(structure.root, "ParentTree"));
  for (const fault of faults) yield toFault(`the tree is out of order: ${fault}`);
  const owners = listOwners(document);
  const used = new Map<number, string>();
  const context = structure.root.context;

  for (const [stream, { number, page }] of listStreams(document)) {
    const marks = owners.get(stream);
    if (number === undefined) {
      if (marks?.size) yield toFault(`${stream} has marks but no StructParents`, page);
      continue;
    }
    if (used.has(number)) yield toFault(`${stream} has the number of ${used.get(number)}: ${number}`, page);
    used.set(number, stream);
    const entry = entries.get(number);
    const array = entry && context.lookup(entry);
    if (!(array instanceof PDFArray)) {
      // A page without marks may have a number that leads to nothing.
      if (!entry && !marks?.size) continue;
      yield toFault(`the entry ${number} of ${stream} is no list`, page);
      continue;
    }
    yield* compareList(array.asArray(), marks ?? new Map(), stream, page);
  }

  const objects = document.elements.flatMap((element) =>
    element.kids.flatMap((kid) => (kid.kind === "object" ? [{ key: kid.key, element }] : [])),
  );
  const owner = new Map(objects.map(({ key, element }) => [key, element]));
  for (const { key, dict, page } of document.annotations) {
    const number = numberAt(dict, "StructParent");
    const element = owner.get(key);
    if (number === undefined) {
      if (element) yield toFault(`the annotation ${key} has no StructParent`, page.number);
      continue;
    }
    if (used.has(number))
      yield toFault(`${key} has the number of ${used.get(number)}: ${number}`, page.number);
    used.set(number, key);
    const target = keyOf(entries.get(number));
    if (!element || target !== element.key) {
      const right = element ? nameElement(element) : "none";
      yield toFault(
        `the annotation ${key} is led to ${target || "nothing"}; its element is ${right}`,
        page.number,
      );
    }
  }

  for (const key of entries.keys()) if (!used.has(key)) yield toFault(`nothing uses the entry ${key}`);
  const next = numberAt(structure.root, "ParentTreeNextKey");
  const highest = Math.max(-1, ...[...entries.keys()].slice(-1));
  if (next !== undefined && next <= highest)
    yield toFault(`ParentTreeNextKey is ${next}, but ${highest} is in use`);
};

function* compareList(
  list: readonly PDFObject[],
  marks: ReadonlyMap<number, readonly StructElement[]>,
  stream: string,
  page: number | undefined,
): Iterable<UaFault> {
  for (const [mcid, entry] of list.entries()) {
    const own = marks.get(mcid);
    const target = keyOf(entry);
    if (own?.some(({ key }) => key === target) || (!own && !target)) continue;
    const right = own?.map(nameElement).join(" and the ") ?? "nothing";
    yield toFault(`MCID ${mcid} of ${stream} is led to ${target || "nothing"}; its owner is ${right}`, page);
  }
  for (const mcid of marks.keys()) {
    if (mcid >= list.length) yield toFault(`MCID ${mcid} of ${stream} is led nowhere`, page);
  }
}

function toFault(message: string, page?: number): UaFault {
  return { rule: "parent-tree", message: `ParentTree: ${message}`, ...(page !== undefined && { page }) };
}

/** The elements that own each mark of each stream. */
function listOwners({ elements }: UaDocument): Owners {
  const owners = new Map<string, Map<number, StructElement[]>>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== "mark") continue;
      const marks = owners.get(kid.stream) ?? new Map<number, StructElement[]>();
      owners.set(kid.stream, marks.set(kid.mcid, [...(marks.get(kid.mcid) ?? []), element]));
    }
  }
  return owners;
}

interface MarkedStream {
  readonly number: number | undefined;
  readonly page: number | undefined;
}

/** Every page, and every form with marks, with the number it has in the tree. */
function listStreams({ pages, content, pdf }: UaDocument): readonly (readonly [string, MarkedStream])[] {
  const pageKeys = new Set(pages.map(({ key }) => key));
  const forms = [...content.marks].filter(([key, marks]) => marks.size && !pageKeys.has(key));
  const objects = new Map(
    forms.length
      ? pdf.context.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), object])
      : [],
  );
  const numberOf = (key: string): number | undefined => {
    const dict = toDict(objects.get(key));
    return dict && numberAt(dict, "StructParents");
  };
  return [
    ...pages.map(
      ({ key, dict, number: page }) => [key, { number: numberAt(dict, "StructParents"), page }] as const,
    ),
    ...forms.map(([key]) => [key, { number: numberOf(key), page: undefined }] as const),
  ];
}
