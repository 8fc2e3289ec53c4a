// Where what styles generate stands in the structure.
import { expect, it } from "vitest";
import { type PlacedText, placeGenerated } from "../../../../src/print/pdf/structure/place-generated.ts";
import type { PrintedKid } from "../../../../src/print/pdf/structure/read-structure.ts";

const make = (mark: string, kids: readonly (PrintedKid | number)[], role = "P"): PrintedKid => ({
  role,
  mark,
  facts: undefined,
  attributes: [],
  kids: kids.map((kid) => (typeof kid === "number" ? { page: 0, mcid: kid } : kid)),
});

const text = (changes: Partial<PlacedText>): PlacedText => ({
  page: 0,
  mcid: -10,
  owners: ["1-2", "1-1"],
  side: "before",
  previous: undefined,
  following: undefined,
  ...changes,
});

const show = (kids: readonly PrintedKid[]): string =>
  kids
    .map((kid) => {
      if ("annotation" in kid) return "area";
      if ("mcid" in kid) return `${kid.page > 0 ? `${kid.page}:` : ""}${kid.mcid}`;
      return `${kid.facts?.replacement ?? ""}${kid.mark || kid.role}(${show(kid.kids)})`;
    })
    .join(" ");

const place = (printed: readonly PrintedKid[], ...texts: readonly PlacedText[]) =>
  show(placeGenerated(printed, texts, {}, () => 0));

it("is before or after what its element holds", () => {
  const printed = [make("1-1", [make("1-2", [1, { annotation: 3 }]), 2])];
  expect(place(printed, text({}), text({ mcid: -11, side: "after" }))).toBe("1-1(1-2(-10 1 area -11) 2)");
});

it("stands on its page where an element runs over pages", () => {
  const printed = [make("1-2", [1]), make("1-2", [{ page: 1, mcid: 1 }])];
  expect(place(printed, text({ page: 1, side: "after" }))).toBe("1-2(1) 1-2(1:1 1:-10)");
});

it("brings its element along where nothing else is in it, to where it is painted", () => {
  const printed = [make("1-1", [1, 2])];
  expect(place(printed, text({ previous: 1, following: 2 }))).toBe("1-1(1 1-2(-10) 2)");
  expect(place(printed, text({ previous: 9, following: 1 }))).toBe("1-1(1-2(-10) 1 2)");
  expect(place([], text({}))).toBe("1-1(1-2(-10))");
});

it("stands beside what is painted before and after it where no element around is known", () => {
  const body = make(
    "",
    [make("", [1]), make("", [make("", [2]), make("", [3])], "Sect"), make("", [4])],
    "Document",
  );
  const show = (changes: Partial<PlacedText>) => place([body], text({ owners: ["1-2"], ...changes }));
  expect(show({ previous: 1, following: 2 })).toBe("Document(P(1) 1-2(-10) Sect(P(2) P(3)) P(4))");
  expect(show({ previous: 2, following: 3 })).toBe("Document(P(1) Sect(P(2) 1-2(-10) P(3)) P(4))");
  expect(show({ previous: 4 })).toBe("Document(P(1) Sect(P(2) P(3)) P(4) 1-2(-10))");
  expect(show({ following: 1 })).toBe("Document(1-2(-10) P(1) Sect(P(2) P(3)) P(4))");
  expect(place([make("", [1])], text({ owners: ["1-2"], previous: 1 }))).toBe("P(1) 1-2(-10)");
});

it("belongs to the sign of its note, in the order it is painted", () => {
  const printed = [make("1-2", [make("", [1], "Lbl"), 2])];
  expect(place(printed, text({ side: "marker", following: 1 }))).toBe("1-2(Lbl(-10 1) 2)");
  expect(place(printed, text({ side: "marker", previous: 1, following: 2 }))).toBe("1-2(Lbl(1 -10) 2)");
  expect(place([make("1-2", [2])], text({ side: "marker" }))).toBe("1-2(Lbl(-10) 2)");
});

it("says its alternative, as a word of its own", () => {
  expect(place([make("1-2", [1])], text({ alternative: "leads to" }))).toBe("1-2(leads to Span(-10) 1)");
});
