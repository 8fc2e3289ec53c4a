// Cells that show nothing: the browser leaves them out, and the columns would no longer agree.
import { expect, it } from "vitest";
import { addEmptyCells } from "../../../../src/print/pdf/structure/add-empty-cells.ts";
import type { PrintedElement, PrintedKid } from "../../../../src/print/pdf/structure/read-structure.ts";

function make(tag: string, mark: string, kids: readonly PrintedKid[] = []): PrintedElement {
  return { role: tag.toUpperCase(), mark, facts: { tag }, attributes: [], kids };
}

function show(kids: readonly PrintedKid[]): string {
  return kids.map((kid) => ("role" in kid ? `${kid.role}${kid.mark}(${show(kid.kids)})` : "")).join(" ");
}

const factsOf = (tags: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(tags).map(([mark, tag]) => [mark, { tag }]));

it("puts cells back where they stood in their row", () => {
  const elements = factsOf({
    "1-9": "tr",
    "1-10": "th",
    "1-11": "td",
    "1-12": "td",
    "1-13": "tr",
    "1-14": "td",
  });
  const printed = [make("table", "1-8", [make("tr", "1-9", [make("td", "1-11")]), make("tr", "1-13")])];
  expect(show(addEmptyCells(printed, elements))).toBe(
    "TABLE1-8(TR1-9(TH1-10() TD1-11() TD1-12()) TR1-13(TD1-14()))",
  );
});

it("gives a row that runs over pages each cell once", () => {
  const elements = factsOf({ "1-1": "tr", "1-2": "td", "1-3": "td" });
  const piece = make("tr", "1-1", [make("td", "1-2")]);
  expect(show(addEmptyCells([piece, piece], elements))).toBe("TR1-1(TD1-2() TD1-3()) TR1-1(TD1-2())");
});

it("leaves a row alone that holds a table", () => {
  const elements = factsOf({ "1-1": "tr", "1-2": "td", "1-3": "table", "1-4": "td" });
  const printed = [make("tr", "1-1", [make("td", "1-2", [make("table", "1-3")])])];
  expect(addEmptyCells(printed, elements)).toEqual(printed);
});
