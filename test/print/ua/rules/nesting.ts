// Which elements may stand in which (ISO 32000-1, 14.8.4; Matterhorn 09-004 to 09-006).
import { pageOf, type UaDocument } from "../read-document.ts";
import { nameElement, parentOf, type StructElement, type StructKid, seeThrough } from "../read-structure.ts";
import { isBlockType } from "../standard-types.ts";
import type { UaFault } from "../ua-fault.ts";
import type { Rule } from "./rule.ts";

interface Place {
  readonly rule: string;
  /** What may stand directly inside; undefined for anything, content included. */
  readonly kids?: readonly string[];
  /** What it may stand directly in; undefined for anything. */
  readonly parents?: readonly string[];
}

const ROWS = ["Table", "THead", "TBody", "TFoot"];
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["Table", { rule: "09-004", kids: ["Caption", "THead", "TBody", "TFoot", "TR"] }],
  ["THead", { rule: "09-004", kids: ["TR"], parents: ["Table"] }],
  ["TBody", { rule: "09-004", kids: ["TR"], parents: ["Table"] }],
  ["TFoot", { rule: "09-004", kids: ["TR"], parents: ["Table"] }],
  ["TR", { rule: "09-004", kids: ["TH", "TD"], parents: ROWS }],
  ["TH", { rule: "09-004", parents: ["TR"] }],
  ["TD", { rule: "09-004", parents: ["TR"] }],
  ["L", { rule: "09-005", kids: ["Caption", "LI"] }],
  ["LI", { rule: "09-005", kids: ["Lbl", "LBody"], parents: ["L"] }],
  ["LBody", { rule: "09-005", parents: ["LI"] }],
  ["TOC", { rule: "09-006", kids: ["Caption", "TOC", "TOCI"] }],
  ["TOCI", { rule: "09-006", kids: ["Lbl", "Reference", "P", "TOC"], parents: ["TOC"] }],
]);

/** Tables, lists and contents are built as they must be; NonStruct counts for nothing. */
export const checkNesting: Rule = function* (document) {
  for (const element of document.elements) {
    const place = PLACES.get(element.type);
    if (!place) continue;
    for (const message of findMisplaced(element, place)) {
      yield { rule: place.rule, message, ...pageOf(element, document) };
    }
  }
};

function* findMisplaced(element: StructElement, { kids, parents }: Place): Iterable<string> {
  const name = nameElement(element);
  const parent = parentOf(element)?.type ?? "the root";
  if (parents && !parents.includes(parent)) yield `the ${name} stands in ${parent}`;
  const inner = seeThrough(element.kids);
  if (kids) {
    const wrong = new Set(inner.map(typeOf).filter((type) => !kids.includes(type)));
    for (const type of wrong) yield `the ${name} has ${type} directly in it`;
  }
  const types = inner.map(typeOf);
  const count = (type: string) => types.filter((other) => other === type).length;
  if (element.type === "LI" && count("LBody") !== 1) yield `the ${name} has ${count("LBody")} LBody`;
  if (element.type === "LI" && count("Lbl") > 1) yield `the ${name} has more than one Lbl`;
  const captions = types.flatMap((type, index) => (type === "Caption" ? [index] : []));
  if (["L", "Table", "TOC"].includes(element.type) && captions.length) {
    const isLast = element.type === "Table" && captions[0] === types.length - 1;
    if (captions.length > 1 || (captions[0] !== 0 && !isLast))
      yield `the Caption of the ${name} is out of place`;
  }
  if (element.type !== "Table") return;
  for (const group of ["THead", "TFoot"]) {
    if (count(group) > 1) yield `the ${name} has more than one ${group}`;
    if (count(group) && !count("TBody")) yield `the ${name} has ${group} but no TBody`;
  }
  if (!count("TBody") && !count("TR")) yield `the ${name} has no row`;
}

function typeOf(kid: StructKid): string {
  if (kid.kind === "element") return kid.type;
  return kid.kind === "mark" ? "content" : "an object";
}

/** Paragraphs and headings hold no blocks, however deep in the line; notes and illustrations may (14.8.4.4). */
export const checkBlocksInText: Rule = function* (document) {
  for (const element of document.elements) {
    if (/^(P|H[1-6]?)$/.test(element.type)) yield* findBlocks(element, element, document);
  }
};

const MAY_HOLD_BLOCKS = ["Note", "Figure", "Formula", "Form", "Annot"];

function* findBlocks(text: StructElement, inside: StructElement, document: UaDocument): Iterable<UaFault> {
  for (const kid of inside.kids) {
    if (kid.kind !== "element") continue;
    if (isBlockType(kid.type)) {
      const message = `the ${nameElement(text)} holds the ${nameElement(kid)}`;
      yield { rule: "block-in-text", message, ...pageOf(kid, document) };
    } else if (!MAY_HOLD_BLOCKS.includes(kid.type)) yield* findBlocks(text, kid, document);
  }
}
