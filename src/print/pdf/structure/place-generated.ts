// Gives the structure what styles generate, at its place: the browser leaves it out.
import type { ElementFacts, GeneratedSide } from "../facts.ts";
import type { PrintedElement, PrintedKid } from "./read-structure.ts";

/** A generated text that was found on its page. */
export interface PlacedText {
  readonly page: number;
  /** The number of its content. */
  readonly mcid: number;
  /** The marks of the element it belongs to and of those around, from the innermost. */
  readonly owners: readonly string[];
  readonly side: GeneratedSide;
  readonly alternative?: string;
  /** The numbers of what is painted before and after it and belongs to an element. */
  readonly previous: number | undefined;
  readonly following: number | undefined;
}

/** Where a text goes within an element. */
interface Insertion {
  readonly text: PlacedText;
  readonly kid: PrintedKid;
  /** Whether the element is not its own, but one around it. */
  readonly around: boolean;
}

/**
 * Places generated texts. An element that is not in the structure, because the document has nothing in it, is added to the nearest one
 * around that is, where it is painted.
 * @param pageOf the page of an annotation
 */
export function placeGenerated(
  printed: readonly PrintedKid[],
  texts: readonly PlacedText[],
  elements: Readonly<Record<string, ElementFacts>>,
  pageOf: (annotation: number) => number | undefined,
): readonly PrintedKid[] {
  if (texts.length === 0) return printed;
  const found = findOwners(printed, texts, pageOf);
  const insertions = new Map<PrintedElement | undefined, Insertion[]>();
  for (const text of texts) {
    const { owners, page } = text;
    const depth = owners.findIndex((mark) => found.has(keyOf(mark, page)) || found.has(mark));
    const mark = owners[depth] ?? "";
    const target = depth < 0 ? findAround(printed, text) : (found.get(keyOf(mark, page)) ?? found.get(mark));
    const missing = depth < 0 ? owners : owners.slice(0, depth);
    const insertion = { text, kid: wrap(text, missing, elements), around: missing.length > 0 };
    insertions.set(target, [...(insertions.get(target) ?? []), insertion]);
  }
  const place = (kids: readonly PrintedKid[]): readonly PrintedKid[] =>
    kids.map((kid) => {
      if (!("role" in kid)) return kid;
      const inner = place(kid.kids);
      return { ...kid, kids: insertAll(kid.kids, inner, insertions.get(kid) ?? []) };
    });
  return insertAll(printed, place(printed), insertions.get(undefined) ?? []);
}

/**
 * The innermost element that holds what is painted before and after a text of which no element around is known. Where one of these is
 * missing, one that alone holds all others.
 */
function findAround(
  printed: readonly PrintedKid[],
  { page, previous, following }: PlacedText,
): PrintedElement | undefined {
  const beside = [previous, following].filter((mcid) => mcid !== undefined);
  let around: PrintedElement | undefined;
  for (let kids = printed; ; kids = around.kids) {
    const next = kids.find(
      (kid): kid is PrintedElement =>
        "role" in kid &&
        kid.kids.some((one) => "role" in one) &&
        beside.every((mcid) => holds(kid, page, mcid)),
    );
    if (!next || (beside.length < 2 && kids.length > 1)) return around;
    around = next;
  }
}

/** The elements that texts may belong to, by mark and page; by mark alone where they have no content at all. */
function findOwners(
  printed: readonly PrintedKid[],
  texts: readonly PlacedText[],
  pageOf: (annotation: number) => number | undefined,
): ReadonlyMap<string, PrintedElement> {
  const wanted = new Set(texts.flatMap(({ owners }) => owners));
  const found = new Map<string, PrintedElement>();
  const around: PrintedElement[] = [];
  const visit = (kids: readonly PrintedKid[]) => {
    for (const kid of kids) {
      if ("role" in kid) {
        const isWanted = wanted.has(kid.mark);
        if (isWanted) around.push(kid);
        visit(kid.kids);
        if (isWanted) around.pop();
        if (isWanted && kid.kids.length === 0) found.set(kid.mark, kid);
        continue;
      }
      const page = "page" in kid ? kid.page : pageOf(kid.annotation);
      for (const element of around) {
        const key = keyOf(element.mark, page);
        if (!found.has(key)) found.set(key, element);
      }
    }
  };
  visit(printed);
  return found;
}

function keyOf(mark: string, page: number | undefined): string {
  return `${mark}:${page}`;
}

/** The content of a text, in what is said instead of it, and in the elements that are not in the structure. */
function wrap(
  { page, mcid, side, alternative }: PlacedText,
  missing: readonly string[],
  elements: Readonly<Record<string, ElementFacts>>,
): PrintedKid {
  const content: PrintedKid = { page, mcid };
  const said: PrintedKid = alternative
    ? {
        role: "Span",
        mark: "",
        // A word of its own.
        facts: { tag: "span", replacement: side === "after" ? ` ${alternative}` : `${alternative} ` },
        attributes: [],
        kids: [content],
      }
    : content;
  return missing.reduce(
    (kid, mark) => ({ role: "NonStruct", mark, facts: elements[mark], attributes: [], kids: [kid] }),
    said,
  );
}

/** @param old the children before anything was placed in them, by which content is found */
function insertAll(
  old: readonly PrintedKid[],
  kids: readonly PrintedKid[],
  insertions: readonly Insertion[],
): readonly PrintedKid[] {
  if (insertions.length === 0) return kids;
  const before: PrintedKid[] = [];
  const after: PrintedKid[] = [];
  const among = kids.map((): { before: PrintedKid[]; after: PrintedKid[] } => ({ before: [], after: [] }));
  let marked = [...kids];
  for (const { text, kid, around } of insertions) {
    const { side, page, previous, following } = text;
    if (around) {
      const last = old.findLastIndex((one) => holds(one, page, previous));
      const next = old.findIndex((one) => holds(one, page, following));
      if (last >= 0) among[last]?.after.push(kid);
      else if (next >= 0) among[next]?.before.push(kid);
      else after.push(kid);
    } else if (side === "marker") {
      const label = old.findIndex((one) => "role" in one && one.role === "Lbl");
      if (label < 0) before.push({ role: "Lbl", mark: "", facts: undefined, attributes: [], kids: [kid] });
      else marked = marked.map((one, index) => (index === label ? addToLabel(one, kid, text) : one));
    } else if (side === "before") before.push(kid);
    else after.push(kid);
  }
  const inner = marked.flatMap((kid, index) => [
    ...(among[index]?.before ?? []),
    kid,
    ...(among[index]?.after ?? []),
  ]);
  // The sign of a list item comes before anything that it holds.
  const start = inner.findIndex((kid) => !("role" in kid && kid.role === "Lbl"));
  const at = start < 0 ? inner.length : start;
  return [...inner.slice(0, at), ...before, ...inner.slice(at), ...after];
}

function addToLabel(label: PrintedKid, kid: PrintedKid, { page, following }: PlacedText): PrintedKid {
  if (!("role" in label)) return label;
  const { kids } = label;
  return { ...label, kids: holds(label, page, following) ? [kid, ...kids] : [...kids, kid] };
}

function holds(kid: PrintedKid, page: number, mcid: number | undefined): boolean {
  if ("role" in kid) return kid.kids.some((inner) => holds(inner, page, mcid));
  return "mcid" in kid && kid.page === page && kid.mcid === mcid;
}
