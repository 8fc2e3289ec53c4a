// Which of the strings that belong to no element are what styles generate.
import { describe, expect, it } from "vitest";
import { matchGenerated } from "../../../../src/print/pdf/content/match-generated.ts";
import type { ShownString } from "../../../../src/print/pdf/content/page-content.ts";
import type { GeneratedText } from "../../../../src/print/pdf/facts.ts";

/** Strings as they are painted; those that belong to an element are in square brackets. */
const show = (...texts: readonly string[]): readonly ShownString[] =>
  texts.map((text) => {
    const own = /^\[(.*)\]$/.exec(text)?.[1];
    return { mcid: own === undefined ? undefined : 0, glyphs: [...(own ?? text)] } as unknown as ShownString;
  });

const item = (text: string, owner = text): GeneratedText => ({
  page: 0,
  owners: [owner],
  side: "before",
  text,
  spoken: true,
  apart: false,
});

const match = (items: readonly GeneratedText[], shown: readonly ShownString[]) =>
  matchGenerated(items, shown).map(({ item: { text }, at }) => `${text}: ${at.join(" ")}`);

describe("matching generated texts", () => {
  it("finds them between what belongs to elements, however they are cut", () => {
    expect(match([item("Part "), item("1. ")], show("Pa", "rt ", "1", ". ", "[Sums]"))).toEqual([
      "Part : 0 1",
      "1. : 2 3",
    ]);
  });

  it("takes the white space that they begin or end with, and no other", () => {
    expect(match([item(" (sum)"), item("1. ")], show("[Land]", " ", "(", "sum)", "1.", " ", " "))).toEqual([
      " (sum): 1 2 3",
      "1. : 4 5",
    ]);
    expect(match([item("x")], show(" ", "x", " "))).toEqual(["x: 1"]);
  });

  it("keeps those that are alike in their order", () => {
    expect(match([item("1", "a"), item("1", "b")], show("1", "[A]", "1"))).toEqual(["1: 0", "1: 2"]);
  });

  it("finds what is painted earlier or later than it stands in the document", () => {
    const late = [item("Placed"), item("[n]", "n"), item("1")];
    expect(match(late, show("(n)", "[x]", "[n", "1", "Placed"))).toEqual(["Placed: 4", "1: 3"]);
    expect(match([item("1", "a"), item("Float"), item("1", "b")], show("Float", "1", "[x]", "1"))).toEqual([
      "1: 1",
      "Float: 0",
      "1: 3",
    ]);
  });

  it("does not part the items of one content for something like them before", () => {
    const items = [item(", p. ", "link"), item("5", "link")];
    expect(match(items, show("Article ", "5", "[S1]", ", p. ", "5"))).toEqual([", p. : 3", "5: 4"]);
  });

  it("reads backwards what is painted from left to right though it is read from right to left", () => {
    expect(match([item("ראש")], show("שאר"))).toEqual(["ראש: 0"]);
    // What runs from left to right within keeps its order.
    expect(match([item(" (המחבר, 2024)")], show("x", ")", "2024", " ,רבחמה(", " ", "y"))).toEqual([
      " (המחבר, 2024): 1 2 3 4",
    ]);
    expect(match([item("abc")], show("cba"))).toEqual([]);
    expect(match([{ ...item("abc"), backward: true }], show("cba"))).toEqual(["abc: 0"]);
  });

  it("leaves what is not painted, and does not take a part for the whole", () => {
    expect(match([item("page")], show("pages", "pa", "[x]", "ge"))).toEqual([]);
  });
});
