// Every quotation of the repository's pack, altered in every way: none gets through, by comparison or by receipt.
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareQuotation, type HeldSource, holdSource } from "../../src/evidence/gate/compare-quotations.ts";
import { collectQuotationUses, type QuotationUse } from "../../src/evidence/gate/quotation-uses.ts";
import type { Verdict } from "../../src/evidence/gate/verdict.ts";
import { checkReceipt } from "../../src/evidence/receipts/check-receipts.ts";
import type { Receipts } from "../../src/evidence/receipts/receipts.ts";
import { foldText } from "../../src/evidence/words/fold-text.ts";
import type { SourcePart } from "../../src/model/pack.ts";
import { importDocuments } from "../../src/pack/import/import-documents.ts";
import { type LoadedPack, loadPack } from "../../src/pack/load.ts";
import { DOCUMENTS, HAS_DOCUMENTS, ROOT } from "../pack/supplied-documents.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefing-mutation-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A copy of the pack without a vault, into which the documents are imported in the order given. */
async function importInto(name: string, files: readonly string[]): Promise<LoadedPack> {
  const copy = join(folder, name);
  const vault = join(ROOT, "content", "vault");
  await cp(join(ROOT, "content"), copy, { recursive: true, filter: (path) => !path.startsWith(vault) });
  const supplied = await Promise.all(
    files.map(async (file) => ({ name: basename(file), bytes: await readFile(file) })),
  );
  const { problems } = await importDocuments({ folder: copy, files: supplied, today: "2026-11-22" });
  expect(problems).toEqual([]);
  return loadPack(copy);
}

async function listDocuments(): Promise<string[]> {
  const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => join(DOCUMENTS, name));
}

