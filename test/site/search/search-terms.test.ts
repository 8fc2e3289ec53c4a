import { beforeAll, describe, expect, it } from "vitest";
import { loadSearchTerms, type SearchTerms } from "../../../src/site/search/search-terms.ts";

let terms: SearchTerms;
beforeAll(async () => {
  terms = await loadSearchTerms();
});

const wordsOf = (text: string): string[] => terms.findWords(text).map(({ term }) => term);

describe("the words of a text", () => {
  it.each([
    ["case", "NATO and Nato", ["nato", "and", "nato"]],
    ["accents", "Précis of Çelik’s São façade", ["precis", "of", "celik", "sao", "facade"]],
    ["letters with a stroke or joined", "Łódź, Ærø, Straße", ["lodz", "aero", "strasse"]],
    ["composed and decomposed signs", "Zażółć = Zaz\u0307o\u0301łc\u0301", ["zazolc", "zazolc"]],
    ["Cyrillic", "Київ, Умєров", ["киів", "умєров"]],
    ["Greek", "Ἀθῆναι", ["αθηναι"]],
    ["points of Hebrew, vowels of Arabic", "שָׁלוֹם سَلَام", ["שלום", "سلام"]],
  ])("are the same whatever their %s", (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    [
      "curly or straight apostrophes",
      "Ukraine’s O’Brien Ukraine's O'Brien",
      "ukraine o brien ukraine o brien",
    ],
    ["dashes of any kind", "28-point 28‑point 28–point", "28 point 28 point 28 point"],
    ["quotation marks and pilcrows", "“S2 ¶13” [S2 ¶¶13–14]", "s2 13 s2 13 14"],
    ["soft hyphens and joiners", "guaran\u00adtee guaran\u2060tee", "guarantee guarantee"],
  ])("are cut at, or joined over, %s", (_what, text, words) => {
    expect(wordsOf(text).join(" ")).toBe(words);
  });

  it("of a script without spaces are each pair of neighbours, and the last character", () => {
    expect(wordsOf("安全保障 5条")).toEqual(["安全", "全保", "保障", "障", "5", "条"]);
    expect(wordsOf("NATO条約")).toEqual(["nato", "条約", "約"]);
    expect(wordsOf("ガ")).toEqual(wordsOf("カ\u3099".normalize("NFC")));
    expect(wordsOf("ไทย").length).toBe(3);
    expect(wordsOf("조약")).toEqual(["조약"]);
  });

  it("are told with their places, which hold them as they are written", () => {
    const text = "In Kyiv’s “Précis” 安全";
    expect(terms.findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "In",
      "Kyiv",
      "Précis",
      "安全",
      "全",
    ]);
  });

  it("are none in marks alone", () => {
    expect(wordsOf(" — “…” ¶ \u200d ")).toEqual([]);
  });
});

it("looks for the last word of a query as the beginning of one, and for a single character without spaces", () => {
  expect(terms.queryTerms("Article rat")).toEqual([
    { term: "article", prefix: false },
    { term: "rat", prefix: true },
  ]);
  expect(terms.queryTerms("安全 洋 NATO")).toEqual([
    { term: "安全", prefix: false },
    { term: "洋", prefix: true },
    { term: "nato", prefix: true },
  ]);
});
