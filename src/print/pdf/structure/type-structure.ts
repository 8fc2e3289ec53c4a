// Gives the elements of the document the types of PDF 1.7 (ISO 32000-1, 14.8.4), nested as they may be.
import { isElement, type JoinedElement, type JoinedKid } from "./join-structure.ts";

/** An element with its type in the file. */
export interface TypedElement {
  readonly type: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly attributes?: string;
  /** A name of its own, for notes. */
  readonly id?: string;
  readonly kids: readonly TypedKid[];
}

export type TypedKid = TypedElement | Exclude<JoinedKid, JoinedElement>;

/** Types that are not standard, and what they stand for. */
export const ROLE_MAP: Readonly<Record<string, string>> = { Em: "Span", Strong: "Span" };

const TYPES: Readonly<Record<string, string>> = {
  p: "P",
  pre: "P",
  address: "P",
  section: "Sect",
  nav: "Sect",
  aside: "Sect",
  article: "Art",
  blockquote: "BlockQuote",
  figure: "Div",
  figcaption: "Caption",
  caption: "Caption",
  ul: "L",
  ol: "L",
  menu: "L",
  dl: "L",
  li: "LI",
  table: "Table",
  tr: "TR",
  th: "TH",
  td: "TD",
  a: "Link",
  em: "Em",
  i: "Em",
  strong: "Strong",
  b: "Strong",
  code: "Code",
  kbd: "Code",
  samp: "Code",
  q: "Quote",
  img: "Figure",
  svg: "Figure",
  canvas: "Figure",
  object: "Figure",
  Lbl: "Lbl",
};

/** Types that stand in a line of text. */
const INLINE = new Set(["Span", "Em", "Strong", "Code", "Quote", "Link", "Note"]);
/** Types that may hold lines of text and blocks alike. */
const MIXED = new Set(["LBody", "TH", "TD", "Caption", "Note"]);

