// What a search over a pack finds, and that nothing of a pack escapes it.
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { textOf } from "../../../src/markdown/plain-text.ts";
import { metaOf } from "../../../src/markdown/token-meta.ts";
import type { Pack, Part } from "../../../src/model/pack.ts";
import { proseOfPart } from "../../../src/model/part-prose.ts";
import { loadPack } from "../../../src/pack/load.ts";
import { KIND_NAMES, type SearchedPage } from "../../../src/site/search/entry.ts";
import { listSearchedPages } from "../../../src/site/search/list-pages.ts";
import { loadSearchTerms } from "../../../src/site/search/search-terms.ts";
import { addressOfPart } from "../../../src/site/view/addresses.ts";
import { attributeValues, buildSample } from "../built-site.ts";
import { FULL_TEXTS, makeSamplePack } from "../sample-pack.ts";
import { type RunningSearch, searchPack, searchPages } from "./run-search.ts";

const terms = await loadSearchTerms();

async function readPack(path: string): Promise<Pack> {
  const { pack } = await loadPack(fileURLToPath(new URL(path, import.meta.url)));
  if (pack === undefined) throw new Error(`${path} has errors`);
  return pack;
}

/** The words of each line of a part, read from its tokens one by one, whatever stands around them. */
function linesOf(part: Part): string[][] {
  const lines = proseOfPart(part).flatMap(({ tokens }) =>
    tokens.flatMap((token) => {
      const { figure } = metaOf(token);
      if (figure !== undefined) return [`${figure.alternative} ${figure.credit}`];
      if (token.type === "inline") return [(token.children ?? []).map(textOf).join("")];
      return token.content === "" ? [] : [token.content];
    }),
  );
  return lines
    .map((line) => terms.findWords(line).map(({ term }) => term))
    .filter((words) => words.length > 0);
}

describe.each([
  ["the repository’s pack", () => readPack("../../../content")],
  ["a small pack", () => readPack("../../fixtures/packs/good")],
  ["a pack with every kind of part", async () => makeSamplePack()],
])("in %s", (_what, read) => {
  let pack: Pack;
  let pages: readonly SearchedPage[];
  let search: RunningSearch;
  beforeAll(async () => {
    pack = await read();
    pages = listSearchedPages(pack, "public");
    search = await searchPages(pages);
  });

  it("the words of every block lead to an entry of its page whose text holds them", () => {
    let blocks = 0;
    for (const part of pack.parts) {
      const page = pages.find(({ address }) => address === addressOfPart(part));
      const texts = page?.entries.map(({ label, text }) => terms.findWords(`${label} ${text}`)) ?? [];
      const sets = texts.map((words) => new Set(words.map(({ term }) => term)));
      for (const words of linesOf(part)) {
        blocks += 1;
        expect(
          sets.some((set) => words.every((word) => set.has(word))),
          words.join(" "),
        ).toBe(true);
        const { all, hits } = search.find(words.join(" "));
        expect(all, words.join(" ")).toBe(true);
        const hrefs = hits.map(({ href }) => new URL(href).pathname.slice(1));
        expect(hrefs, words.join(" ")).toContain(addressOfPart(part));
      }
    }
    expect(blocks).toBeGreaterThan(15);
  });
});

it.each(["public", "full"] as const)(
  "leads to an element of its page with every entry, in the %s edition",
  async (edition) => {
    const site = await buildSample({ edition });
    try {
      const pages = listSearchedPages(makeSamplePack(), edition);
      expect(pages.length).toBe(7);
      for (const { address, entries } of pages) {
        const ids = new Set(attributeValues(site.text(address), "id"));
        expect(
          entries.filter(({ id }) => !ids.has(id)),
          address,
        ).toEqual([]);
      }
    } finally {
      await site.remove();
    }
  },
);

