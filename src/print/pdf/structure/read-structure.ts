// Reads the structure tree of a printed stretch, with what the document says of its elements.

import { numberOfForm } from "../content/content-number.ts";
import type { ElementFacts } from "../facts.ts";
import { readTextString } from "../parse/pdf-text-string.ts";
import { isArray, isDict, isRef, isString, type PdfDict, type PdfValue } from "../parse/pdf-value.ts";
import type { PrintedFile } from "../parse/printed-file.ts";
import { addEmptyCells } from "./add-empty-cells.ts";

/** An element as it is printed. */
export interface PrintedElement {
  /** As the browser types it. */
  readonly role: string;
  /** Empty for what is no element of the document. */
  readonly mark: string;
  readonly facts: ElementFacts | undefined;
  /** The alternative text that the browser gives it: a picture's, or what any element with the role of one is called. */
  readonly alt?: string;
  /** What it reads as, where that is not what it paints from left to right. */
  readonly reads?: string;
  /** The dictionaries of its attributes. */
  readonly attributes: readonly PdfDict[];
  readonly kids: readonly PrintedKid[];
}

/** A child: an element, content by page and number, or an annotation by the number of its object. */
export type PrintedKid =
  | PrintedElement
  | { readonly page: number; readonly mcid: number }
  | { readonly annotation: number };

const MARK = /-x-b(\d+)-(\d+)$/;

/** The children of the document in the structure. @param pages the numbers of the pages' objects */
export function readStructure(
  file: PrintedFile,
  pages: readonly number[],
  elements: Readonly<Record<string, ElementFacts>>,
): readonly PrintedKid[] {
  const indexOf = new Map(pages.map((ref, index) => [ref, index] as const));
  const pageOf = (dict: PdfDict, outer: number) => {
    const page = dict["/Pg"];
    return isRef(page) ? (indexOf.get(page.ref) ?? outer) : outer;
  };
  const readKids = (value: PdfValue | undefined, page: number): readonly PrintedKid[] => {
    if (typeof value === "number") return [{ page, mcid: value }];
    const found = file.follow(value);
    if (typeof found === "number") return [{ page, mcid: found }];
    if (isArray(found)) return found.flatMap((kid) => readKids(kid, page));
    if (!isDict(found)) return [];
    if (found["/Type"] === "/OBJR") return isRef(found["/Obj"]) ? [{ annotation: found["/Obj"].ref }] : [];
    if (found["/Type"] === "/MCR") {
      const form = found["/Stm"];
      const first = isRef(form) ? numberOfForm(form.ref) : 0;
      return [{ page: pageOf(found, page), mcid: first + Number(found["/MCID"]) }];
    }
    return [readElement(found, pageOf(found, page))];
  };
  const readElement = (dict: PdfDict, page: number): PrintedElement => {
    const lang = file.follow(dict["/Lang"]);
    const [, part, number] = MARK.exec(isString(lang) ? readTextString(lang) : "") ?? [];
    const alt = file.follow(dict["/Alt"]);
    const mark = part === undefined ? "" : `${part}-${number}`;
    return {
      role: String(file.follow(dict["/S"])).slice(1),
      mark,
      facts: elements[mark],
      ...(isString(alt) ? { alt: readTextString(alt) } : {}),
      attributes: file.array(dict["/A"]).map((one) => file.dict(one)),
      kids: readKids(dict["/K"], page),
    };
  };
  const root = file.dict(file.dict(file.trailer["/Root"])["/StructTreeRoot"]);
  const kids = readKids(root["/K"], 0).flatMap((kid) => ("role" in kid ? kid.kids : []));
  return addEmptyCells(kids, elements);
}
