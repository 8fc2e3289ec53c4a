// How much of a quotation may be its editor's.
import { describe, expect, test } from "vitest";
import { countShares } from "../../../src/evidence/matching/changed-words.ts";
import { splitAtMarks } from "../../../src/evidence/matching/editors-marks.ts";
import { judgeOf } from "../gate-sample.ts";

test.each([
  ["[Velmora] broke its promise", 3, 1],
  ["[T]he toll", 2, 0],
  ["the guarantee[s] of the port[’s men]", 5, 1],
  ["w[onderful] a[nd great]", 0, 3],
  ["[They will pay]the toll [sic]", 2, 2],
  ["the toll … [and more] — was paid [emphasis added]", 4, 2],
  ["[…] [!]", 0, 0],
])("%s", (quotation, kept, added) => {
  expect(countShares(splitAtMarks(quotation))).toEqual({ kept, added });
});

const TEXT = [
  "Velmora broke its promise, and a guarantee without teeth was all that the ports had for the next ten years.",
];

describe("verified", () => {
  test.each([
    "“[It] broke its promise”",
    "“[T]he next ten years”",
    "“promise[s]”",
    "“a guarantee without [any] teeth”",
    "“[The pilots’ town] broke its promise”",
    "“all that [they] had for [a decade]”",
  ])("%s", (quotation) => {
    expect(judgeOf(TEXT, `${quotation} [@harbour, ¶1].`)).toEqual([]);
  });
});

test("refused, where the brackets say it all", () => {
  expect(
    judgeOf(
      TEXT,
      `- “[Velmora will certainly attack the ports and nobody will do anything about it] for [years, says the board]” [@harbour, ¶1].
- “[No] guarantee” [@harbour, ¶1].
- “[this is] without teeth” [@harbour, ¶1].
- “broke its promise [to all the ports]” [@harbour, ¶1].
- “broke its promise [to every town of the coast]” [@harbour, ¶1].`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "error quotation-mostly-changed: “[Velmora will certainly attack the ports and nobody will …” has 17 words in brackets beside 1 of the document's own; a quotation keeps 3 or more, and no fewer than stand in brackets → Set the words in brackets outside the quotation marks, or quote more of the document.",
      "error quotation-mostly-changed: “[No] guarantee” has 1 word in brackets beside 1 of the document's own; a quotation keeps 3 or more, and no fewer than stand in brackets → Set the words in brackets outside the quotation marks, or quote more of the document.",
      "error quotation-mostly-changed: “[this is] without teeth” has 2 words in brackets beside 2 of the document's own; a quotation keeps 3 or more, and no fewer than stand in brackets → Set the words in brackets outside the quotation marks, or quote more of the document.",
      "error quotation-mostly-changed: “broke its promise [to all the ports]” has 4 words in brackets beside 3 of the document's own; a quotation keeps 3 or more, and no fewer than stand in brackets → Set the words in brackets outside the quotation marks, or quote more of the document.",
      "error quotation-mostly-changed: “broke its promise [to every town of the coast]” has 6 words in brackets beside 3 of the document's own; a quotation keeps 3 or more, and no fewer than stand in brackets → Set the words in brackets outside the quotation marks, or quote more of the document.",
    ]
  `);
});

test("brackets of the document's own count as its words", () => {
  expect(
    judgeOf(["This stops [the pilot] in his tracks."], "“stops [the pilot] … tracks” [@harbour, ¶1]."),
  ).toEqual([]);
});
