// Joins the structure of all stretches to one tree: what runs over pages becomes one element again.
import type { Fragment, StructureElement, StructureKid } from "../fragment.ts";

/** An element while the tree is built; it belongs to this step alone. */
export interface JoinedElement extends Omit<StructureElement, "kids"> {
  kids: JoinedKid[];
}

export type JoinedKid =
  | JoinedElement
  /** Content of a page of the document, or of a form, by its stretch and its place there. */
  | { readonly page: number; readonly mcid: number; readonly form?: number; readonly stretch: number }
  | { readonly page: number; readonly link: number };

/** One tree of all stretches; footnotes stand behind what calls them, as in the document. */
export function joinStructure(fragments: readonly Fragment[]): readonly JoinedKid[] {
  const root: JoinedKid[] = [];
  const notes: JoinedKid[] = [];
  const byMark: Siblings = new Map();
  let before = 0;
  for (const [stretch, { pages, structure, notes: own }] of fragments.entries()) {
    const place = { stretch, before };
    for (const kid of structure) append(root, kid, place, byMark);
    for (const note of own) append(notes, note, place, byMark);
    before += pages.length;
  }
  placeNotes(root, notes.filter(isElement));
  return root;
}

/** Whether a child is an element. */
export function isElement(kid: JoinedKid): kid is JoinedElement {
  return "tag" in kid;
}

/** The elements of a row of siblings by their mark. */
type Siblings = Map<JoinedKid[], Map<string, JoinedElement>>;

function append(
  kids: JoinedKid[],
  kid: StructureKid,
  place: { readonly stretch: number; readonly before: number },
  byMark: Siblings,
): void {
  if (!("tag" in kid)) {
    const page = kid.page + place.before;
    kids.push("mcid" in kid ? { ...kid, page, stretch: place.stretch } : { ...kid, page });
    return;
  }
  // The cells of a row that runs over pages come row by row: the pieces of one do not follow one another.
  const siblings = byMark.get(kids) ?? new Map<string, JoinedElement>();
  byMark.set(kids, siblings);
  let joined = kid.mark === "" ? undefined : siblings.get(kid.mark);
  if (!joined) {
    joined = { ...kid, kids: [] };
    kids.push(joined);
    siblings.set(kid.mark, joined);
  }
  for (const inner of kid.kids) append(joined.kids, inner, place, byMark);
}

function placeNotes(root: JoinedKid[], notes: readonly JoinedElement[]): void {
  const waiting = new Map<string, JoinedElement>();
  for (const note of notes) {
    const known = waiting.get(note.call ?? "");
    // Notes of several pages may stand between two pieces of one.
    if (known) known.kids.push(...note.kids);
    else waiting.set(note.call ?? "", note);
  }
  const visit = (kids: JoinedKid[]) => {
    for (let index = 0; index < kids.length; index += 1) {
      const kid = kids[index];
      if (!kid || !isElement(kid)) continue;
      visit(kid.kids);
      const note = waiting.get(kid.mark);
      if (!note || note.mark === kid.mark) continue;
      waiting.delete(kid.mark);
      kids.splice(index + 1, 0, note);
      index += 1;
    }
  };
  visit(root);
  // A note whose call is not marked, being generated without text, stands at the end.
  root.push(...waiting.values());
}