/** Gives types to the whole tree. */
export function typeStructure(root: readonly JoinedKid[]): readonly TypedKid[] {
  const levels: number[] = [];
  let notes = 0;

  /** The number of a heading: one more than that of the heading it stands under, so that none is skipped. */
  const numberHeading = (level: number) => {
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= level) levels.pop();
    levels.push(level);
    return Math.min(levels.length, 6);
  };

  const typeOf = (element: JoinedElement): string => {
    const heading = /^h([1-6])$/.exec(element.tag);
    if (heading) return `H${numberHeading(Number(heading[1]))}`;
    if (element.call) return "Note";
    if (element.tag === "a" && !element.kids.some(hasLink)) return "Span";
    return TYPES[element.tag] ?? (element.block ? "Div" : "Span");
  };
  const make = (element: JoinedElement, type: string, kids: readonly TypedKid[]): TypedElement => {
    if (type === "Note") notes += 1;
    return {
      type,
      ...(element.lang ? { lang: element.lang } : {}),
      ...(element.alt ? { alt: element.alt } : {}),
      ...(element.attributes ? { attributes: element.attributes } : {}),
      ...(type === "Note" ? { id: `note-${notes}` } : {}),
      kids,
    };
  };

  /** What stands in a line: no block may be among it. */
  const typeLine = (kids: readonly JoinedKid[]): readonly TypedKid[] =>
    kids.flatMap((kid): readonly TypedKid[] => {
      if (!isElement(kid)) return [kid];
      const type = typeOf(kid);
      if (type === "Figure")
        return [make(kid, type, kid.kids.filter((inner) => !isElement(inner)) as TypedKid[])];
      const inner = typeLine(kid.kids);
      if (INLINE.has(type)) return type === "Span" && !kid.lang ? inner : [make(kid, type, inner)];
      return kid.lang ? [make(kid, "Span", inner)] : inner;
    });

  /** What stands among blocks: runs of what stands in lines become paragraphs. */
  const typeBlocks = (kids: readonly JoinedKid[]): readonly TypedKid[] => {
    const blocks: TypedKid[] = [];
    let line: JoinedKid[] = [];
    const endLine = () => {
      if (line.length === 0) return;
      blocks.push({ type: "P", kids: typeLine(line) });
      line = [];
    };
    for (const kid of kids) {
      if (isInline(kid)) line.push(kid);
      else {
        endLine();
        blocks.push(...typeBlock(kid as JoinedElement));
      }
    }
    endLine();
    return blocks;
  };

  const isInline = (kid: JoinedKid): boolean => {
    if (!isElement(kid)) return true;
    const type = kid.call
      ? "Note"
      : (TYPES[kid.tag] ?? (kid.block || /^h[1-6]$/.test(kid.tag) ? "Div" : "Span"));
    return (
      INLINE.has(type) &&
      !kid.kids.some((inner) => isElement(inner) && !isInline(inner) && inner.tag !== "img")
    );
  };

  const typeBlock = (element: JoinedElement): readonly TypedKid[] => {
    const type = typeOf(element);
    const { kids } = element;
    if (type === "Figure") return [make(element, type, kids.filter((kid) => !isElement(kid)) as TypedKid[])];
    if (type === "P" || /^H\d$/.test(type) || type === "Lbl") return [make(element, type, typeLine(kids))];
    if (type === "L") return [make(element, type, element.tag === "dl" ? typeTerms(kids) : typeItems(kids))];
    if (type === "Table") return [make(element, type, typeRows(kids))];
    if (type === "Div" && kids.every(isInline)) return [make(element, "P", typeLine(kids))];
    if (MIXED.has(type)) return [make(element, type, typeMixed(kids))];
    // What stands in a line holds blocks: a link around paragraphs, say.
    if (INLINE.has(type)) return typeBlocks(kids);
    if (type === "LI") return [{ type: "L", kids: typeItems([element]) }];
    if (type === "TR" || type === "TH" || type === "TD") return typeBlocks(kids);
    return [make(element, type, typeBlocks(kids))];
  };
  const typeMixed = (kids: readonly JoinedKid[]) =>
    kids.every(isInline) ? typeLine(kids) : typeBlocks(kids);

  const typeItems = (kids: readonly JoinedKid[]): readonly TypedKid[] =>
    kids.filter(isElement).flatMap((item): readonly TypedKid[] => {
      // A caption, or a list directly in a list.
      if (item.tag !== "li") return [{ type: "LI", kids: [{ type: "LBody", kids: typeBlock(item) }] }];
      const labels = item.kids.filter((kid) => isElement(kid) && kid.tag === "Lbl");
      const rest = item.kids.filter((kid) => !labels.includes(kid));
      const label: TypedKid[] = labels.length === 0 ? [] : [{ type: "Lbl", kids: typeLine(labels) }];
      return [make(item, "LI", [...label, { type: "LBody", kids: typeMixed(rest) }])];
    });

  /** Terms and what is said of them: each run of terms with what follows is an item. */
  const typeTerms = (kids: readonly JoinedKid[]): readonly TypedKid[] => {
    const items: { terms: JoinedElement[]; said: JoinedElement[] }[] = [];
    const flat = kids
      .filter(isElement)
      .flatMap((kid) => (kid.tag === "div" ? kid.kids.filter(isElement) : [kid]));
    for (const kid of flat) {
      const last = items.at(-1);
      if (kid.tag === "dt" && (!last || last.said.length > 0)) items.push({ terms: [kid], said: [] });
      else if (!last) items.push({ terms: [], said: [kid] });
      else if (kid.tag === "dt") last.terms.push(kid);
      else last.said.push(kid);
    }
    return items.map(({ terms, said }) => {
      const label: TypedKid[] =
        terms.length === 0 ? [] : [{ type: "Lbl", kids: terms.flatMap((term) => typeLine(term.kids)) }];
      const [only, ...more] = said;
      const body = only && more.length === 0 ? typeMixed(only.kids) : said.flatMap((one) => wrapBody(one));
      return { type: "LI", kids: [...label, { type: "LBody", kids: body }] };
    });
  };
  const wrapBody = (element: JoinedElement): readonly TypedKid[] =>
    element.kids.every(isInline) ? [{ type: "P", kids: typeLine(element.kids) }] : typeBlocks(element.kids);

  const typeRows = (kids: readonly JoinedKid[]): readonly TypedKid[] =>
    kids.filter(isElement).flatMap((kid): readonly TypedKid[] => {
      if (kid.tag === "caption") return [make(kid, "Caption", typeMixed(kid.kids))];
      if (kid.tag !== "tr") return typeRows(kid.kids);
      const cells = kid.kids.filter(isElement).map((cell) => {
        const type = cell.tag === "th" ? "TH" : "TD";
        return make(cell, type, typeMixed(cell.kids));
      });
      return [make(kid, "TR", cells)];
    });

  return typeBlocks(root);
}

function hasLink(kid: JoinedKid): boolean {
  return isElement(kid) ? kid.kids.some(hasLink) : "link" in kid;
}
