// How the pieces of an element that runs over pages and stretches become one.
import { expect, it } from "vitest";
import type { Fragment, StructureElement, StructureKid } from "../../../../src/print/pdf/fragment.ts";
import { type JoinedKid, joinStructure } from "../../../../src/print/pdf/structure/join-structure.ts";

function make(
  mark: string,
  kids: readonly (StructureElement | readonly [page: number, mcid: number])[],
  call?: string,
): StructureElement {
  return {
    tag: "div",
    mark,
    ...(call === undefined ? {} : { call }),
    kids: kids.map((kid): StructureKid => ("tag" in kid ? kid : { page: kid[0], mcid: kid[1] })),
  };
}

function stretch(
  pages: number,
  structure: readonly StructureElement[],
  notes: readonly StructureElement[] = [],
): Fragment {
  const page = { width: 1, height: 1, content: new Uint8Array(), marks: 0, resources: [], links: [] };
  return {
    pages: Array.from({ length: pages }, () => page),
    objects: [],
    structure,
    notes,
    pageTexts: [],
    fonts: [],
    untagged: [],
    silent: [],
    unordered: 0,
  };
}

/** The tree in one line: marks, and content as page:number. */
function show(kids: readonly JoinedKid[]): string {
  return kids
    .map((kid) => {
      if ("tag" in kid) return `${kid.mark}(${show(kid.kids)})`;
      return "mcid" in kid ? `${kid.page}:${kid.mcid}` : "area";
    })
    .join(" ");
}

it("joins what runs on in the next stretch", () => {
  const first = stretch(2, [
    make("a", [
      make("b", [
        [0, 0],
        [1, 0],
      ]),
    ]),
  ]);
  const second = stretch(1, [make("a", [make("b", [[0, 0]]), make("c", [[0, 1]])])]);
  expect(show(joinStructure([first, second]))).toBe("a(b(0:0 1:0 2:0) c(2:1))");
});

it("joins the cells of a row that runs over pages, each with its own", () => {
  const piece = (page: number) => make("row", [make("left", [[page, 0]]), make("right", [[page, 1]])]);
  expect(show(joinStructure([stretch(2, [piece(0), piece(1)])]))).toBe("row(left(0:0 1:0) right(0:1 1:1))");
});

it("never joins what has no mark", () => {
  expect(show(joinStructure([stretch(1, [make("", [[0, 0]]), make("", [[0, 1]])])]))).toBe("(0:0) (0:1)");
});

it("puts footnotes behind their calls, and those without at the end", () => {
  const body = make("p", [[0, 0], make("call", [[0, 1]]), [0, 2]]);
  const notes = [make("n1", [[0, 3]], "call"), make("n2", [[0, 4]], "nowhere"), make("n1", [[1, 0]], "call")];
  expect(show(joinStructure([stretch(2, [body], notes)]))).toBe("p(0:0 call(0:1) n1(0:3 1:0) 0:2) n2(0:4)");
});