function permute<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permute(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

/** A use of other words than were quoted. */
function withText(use: QuotationUse, text: string): QuotationUse {
  return { ...use, quotation: { ...use.quotation, text } };
}

const NEGATION = /^(?:not?|never|none|nor|neither|without|cannot|nothing|nobody|\p{L}+n[’']t)$/iu;

/** A word with one of its characters altered, in every way that makes it another word. */
function alterWord(word: string): (readonly [how: string, altered: string])[] {
  return [...word].flatMap((character, at): (readonly [string, string])[] => {
    const put = (text: string): string => word.slice(0, at) + text + word.slice(at + 1);
    if (/\d/.test(character)) return [["digit", put(String((Number(character) + 1) % 10))]];
    if (character === "-")
      return [
        ["hyphen", put(" ")],
        ["hyphen", put("")],
      ];
    if (!/\p{L}/u.test(character)) return [];
    const upper = character.toUpperCase();
    return [
      ["case", put(character === upper ? character.toLowerCase() : upper)],
      ["letter", put(character === "x" ? "y" : "x")],
      ...(/\p{L}/u.test(word[at - 1] ?? "") ? [["hyphen", put(`-${character}`)] as const] : []),
    ];
  });
}

/**
 * The quotation with one word changed, dropped from its middle, added, or swapped with the next, in every place; with a negation put in
 * or made another word; with a letter, its case, a digit or a hyphen altered; and cut within its first or its last word.
 */
function mutate(use: QuotationUse): { readonly how: string; readonly use: QuotationUse }[] {
  const { text } = use.quotation;
  const words = text.split(" ");
  const make = (how: string, changed: readonly string[]) => ({ how, use: withText(use, changed.join(" ")) });
  const inWords = words.flatMap((word, index) => {
    const next = words[index + 1];
    const inner = index > 0 && index < words.length - 1;
    return [
      make(`changed “${word}”`, words.with(index, "zebra")),
      make(`added before “${word}”`, words.toSpliced(index, 0, "zebra")),
      ...(index > 0 ? [make(`negation before “${word}”`, words.toSpliced(index, 0, "not"))] : []),
      ...(inner ? [make(`dropped “${word}”`, words.toSpliced(index, 1))] : []),
      ...(NEGATION.test(word) ? [make(`another word for “${word}”`, words.with(index, "also"))] : []),
      ...(/n[’']t$/.test(word) ? [make(`“${word}” affirmed`, words.with(index, word.slice(0, -3)))] : []),
      ...(next !== undefined && next !== word
        ? [make(`swapped “${word}” and “${next}”`, words.with(index, next).with(index + 1, word))]
        : []),
      ...alterWord(word).map(([how, altered]) => make(`${how} of “${word}”`, words.with(index, altered))),
    ];
  });
  return [
    ...inWords,
    ...(/^\p{L}{2}/u.test(text) ? [make("cut its first word", [text.slice(1)])] : []),
    ...(/\p{L}{2}$/u.test(text) ? [make("cut its last word", [text.slice(0, -1)])] : []),
  ];
}

/** The quotation cited from every single passage in which its words do not stand. */
function move(use: QuotationUse, held: readonly HeldSource[]): QuotationUse[] {
  const words = foldText(use.quotation.text).replace(/[,.;:]$/u, "");
  return held.flatMap(({ source, fullText }) =>
    fullText.passages.flatMap((passage, index): QuotationUse[] => {
      if (foldText(passage).includes(words)) return [];
      const passages = [{ from: index + 1, to: index + 1 }];
      return [{ ...use, pinpoints: [{ source, passages, speaker: "somebody" }] }];
    }),
  );
}

describe.runIf(HAS_DOCUMENTS)("with the supplied documents", () => {
  test("every order of import gives the same: all verified by comparison, all covered, the receipts as committed", async () => {
    const documents = await listDocuments();
    const committed = await readFile(join(ROOT, "content", "evidence.lock.json"), "utf8");
    for (const [index, order] of permute(documents).entries()) {
      const { pack, problems, receipts } = await importInto(`order-${index}`, order);
      expect(problems).toEqual([]);
      expect(receipts.text).toBe(committed);
      expect(pack?.evidence.quotations.length).toBeGreaterThan(30);
      expect(pack?.evidence.quotations.filter(({ state }) => state !== "comparison")).toEqual([]);
      expect(pack?.evidence.sources.map(({ covered, passages }) => [covered, passages])).toEqual([
        [8, 8],
        [18, 18],
        [23, 23],
      ]);
    }
  });

  test("no altered quotation and no moved pinpoint gets through, by comparison or by receipt", async () => {
    const { pack, receipts } = await importInto("mutated", await listDocuments());
    const parts = pack?.parts ?? [];
    const held = parts
      .filter((part): part is SourcePart => part.kind === "source")
      .flatMap((source) => {
        const text = pack?.evidence.fullTexts.get(source.id);
        return text === undefined ? [] : [holdSource(source, text)];
      });
    const ways: readonly (readonly [string, (use: QuotationUse) => Verdict])[] = [
      ["comparison", (use) => compareQuotation(use, held)],
      ["receipt", (use) => checkReceipt(use, JSON.parse(receipts.text) as Receipts)],
    ];
    const escaped: string[] = [];
    let tried = 0;
    for (const use of collectQuotationUses(parts)) {
      const altered = [...mutate(use), ...move(use, held).map((moved) => ({ how: "moved", use: moved }))];
      for (const [way, judge] of ways) {
        expect(judge(use).state, use.quotation.text).toBe(way);
        for (const mutation of altered) {
          tried += 1;
          const { state, problems } = judge(mutation.use);
          const caught = state === "failed" && problems.some(({ severity }) => severity === "error");
          if (!caught) escaped.push(`${way}: ${mutation.how} in “${use.quotation.text}”`);
        }
      }
    }
    expect(escaped).toEqual([]);
    expect(tried).toBeGreaterThan(10_000);
  });

  test("with the vault away the same pack verifies by receipt", async () => {
    await importInto("away", await listDocuments());
    await rm(join(folder, "away", "vault"), { recursive: true });
    const { pack, problems } = await loadPack(join(folder, "away"));
    expect(problems).toEqual([]);
    expect(pack?.evidence.quotations.filter(({ state }) => state !== "receipt")).toEqual([]);
    expect(pack?.evidence.quotations.length).toBeGreaterThan(30);
  });
});
