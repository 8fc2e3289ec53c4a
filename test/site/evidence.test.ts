// The part about evidence, on its page and on paper: what rests on what, and how it was verified.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewSite } from "../../src/site/view/site-view.ts";
import { type BuiltSite, buildSample } from "./built-site.ts";
import { makeSamplePack } from "./sample-pack.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample();
});
afterAll(() => site?.remove());

const documentOf = (path: string): Document => parseHTML(site.text(path)).document;
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The rows of a table, cells parted by bars; the address of each link stands behind it. */
function rowsOf(path: string, table: string): string[] {
  const rows = [...documentOf(path).querySelectorAll(`${table} tbody tr`)];
  for (const link of rows.flatMap((row) => [...row.querySelectorAll("a")])) {
    link.textContent = `${link.textContent} <${link.getAttribute("href")}>`;
  }
  return rows.map((row) => [...row.children].map(textOf).join(" | "));
}

describe("the matrix of judgements and sources", () => {
  it("says in words how each source bears on each judgement, at which passages", () => {
    expect(rowsOf("evidence.html", ".matrix")).toMatchInlineSnapshot(`
      [
        "Judgement 1 <index.html#summary-judgement-1> High confidence The board pays for the channel. Rests on one source only, S1 | supports S1 ¶¶1–2 <sources/s1.html#s1-p1> | contradicts S2 ¶1 <sources/s2.html#s2-p1>",
        "Judgement 2 <index.html#summary-judgement-2> Low confidence The town may pay for the quay. Rests on one source only, S2 | not cited | supports S2 ¶2 <sources/s2.html#s2-p2>",
      ]
    `);
  });

  it("leads within the document in print", () => {
    expect(rowsOf("print/index.html", ".matrix")[0]).toContain("S1 ¶¶1–2 <#s1-p1>");
  });

  it("is cut into tables of at most four sources", () => {
    const pack = makeSamplePack();
    const more = ["S3", "S4", "S5"].flatMap((id) =>
      pack.parts.flatMap((part) =>
        part.id === "S2" ? [{ ...part, id, slug: id.toLowerCase(), key: id.toLowerCase() }] : [],
      ),
    );
    const view = viewSite({ ...pack, parts: [...pack.parts, ...more] }, "public", false);
    const part = view.printed.find(({ kind }) => kind === "evidence");
    const tables = part?.kind === "evidence" ? part.matrix : [];
    expect(tables.map(({ sources }) => sources.map(({ id }) => id))).toEqual([
      ["S1", "S2", "S3"],
      ["S4", "S5"],
    ]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 2]);
  });
});

describe("the list of quotations", () => {
  it("gives words, passage, speaker, use and how each was verified", () => {
    expect(rowsOf("evidence.html", ".quotations")).toMatchInlineSnapshot(`
      [
        "“with regret” | S1 ¶3 <sources/s1.html#s1-p3> | S1 <sources/s1.html#s1> | comparison",
        "“shall keep its channel <open>” | S1 ¶2 <sources/s1.html#s1-p2>, the Act official text | Judgement 1 <index.html#summary-judgement-1> | receipt",
        "“two barrels and a lamp” | S2 ¶1 <sources/s2.html#s2-p1> | S2 <sources/s2.html#s2> | comparison",
      ]
    `);
    expect(textOf(documentOf("evidence.html").querySelector("main"))).toContain(
      "When this edition was built, 2 of 3 were verified by comparison with the document and 1 by the receipt of an earlier comparison.",
    );
  });
});

describe("the list of documents", () => {
  it("gives passages, words, the share that is quoted, and both fingerprints", () => {
    const lists = [...documentOf("evidence.html").querySelectorAll(".facts")];
    expect(
      lists.map((list) => [...list.children].map((row) => [...row.children].map(textOf).join(": "))),
    ).toMatchInlineSnapshot(`
      [
        [
          "Passages covered: 3 of 3",
          "Words: 124",
          "Words quoted: 2 (1.6%); at most 60 may be",
          "File, SHA-256: 1111111111111111111111111111111111111111111111111111111111111111",
          "Passages, SHA-256: 3333333333333333333333333333333333333333333333333333333333333333",
        ],
        [
          "Passages covered: 2 of 2",
          "Fingerprint: none: the document was never imported",
        ],
      ]
    `);
  });

  it("lets a line end within a fingerprint", () => {
    expect(documentOf("evidence.html").querySelectorAll(".facts code wbr").length).toBeGreaterThanOrEqual(8);
  });
});

describe("the page of a source", () => {
  const reliance = (path: string): string[] =>
    [...documentOf(path).querySelectorAll(".reliance li")].map(textOf);

  it("names the judgements that rely on it, and leads to them", () => {
    expect(reliance("sources/s1.html")).toEqual([
      "Judgement 1 High confidence supports ¶¶1–2 rests on this source only",
    ]);
    expect(reliance("sources/s2.html")).toEqual([
      "Judgement 1 High confidence contradicts ¶1",
      "Judgement 2 Low confidence supports ¶2 rests on this source only",
    ]);
    const link = documentOf("sources/s2.html").querySelector(".reliance a");
    expect(link?.getAttribute("href")).toBe("../index.html#summary-judgement-1");
  });
});

it("is told the same way whoever builds: the page follows from the pack alone", async () => {
  const again = await buildSample();
  expect(again.text("evidence.html")).toBe(site.text("evidence.html"));
  await again.remove();
});

it("can be read without judgements, quotations or documents", () => {
  const pack = makeSamplePack();
  const evidence = { quotations: [], sources: [], fullTexts: new Map() };
  const parts = pack.parts.filter(({ kind }) => kind !== "summary");
  const view = viewSite({ ...pack, parts, evidence }, "public", false);
  const part = view.printed.find(({ kind }) => kind === "evidence");
  expect(part?.kind === "evidence" && [part.matrix, part.quotations, part.documents]).toEqual([[], [], []]);
});
