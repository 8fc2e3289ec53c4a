import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import type { SearchedPage } from "../../../src/site/search/entry.ts";
import { listSearchedPages } from "../../../src/site/search/list-pages.ts";
import { packWords } from "../../../src/site/search/pack-words.ts";
import { composeSearchIndex } from "../../../src/site/search/search-index.ts";
import { loadSearchTerms } from "../../../src/site/search/search-terms.ts";
import { findLeaks, runsOf } from "../../leak-detector.ts";
import { FULL_TEXTS, makeSamplePack } from "../sample-pack.ts";
import { searchPages } from "./run-search.ts";

const terms = await loadSearchTerms();

/** A page with an entry for each text. */
const pageOf = (...texts: string[]): SearchedPage => ({
  address: "sources/s1.html",
  name: "S1",
  title: "The letter",
  entries: texts.map((text, number) => ({
    id: `s1-p${number + 1}`,
    label: `S1 ¶${number + 1}`,
    context: "Précis",
    kinds: ["passage"],
    text,
  })),
});

describe("the files of the index", () => {
  it("have the same bytes for the same pack", () => {
    const compose = () => composeSearchIndex(listSearchedPages(makeSamplePack(), "public"), terms);
    expect(compose()).toEqual(compose());
    expect(compose().map(({ name }) => name)).toEqual(["search-index.js", "search-texts-0.js"]);
  });

  it("of the public edition hold nothing of a full text beyond what the pack quotes; those of the full one hold it", () => {
    const passages = [...FULL_TEXTS.values()].flatMap((text) => text.passages);
    const runs = new Set(runsOf(passages));
    const readings = (edition: "public" | "full"): string[] =>
      composeSearchIndex(listSearchedPages(makeSamplePack(), edition), terms).map(({ text }) => text);
    expect([...findLeaks(readings("public"), runs)]).toEqual([]);
    expect([...findLeaks(readings("full"), runs)].length).toBeGreaterThan(0);
  });

  it("bring any text through unchanged", async () => {
    const texts = [`It's \\'quoted\\' </script> "so"`, "\u2028 \u2029 \u0000 \n \\u0041", "{{ 7*7 }} `y`"];
    expect((await searchPages([pageOf(...texts)])).texts).toEqual(texts);
  });

  it("hold the texts of a large pack in several files, each of which tells where it begins", async () => {
    const long = "silt in the channel ".repeat(4000);
    const page = pageOf(...Array.from({ length: 7 }, (_, number) => `${long}number${number}`));
    const files = composeSearchIndex([page], terms);
    expect(files.map(({ name }) => name)).toEqual([
      "search-index.js",
      "search-texts-0.js",
      "search-texts-1.js",
      "search-texts-2.js",
    ]);
    expect(files[0]?.text).toContain('"firsts":[0,3,6]');
    expect((await searchPages([page])).texts).toEqual(page.entries.map(({ text }) => text));
  });
});

it("packs the words of an index so that a page unpacks the same", async () => {
  const page = pageOf("silt silt in the channel", "the boats wait", "no silt");
  const plain = new MiniSearch(terms.indexOptions);
  plain.addAll(page.entries.map(({ label, text }, id) => ({ id, label, text })));
  const packed = packWords(plain.toJSON(), 2);
  expect(packed.words.split("\n").sort()).toEqual([
    "1|0|",
    "2|1|",
    "3|2|",
    "boats||1",
    "channel||0",
    "in||0",
    "no||2",
    "s1|0 1 1|",
    "silt||0*2 2",
    "the||0 1",
    "wait||1",
  ]);
  const { unpackWords } = await searchPages([page]);
  const words = ({ index }: { index: readonly unknown[] }) =>
    index.map((entry) => JSON.stringify(entry)).sort();
  const [unpacked, expected] = [unpackWords(packed), plain.toJSON()];
  expect(words(unpacked)).toEqual(words(expected));
  expect({ ...unpacked, index: [] }).toEqual({ ...expected, index: [] });
});

it("refuses to pack an index of another form", () => {
  const other = { ...new MiniSearch({ fields: ["text"] }).toJSON(), serializationVersion: 3 };
  expect(() => packWords(other, 1)).toThrow("version 3");
});
