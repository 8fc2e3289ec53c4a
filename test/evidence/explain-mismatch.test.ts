// What is said of a quotation that does not stand where it is cited.
import { describe, expect, test } from "vitest";
import { findElsewhere, findNearest } from "../../src/evidence/explain-mismatch.ts";
import { foldPassages } from "../../src/evidence/match-quotation.ts";
import { HARBOUR, harbourPack, PILOT } from "./gate-sample.ts";

const records = harbourPack("").parts.filter((part) => part.kind === "source");
const sources = records.map((source, index) => ({
  source,
  text: foldPassages(index === 0 ? HARBOUR : PILOT),
}));
const difference = (quotation: string): string | undefined => findNearest(quotation, sources)?.difference;

describe("elsewhere", () => {
  test("in another passage or source", () => {
    expect(findElsewhere("keep watch", sources)).toMatchObject({ source: { id: "S1" }, from: 1, to: 1 });
    expect(findElsewhere("the watch was relieved", sources)).toMatchObject({ source: { id: "S2" }, from: 2 });
  });

  test("nowhere, nor where its segments stand far apart", () => {
    expect(findElsewhere("keep guard", sources)).toBeUndefined();
    expect(findElsewhere("keep watch … before 1910", sources)).toBeUndefined();
  });
});

describe("nearest", () => {
  test("shows what was changed, dropped and added, and nothing around it", () => {
    expect(difference("asks each of them to keep guard")).toMatchInlineSnapshot(
      `"asks each of them to keep [-watch.-] {+guard+}"`,
    );
    expect(difference("asks all of them to keep watch")).toMatchInlineSnapshot(
      `"asks [-each-] {+all+} of them to keep watch"`,
    );
    expect(difference("Some ask each of them to keep watch")).toMatchInlineSnapshot(
      `"[-arms; it asks-] {+Some ask+} each of them to keep watch"`,
    );
    expect(difference("does oblige any captain")).toMatchInlineSnapshot(`"does [-not-] oblige any captain"`);
    expect(difference("does not ever oblige any captain")).toMatchInlineSnapshot(
      `"does not {+ever+} oblige any captain"`,
    );
    expect(difference("agreed a on toll")).toMatchInlineSnapshot(`"agreed [-on-] a {+on+} toll"`);
    expect(difference("a rope of sand. Its members, can’t leave it")).toMatchInlineSnapshot(
      `"[-'a-] {+a+} rope of [-sand'.-] {+sand.+} Its [-members-] {+members,+} can't leave it"`,
    );
    expect(difference("Any ship shall pay forthwith the toll")).toMatchInlineSnapshot(
      `"[-enters the harbour-] {+Any ship+} shall pay {+forthwith+} the toll"`,
    );
  });

  test("names the passage, whatever stands around its words", () => {
    expect(findNearest("(The lamp), at the mole, burned", sources)).toMatchObject({
      source: { id: "S2" },
      passage: 1,
    });
  });

  test("nothing is near", () => {
    expect(difference("zebras eat yellow quinces")).toBeUndefined();
    expect(difference("[…]")).toBeUndefined();
  });

  test("a very long quotation is compared in part, in little time", () => {
    const start = performance.now();
    const long = Array.from({ length: 20_000 }, (_, index) =>
      index % 2 === 0 ? "the toll" : `w${index}`,
    ).join(" ");
    const text = foldPassages([Array.from({ length: 20_000 }, (_, index) => `the toll v${index}`).join(" ")]);
    const near = findNearest(
      long,
      records.slice(0, 1).map((source) => ({ source, text })),
    );
    expect(near?.difference.length ?? 0).toBeLessThan(5_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
