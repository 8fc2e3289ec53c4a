// Where the areas of links go that are copies of others.
import { expect, it } from "vitest";
import { placeCopies } from "../../../../src/print/pdf/structure/place-copies.ts";
import type { PrintedKid } from "../../../../src/print/pdf/structure/read-structure.ts";

const make = (mark: string, kids: readonly PrintedKid[]): PrintedKid => ({
  role: "Link",
  mark,
  facts: undefined,
  attributes: [],
  kids,
});

it("stand behind all that the link holds, once", () => {
  const link = make("1-2", [{ page: 0, mcid: 1 }, { annotation: 7 }]);
  const tree = [make("1-1", [link]), make("1-2", [{ page: 1, mcid: 1 }])];
  expect(placeCopies(tree, new Map([["1-2", [8, 9]]]))).toEqual([
    make("1-1", [
      make("1-2", [{ page: 0, mcid: 1 }, { annotation: 7 }, { annotation: 8 }, { annotation: 9 }]),
    ]),
    make("1-2", [{ page: 1, mcid: 1 }]),
  ]);
  expect(placeCopies(tree, new Map())).toEqual(tree);
});
