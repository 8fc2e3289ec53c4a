// Reads the structure tree of a PDF (ISO 32000-1, 14.7) into elements with their kids, types mapped by the RoleMap.
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import {
  at,
  dictAt,
  itemsAt,
  keyOf,
  nameAt,
  numberAt,
  rawAt,
  textAt,
  toDict,
  toText,
} from "./read-objects.ts";
import { isStandardType } from "./standard-types.ts";

/** One structure element. */
export interface StructElement {
  readonly kind: "element";
  /** The object it is ("12 0 R"); empty for a direct object. */
  readonly key: string;
  readonly dict: PDFDict;
  /** The structure type as written. */
  readonly role: string;
  /** The standard type it is mapped to; the role itself where the mapping leads to none. */
  readonly type: string;
  readonly parent: StructElement | undefined;
  readonly kids: readonly StructKid[];
}

/** Marked content that belongs to an element. */
export interface StructMark {
  readonly kind: "mark";
  readonly mcid: number;
  /** The object whose content has the mark: a page, or a form XObject. */
  readonly stream: string;
  /** The object that is the page; empty if the tree names none. */
  readonly page: string;
}

/** An object as a whole, such as an annotation, that belongs to an element. */
export interface StructObject {
  readonly kind: "object";
  readonly key: string;
  readonly page: string;
}

export type StructKid = StructElement | StructMark | StructObject;

/** The tree. */
export interface Structure {
  readonly root: PDFDict;
  readonly roleMap: ReadonlyMap<string, string>;
  readonly kids: readonly StructKid[];
  /** All elements in reading order. */
  readonly elements: readonly StructElement[];
  /** Elements met a second time, by reference: the tree is none. */
  readonly repeated: readonly string[];
}

/** Reads the tree; undefined if the catalog has none. */
export function readStructure(catalog: PDFDict): Structure | undefined {
  const root = dictAt(catalog, "StructTreeRoot");
  if (!root) return undefined;
  const roleMap = readRoleMap(root);
  const elements: StructElement[] = [];
  const repeated: string[] = [];
  const seen = new Set<PDFDict>();

  const readKid = (raw: PDFObject, parent: StructElement | undefined): StructKid | undefined => {
    const page = parent ? keyOf(rawAt(parent.dict, "Pg")) : "";
    const value = raw instanceof PDFRef ? root.context.lookup(raw) : raw;
    if (value instanceof PDFNumber) return { kind: "mark", mcid: value.asNumber(), stream: page, page };
    if (!(value instanceof PDFDict)) return undefined;
    const own = keyOf(rawAt(value, "Pg")) || page;
    const type = nameAt(value, "Type");
    if (type === "OBJR") return { kind: "object", key: keyOf(rawAt(value, "Obj")), page: own };
    if (type === "MCR") {
      const stream = keyOf(rawAt(value, "Stm")) || own;
      return { kind: "mark", mcid: numberAt(value, "MCID") ?? Number.NaN, stream, page: own };
    }
    if (seen.has(value)) {
      repeated.push(keyOf(raw));
      return undefined;
    }
    seen.add(value);
    const role = nameAt(value, "S") ?? "";
    const kids: StructKid[] = [];
    const element: StructElement = {
      kind: "element",
      key: keyOf(raw),
      dict: value,
      role,
      type: mapRole(role, roleMap),
      parent,
      kids,
    };
    elements.push(element);
    for (const kid of itemsAt(value, "K")) kids.push(...[readKid(kid, element)].filter(isPresent));
    return element;
  };

  const kids = itemsAt(root, "K")
    .map((kid) => readKid(kid, undefined))
    .filter(isPresent);
  return { root, roleMap, kids, elements, repeated };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function readRoleMap(root: PDFDict): ReadonlyMap<string, string> {
  const map = dictAt(root, "RoleMap");
  return new Map(
    (map?.keys() ?? []).map((key) => [key.decodeText(), (map && nameAt(map, key.decodeText())) ?? ""]),
  );
}

function mapRole(role: string, roleMap: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  for (let type = role; !seen.has(type); ) {
    if (isStandardType(type)) return type;
    seen.add(type);
    type = roleMap.get(type) ?? type;
  }
  return role;
}

/** An attribute of an element, whatever its owner (ISO 32000-1, 14.7.5); its own before those of its classes. */
export function attributeOf(
  element: StructElement,
  structure: Structure,
  key: string,
): PDFObject | undefined {
  const classes = dictAt(structure.root, "ClassMap");
  const ofClasses = itemsAt(element.dict, "C").flatMap((name) =>
    classes && name instanceof PDFName ? itemsAt(classes, name.decodeText()) : [],
  );
  for (const item of [...itemsAt(element.dict, "A"), ...ofClasses]) {
    const dict = toDict(element.dict.context.lookup(item));
    const value = dict && at(dict, key);
    if (value) return value;
  }
  return undefined;
}

/** The identifiers of the header cells that a cell names. */
export function headersOf(element: StructElement, structure: Structure): readonly string[] {
  const value = attributeOf(element, structure, "Headers");
  return value instanceof PDFArray
    ? value.asArray().map((id) => toText(element.dict.context.lookup(id)) ?? "")
    : [];
}

/** How many rows or columns a cell takes. */
export function spanOf(element: StructElement, structure: Structure, key: "RowSpan" | "ColSpan"): number {
  const value = attributeOf(element, structure, key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}

/** Kids with those of NonStruct elements in their place: such an element says nothing of its own. */
export function seeThrough(kids: readonly StructKid[]): readonly StructKid[] {
  return kids.flatMap((kid) =>
    kid.kind === "element" && kid.type === "NonStruct" ? seeThrough(kid.kids) : [kid],
  );
}

/** The nearest element around this one that is no NonStruct. */
export function parentOf({ parent }: StructElement): StructElement | undefined {
  return parent?.type === "NonStruct" ? parentOf(parent) : parent;
}

/** How a message names an element. */
export function nameElement({ role, type, key, dict }: StructElement): string {
  const id = textAt(dict, "ID");
  return `${role}${role === type ? "" : ` (${type})`} element ${key || "without a number"}${id ? ` "${id}"` : ""}`;
}
