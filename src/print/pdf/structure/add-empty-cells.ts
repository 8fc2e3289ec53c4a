// Gives rows of a table back the cells that the browser leaves out of its structure because they show nothing.
import type { ElementFacts } from "../facts.ts";
import type { PrintedElement, PrintedKid } from "./read-structure.ts";

/** A cell that is not in the structure. */
interface MissingCell {
  readonly mark: string;
  readonly facts: ElementFacts;
}

/**
 * Marks number the elements of a part in the order of the document, so a cell belongs to the last row before it. Where
 * tables stand in tables that is not certain, and such a row is left as it is.
 */
export function addEmptyCells(
  printed: readonly PrintedKid[],
  elements: Readonly<Record<string, ElementFacts>>,
): readonly PrintedKid[] {
  const missing = listMissing(printed, elements);
  if (missing.size === 0) return printed;
  const fill = (kids: readonly PrintedKid[], filled: Set<string>): readonly PrintedKid[] =>
    kids.map((kid) => {
      if (!("role" in kid)) return kid;
      const inner = fill(kid.kids, filled);
      const cells = filled.has(kid.mark) || holdsTable(kid.kids) ? [] : (missing.get(kid.mark) ?? []);
      // A row that runs over pages gets each cell once, where it begins.
      if (cells.length > 0) filled.add(kid.mark);
      return { ...kid, kids: cells.reduce(insertCell, inner) };
    });
  return fill(printed, new Set());
}

/** The cells that are missing, by the mark of their row. */
function listMissing(
  printed: readonly PrintedKid[],
  elements: Readonly<Record<string, ElementFacts>>,
): ReadonlyMap<string, readonly MissingCell[]> {
  const present = new Set<string>();
  const visit = (kids: readonly PrintedKid[]) => {
    for (const kid of kids) {
      if (!("role" in kid)) continue;
      present.add(kid.mark);
      visit(kid.kids);
    }
  };
  visit(printed);
  const parts = Object.entries(elements)
    .filter(([, { tag }]) => tag === "tr" || tag === "td" || tag === "th")
    .toSorted(([one], [other]) => compareMarks(one, other));
  const missing = new Map<string, MissingCell[]>();
  let row = "";
  for (const [mark, facts] of parts) {
    if (facts.tag === "tr") row = mark;
    else if (!present.has(mark) && partOf(row) === partOf(mark)) {
      missing.set(row, [...(missing.get(row) ?? []), { mark, facts }]);
    }
  }
  return missing;
}

function insertCell(kids: readonly PrintedKid[], { mark, facts }: MissingCell): readonly PrintedKid[] {
  const cell: PrintedElement = {
    role: facts.tag === "th" ? "TH" : "TD",
    mark,
    facts,
    attributes: [],
    kids: [],
  };
  const at = kids.findIndex((kid) => "role" in kid && kid.mark !== "" && compareMarks(mark, kid.mark) < 0);
  return at < 0 ? [...kids, cell] : kids.toSpliced(at, 0, cell);
}

function holdsTable(kids: readonly PrintedKid[]): boolean {
  return kids.some((kid) => "role" in kid && (kid.facts?.tag === "table" || holdsTable(kid.kids)));
}

function partOf(mark: string): string {
  return mark.slice(0, mark.indexOf("-"));
}

function compareMarks(one: string, other: string): number {
  const [part = 0, number = 0] = one.split("-").map(Number);
  const [otherPart = 0, otherNumber = 0] = other.split("-").map(Number);
  return part - otherPart || number - otherNumber;
}