describe("a search", () => {
  let search: RunningSearch;
  let full: RunningSearch;
  beforeAll(async () => {
    search = await searchPack(makeSamplePack());
    full = await searchPack(makeSamplePack(), "full");
  });
  const found = (query: string, from = search): string[] =>
    from.find(query).hits.map(({ label, context, href }) => `${label} (${context}) ${href.slice(20)}`);

  it("finds a judgement, a précis, a row of a table, a note, an event and a name where each stands", () => {
    expect(found("pays channel")[0]).toBe("Judgement 1 () index.html#summary-judgement-1");
    expect(found("closes with regret")[0]).toBe(
      "S1 ¶¶2–3 (Précis, passage by passage) sources/s1.html#s1-p2",
    );
    expect(found("north 4 m")).toEqual(["S1 (A table) sources/s1.html#s1-a-table"]);
    expect(found("Its text")[0]).toBe("S1 (A table) sources/s1.html#fn-s1-1");
    expect(found("vote")[0]).toMatch(
      /^Chronology: December 2025, A vote .* \(Dates, outside the sources\) appendices\/dates\.html#dates-3$/,
    );
    expect(found("mayor speaks")[0]).toBe("Facts: The mayor (People) appendices/facts.html#facts-mayor");
    expect(found("bottom board pays")).toContain("Summary (Bottom line) index.html#summary-para-1");
  });

  it("finds what is recorded of a source, and what the pack says of itself", () => {
    expect(found("Ann Hill")[0]).toBe("S1 (Bibliographic record) sources/s1.html#s1--record");
    expect(found("Advertisement boats")).toEqual([
      "S1 (Left out of the source) sources/s1.html#s1--omissions",
    ]);
    expect(found("sum was wrong")[0]).toMatch(/^About this pack \(Corrections: 10 January 2026\)/);
  });

  it("finds a passage by its number, before the places that cite it", () => {
    expect(found("S2 ¶2")[0]).toBe("S2 ¶2 () sources/s2.html#s2-p2");
    expect(found("S2 ¶2").length).toBeGreaterThan(3);
    expect(found("quoting the mayor")[0]).toMatch(/^Judgement 2/);
  });

  it("finds the passages themselves in the full edition alone", () => {
    expect(found("dredger")).toEqual([]);
    expect(found("dredger", full)).toEqual([
      "S2 ¶1 (Full text) sources/s2.html#s2--t1",
      "S1 ¶1 (Full text) sources/s1.html#s1--t1",
    ]);
    expect(full.texts).toEqual(expect.arrayContaining([...(FULL_TEXTS.get("S2")?.passages ?? [])]));
  });

  it("knows what holds quoted words", () => {
    const [hit] = search.find("closes with regret").hits;
    expect(hit?.kinds.map((kind) => Object.keys(KIND_NAMES)[kind])).toEqual(["passage", "quotation"]);
  });

  it("says whether the entries have all of the words, or only some", () => {
    expect(search.find("harbour board").all).toBe(true);
    expect(search.find("harbour submarine")).toMatchObject({ all: false });
    expect(search.find("harbour submarine").hits.length).toBeGreaterThan(0);
    expect(search.find("submarine")).toEqual({ all: true, hits: [] });
    expect(search.find(" … ")).toEqual({ all: true, hits: [] });
  });
});

describe("a word that is written otherwise", () => {
  const find = async (text: string, query: string): Promise<number> => {
    const entry = { id: "s1", label: "S1", context: "", kinds: ["prose" as const], text };
    const page = { address: "sources/s1.html", name: "S1", title: "S1", entries: [entry] };
    return (await searchPages([page])).find(query).hits.length;
  };

  it.each([
    ["with another ending", "Volodymyr Zelensky", "Zelenskyy"],
    ["without accents", "Kılıçdaroğlu", "kilicdaroglu"],
    ["with a letter amiss", "Rustem Umerov", "Umerow"],
    ["in part, while it is typed", "ratification", "ratif"],
    ["with curly marks", "Ukraine’s “choice”", 'ukraine\'s "choice"'],
    ["without spaces", "北大西洋条約第五条", "条約"],
    ["without spaces, a character alone", "北大西洋条約", "洋"],
  ])("is found %s", async (_how, text, query) => {
    expect(await find(text, query)).toBe(1);
  });

  it.each([
    ["a number", "in 2025", "2022"],
    ["a short word", "war", "far"],
    ["characters that stand elsewhere", "北大西洋条約", "洋大"],
  ])("is not another: %s", async (_what, text, query) => {
    expect(await find(text, query)).toBe(0);
  });
});
