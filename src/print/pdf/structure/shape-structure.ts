// Makes of the printed structure the one of the document: wrappers gone, decoration left out, footnotes apart.
import type { ElementFacts } from "../facts.ts";
import type { ContentKid, LinkKid, StructureElement, StructureKid } from "../fragment.ts";
import type { PdfDict } from "../parse/pdf-value.ts";
import type { PrintedElement, PrintedKid } from "./read-structure.ts";

/** Where content and annotations went when the pages were marked anew. */
export interface NewPlaces {
  content(page: number, mcid: number): readonly ContentKid[];
  link(annotation: number): LinkKid | undefined;
}

/** The elements of a stretch, and its footnotes, which stand at the foot of pages and belong elsewhere. */
export interface ShapedStructure {
  readonly kids: readonly StructureKid[];
  readonly notes: readonly StructureElement[];
}

const PICTURES = new Set(["img", "svg", "canvas", "object"]);
/** Elements that say nothing by themselves. */
const PLAIN = new Set([
  "div",
  "span",
  "main",
  "body",
  "header",
  "footer",
  "hgroup",
  "thead",
  "tbody",
  "tfoot",
]);

/** Whether an element is a picture that says nothing. */
export function isDecoration({ facts, kids }: PrintedElement): boolean {
  return facts !== undefined && PICTURES.has(facts.tag) && facts.alt === "" && !hasElement(kids);
}

function hasElement(kids: readonly PrintedKid[]): boolean {
  return kids.some((kid) => "role" in kid && kid.mark !== "");
}

/** Shapes the structure. @param blocks the marks of blocks that hold text of their own */
export function shapeStructure(
  printed: readonly PrintedKid[],
  blocks: ReadonlySet<string>,
  places: NewPlaces,
): ShapedStructure {
  const notes: StructureElement[] = [];
  const shapeAll = (kids: readonly PrintedKid[]) => kids.flatMap(shape);
  const shape = (kid: PrintedKid): readonly StructureKid[] => {
    if ("mcid" in kid) return places.content(kid.page, kid.mcid);
    if ("annotation" in kid) return [places.link(kid.annotation)].filter((link) => link !== undefined);
    if (isDecoration(kid)) return [];
    const { role, mark, facts } = kid;
    const replacement = kid.reads ?? facts?.replacement;
    const kids = shapeAll(kid.kids);
    // An empty cell keeps its column.
    // The browser tells of none in a table without heads, which it takes for layout.
    const cell = facts !== undefined && (facts.tag === "th" || facts.tag === "td");
    if (kids.length === 0 && !cell) return [];
    if (!facts) return role === "Lbl" ? [{ tag: "Lbl", mark: "", kids }] : kids;
    const block = blocks.has(mark);
    const element: StructureElement = {
      tag: facts.tag,
      mark,
      ...(facts.lang ? { lang: facts.lang } : {}),
      ...(facts.alt ? { alt: facts.alt } : {}),
      ...(replacement ? { replacement } : {}),
      ...(facts.contents ? { contents: true } : {}),
      ...(facts.call ? { call: facts.call } : {}),
      ...(block ? { block } : {}),
      ...(cell ? { attributes: writeCell(kid.attributes, facts) } : {}),
      kids,
    };
    if (facts.call) {
      notes.push(element);
      return [];
    }
    if (role === "Figure" && !PICTURES.has(facts.tag) && facts.tag !== "figure" && kid.alt) {
      return [{ ...element, tag: "img", alt: kid.alt, kids: listContent(kids) }];
    }
    if (PICTURES.has(facts.tag)) return facts.alt ? [{ ...element, kids: listContent(kids) }] : kids;
    const says =
      block ||
      facts.contents ||
      facts.lang !== undefined ||
      replacement !== undefined ||
      !PLAIN.has(facts.tag);
    return says ? [element] : kids;
  };
  const kids = shapeAll(printed);
  return { kids, notes };
}

/** The content of a picture, whatever elements it has inside. */
function listContent(kids: readonly StructureKid[]): readonly StructureKid[] {
  return kids.flatMap((kid) => ("tag" in kid ? listContent(kid.kids) : [kid]));
}

/** The attributes of a cell that say something: whom a head is for, and how far the cell reaches (ISO 32000-1, 14.8.5.7). */
function writeCell(attributes: readonly PdfDict[], facts: ElementFacts): string {
  const all: PdfDict = Object.assign({}, ...attributes);
  const spans = [
    facts.rows ? `/RowSpan ${facts.rows}` : "",
    facts.columns ? `/ColSpan ${facts.columns}` : "",
  ];
  const scope = facts.tag === "th" ? [`/Scope${all["/Scope"] ?? "/Column"}`] : [];
  const entries = [...scope, ...spans.filter((span) => span !== "")];
  return entries.length === 0 ? "" : `<</O/Table${entries.join("")}>>`;
}
