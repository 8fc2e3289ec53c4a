// Gives the elements of the document the types of PDF 1.7 (ISO 32000-1, 14.8.4), nested as they may be.
import { isElement, type JoinedElement, type JoinedKid } from "./join-structure.ts";

/** An element with its type in the file. */
export interface TypedElement {
  readonly type: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly replacement?: string;
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
      ...(element.replacement ? { replacement: element.replacement } : {}),
      ...(element.attributes ? { attributes: element.attributes } : {}),
      ...(type === "Note" ? { id: `note-${notes}` } : {}),
      kids,
    };
  };

  /** What stands in a line: no block may be among it. */
  const typeLine = (kids: readonly JoinedKid[]): readonly TypedKid[] =>
    kids.flatMap((kid, index): readonly TypedKid[] => {
      if (!isElement(kid)) return [kid];
      const type = typeOf(kid);
      if (type === "Figure")
        return [make(kid, type, kid.kids.filter((inner) => !isElement(inner)) as TypedKid[])];
      // A note of several paragraphs keeps them; its words would run together without.
      if (type === "Note") return [make(kid, type, typeNote(kid.kids))];
      const inner = typeLine(kid.kids);
      const next = kids[index + 1];
      // What calls a note refers to it.
      if (next && isElement(next) && next.call && next.call === kid.mark)
        return [{ type: "Reference", kids: type === "Span" ? inner : [make(kid, type, inner)] }];
      if (INLINE.has(type))
        return type === "Span" && !kid.lang && !kid.replacement ? inner : [make(kid, type, inner)];
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
    if (type === "Note") return true;
    return (
      INLINE.has(type) && !kid.kids.some((inner) => isElement(inner) && !isInline(inner) && !isPicture(inner))
    );
  };

  let inContents = false;
  const typeBlock = (element: JoinedElement): readonly TypedKid[] => {
    if (!element.contents || inContents) return typeOneBlock(element);
    inContents = true;
    const typed = typeOneBlock(element);
    inContents = false;
    return typed;
  };
  const typeOneBlock = (element: JoinedElement): readonly TypedKid[] => {
    const type = typeOf(element);
    const { kids } = element;
    if (type === "Figure") return [make(element, type, kids.filter((kid) => !isElement(kid)) as TypedKid[])];
    if (type === "TR" || type === "TH" || type === "TD") return typeBlocks(kids);
    if (type === "P" || /^H\d$/.test(type) || type === "Lbl") return [make(element, type, typeLine(kids))];
    if (type === "L" && inContents && isContents(element)) return [typeContents(element)];
    if (type === "L") return [make(element, type, element.tag === "dl" ? typeTerms(kids) : typeItems(kids))];
    if (type === "Table") return [make(element, type, typeRows(kids))];
    if (type === "Div" && kids.every(isInline)) return [make(element, "P", typeLine(kids))];
    if (MIXED.has(type)) return [make(element, type, typeMixed(kids))];
    // What stands in a line holds blocks: a link around paragraphs, say.
    if (type === "Link") return typeBlocks(linkFirstLine(element));
    if (INLINE.has(type)) return typeBlocks(kids);
    if (type === "LI") return [{ type: "L", kids: typeItems([element]) }];
    return [make(element, type, typeBlocks(kids))];
  };
  const typeNote = (kids: readonly JoinedKid[]): readonly TypedKid[] => {
    const inner = typeMixed(kids);
    const [only] = inner;
    return only && inner.length === 1 && "type" in only && only.type === "P" && !only.lang
      ? only.kids
      : inner;
  };
  /** A link around blocks: its first line is the link, with all areas of it; the blocks behind are not told from others. */
  const linkFirstLine = (link: JoinedElement): readonly JoinedKid[] => {
    const areas = link.kids.filter((kid) => "link" in kid);
    const within = (kids: readonly JoinedKid[]): readonly JoinedKid[] => {
      const start = kids.findIndex(holdsContent);
      const first = kids[start];
      if (first && isElement(first) && !isInline(first) && !isPicture(first)) {
        return kids.with(start, { ...first, kids: [...within(first.kids)] });
      }
      const after = kids.findIndex((kid, index) => index > start && !isInline(kid) && !isPicture(kid));
      const end = after < 0 ? kids.length : after;
      return [{ ...link, kids: [...kids.slice(0, end), ...areas] }, ...kids.slice(end)];
    };
    return within(link.kids.filter((kid) => !("link" in kid)));
  };
  const typeMixed = (kids: readonly JoinedKid[]) =>
    kids.every(isInline) ? typeLine(kids) : typeBlocks(kids);

  const isItem = (kid: JoinedKid) => isElement(kid) && kid.tag === "li";
  const typeItems = (kids: readonly JoinedKid[]): readonly TypedKid[] =>
    splitRuns(kids, isItem).flatMap((run): readonly TypedKid[] => {
      const [item] = run;
      // Text, a caption, or a list directly in a list.
      if (!item || !isElement(item) || !isItem(item)) {
        return [{ type: "LI", kids: [{ type: "LBody", kids: typeMixed(run) }] }];
      }
      const labels = item.kids.filter((kid) => isElement(kid) && kid.tag === "Lbl");
      const rest = item.kids.filter((kid) => !labels.includes(kid));
      const label: TypedKid[] = labels.length === 0 ? [] : [{ type: "Lbl", kids: typeLine(labels) }];
      return [make(item, "LI", [...label, { type: "LBody", kids: typeMixed(rest) }])];
    });

  /** Entries: what leads to a place is a Reference, what stands beside it a paragraph (ISO 32000-1, 14.8.4.2). */
  const typeContents = (list: JoinedElement): TypedElement => {
    const typeEntry = (item: JoinedElement): TypedElement => {
      const flat = item.kids.flatMap((kid) =>
        isElement(kid) && kid.tag === "p" && !kid.lang ? kid.kids : [kid],
      );
      const apart = (kid: JoinedKid) => isLabel(kid) || isList(kid);
      const kids = splitRuns(flat, apart).map((run): TypedElement => {
        const [first] = run;
        if (first && isElement(first) && isLabel(first)) return { type: "Lbl", kids: typeLine(first.kids) };
        if (first && isElement(first) && isList(first)) return typeContents(first);
        return { type: run.some(hasLink) ? "Reference" : "P", kids: typeLine(run) };
      });
      return make(item, "TOCI", kids);
    };
    return make(list, "TOC", list.kids.filter(isElement).map(typeEntry));
  };

  /** Terms and what is said of them: each run of terms with what follows is an item. */
  const typeTerms = (kids: readonly JoinedKid[]): readonly TypedKid[] => {
    const items: { terms: JoinedElement[]; said: JoinedKid[] }[] = [];
    const flat = kids.flatMap((kid) => (isElement(kid) && kid.tag === "div" ? kid.kids : [kid]));
    for (const kid of flat) {
      const last = items.at(-1);
      const term = isElement(kid) && kid.tag === "dt" ? kid : undefined;
      if (term && (!last || last.said.length > 0)) items.push({ terms: [term], said: [] });
      else if (term) last?.terms.push(term);
      else if (last) last.said.push(kid);
      else items.push({ terms: [], said: [kid] });
    }
    return items.map(({ terms, said }) => {
      const label: TypedKid[] = terms.length === 0 ? [] : [{ type: "Lbl", kids: typeTermsOf(terms) }];
      const [only, ...more] = said;
      const alone = only && isElement(only) && more.length === 0 && !only.lang ? only : undefined;
      const body = alone ? typeMixed(alone.kids) : typeBlocks(said);
      return { type: "LI", kids: [...label, { type: "LBody", kids: body }] };
    });
  };
  /** Terms that share what is said of them are told apart. */
  const typeTermsOf = (terms: readonly JoinedElement[]): readonly TypedKid[] =>
    terms.flatMap((term) => {
      const line = typeLine(term.kids);
      return terms.length === 1 && !term.lang ? line : [make(term, "Span", line)];
    });

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

function isList(kid: JoinedKid): boolean {
  return isElement(kid) && (kid.tag === "ol" || kid.tag === "ul");
}

function isPicture(kid: JoinedKid): boolean {
  return isElement(kid) && TYPES[kid.tag] === "Figure";
}

function isLabel(kid: JoinedKid): boolean {
  return isElement(kid) && kid.tag === "Lbl";
}

/** Whether each item of a list is an entry of contents: a line that leads to a place, and perhaps the entries under it. */
function isContents(list: JoinedElement): boolean {
  const isEntry = (kid: JoinedKid): boolean => {
    if (isElement(kid) && isList(kid)) return isContents(kid);
    return !isElement(kid) || !NOT_IN_ENTRIES.has(kid.tag);
  };
  return list.kids.every(
    (item) => isElement(item) && item.tag === "li" && item.kids.some(hasLink) && item.kids.every(isEntry),
  );
}

const NOT_IN_ENTRIES = new Set(
  "table dl menu blockquote figure section h1 h2 h3 h4 h5 h6 img svg div pre".split(" "),
);

function holdsContent(kid: JoinedKid): boolean {
  return isElement(kid) ? kid.kids.some(holdsContent) : "mcid" in kid;
}

/** Cuts a row of children where one stands `apart`: it is a run of its own. */
function splitRuns(
  kids: readonly JoinedKid[],
  apart: (kid: JoinedKid) => boolean,
): readonly (readonly JoinedKid[])[] {
  const runs: JoinedKid[][] = [];
  let open: JoinedKid[] | undefined;
  for (const kid of kids) {
    if (apart(kid)) {
      runs.push([kid]);
      open = undefined;
    } else if (open) open.push(kid);
    else {
      open = [kid];
      runs.push(open);
    }
  }
  return runs;
}

function hasLink(kid: JoinedKid): boolean {
  return isElement(kid) ? kid.kids.some(hasLink) : "link" in kid;
}
