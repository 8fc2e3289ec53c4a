// What is said of a quotation that does not stand where it is cited.
import { describe, expect, test } from "vitest";
import { findElsewhere, findNearest } from "../../../src/evidence/gate/explain-mismatch.ts";
import { foldPassages } from "../../../src/evidence/words/folded-text.ts";
import { indexSources } from "../../../src/evidence/words/word-index.ts";
import { HARBOUR, harbourPack, PILOT } from "../gate-sample.ts";

const records = harbourPack("").parts.filter((part) => part.kind === "source");
const sources = indexSources(
  records.map((source, index) => ({ source, text: foldPassages(index === 0 ? HARBOUR : PILOT) })),
);
const difference = (quotation: string): string | undefined => findNearest(quotation, sources)?.difference;

describe("elsewhere", () => {
  test("in another passage or source", () => {
    expect(findElsewhere("keep watch", sources)).toMatchObject({ source: { id: "S1" }, from: 1, to: 1 });
    expect(findElsewhere("the watch was relieved", sources)).toMatchObject({ source: { id: "S2" }, from: 2 });
    expect(findElsewhere("the watch was relieved", sources, new Set(["S1"]))).toBeUndefined();
    expect(findElsewhere("the watch was relieved", sources, new Set(["S1", "S2"]))).toMatchObject({
      from: 2,
    });
  });

  test("nowhere, nor where its segments stand far apart", () => {
    expect(findElsewhere("keep guard", sources)).toBeUndefined();
    expect(findElsewhere("keep watch … before 1910", sources)).toBeUndefined();
    expect(findElsewhere("[…]", sources)).toBeUndefined();
  });
});

describe("elsewhere, by whatever words are certain", () => {
  test.each([
    ["over the end of a passage", "came to nothing.” In 1904", 2, 3],
    ["with elided words over the end of a passage", "said the pilot … agreed on", 2, 3],
    ["with no word that brackets leave alone", "[A]sks", 1, 1],
    ["with a changed ending", "captain[s] to carry", 1, 1],
    ["with a word that brackets stand for", "[one] toll of", 3, 3],
    ["with another dash between its words", "crowns–a sum", 3, 3],
  ])("%s", (_name, quotation, from, to) => {
    expect(findElsewhere(quotation, sources)).toMatchObject({ source: { id: "S1" }, from, to });
  });

  test("of many places the first, and none that joins distant passages", () => {
    const passages = Array.from({ length: 500 }, (_, index) => `the ship of day ${index} lay in the port`);
    const many = indexSources(
      records.slice(0, 1).map((source) => ({ source, text: foldPassages(passages) })),
    );
    expect(findElsewhere("the ship of", many)).toMatchObject({ from: 1, to: 1 });
    expect(findElsewhere("day 321 … in the port", many)).toMatchObject({ from: 322, to: 322 });
    expect(findElsewhere("day 321 lay … day 323 lay", many)).toBeUndefined();
    expect(findNearest("of day 421 stay in the", many)).toMatchObject({ passage: 422 });
  });
});

test("elsewhere, where its rarest word stands in the second of two passages", () => {
  const passages = ["One port", "and another port", "a pilot slept"];
  const few = indexSources(records.slice(0, 1).map((source) => ({ source, text: foldPassages(passages) })));
  expect(findElsewhere("port a pilot", few)).toMatchObject({ from: 2, to: 3 });
});

describe("nearest", () => {
  test("is not just the passage with the rarest word", () => {
    const passages = ["one zebra", "the ship lay in the port", "the ship left the port"];
    const few = indexSources(records.slice(0, 1).map((source) => ({ source, text: foldPassages(passages) })));
    expect(findNearest("a zebra lay in the ship port", few)).toMatchObject({ passage: 2 });
  });
  test("may be looked for among some sources only", () => {
    const quotation = "the lamp on the mole burnt all night";
    expect(findNearest(quotation, sources)).toMatchObject({ source: { id: "S2" } });
    expect(findNearest(quotation, sources, new Set(["S1"]))).toBeUndefined();
  });

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
    const near = findNearest(long, indexSources(records.slice(0, 1).map((source) => ({ source, text }))));
    expect(near?.difference.length ?? 0).toBeLessThan(5_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
