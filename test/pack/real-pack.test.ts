// The repository's own pack: it loads without a problem, and its quotations stand in the supplied documents.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Part, SourcePart } from "../../src/model/pack.ts";
import { proseOfPart } from "../../src/model/part-prose.ts";
import type { PassageRange } from "../../src/model/passages.ts";
import type { Quotation } from "../../src/model/prose.ts";
import { loadPack } from "../../src/pack/load.ts";
import { tell } from "./altered-pack.ts";
import {
  DOCUMENTS,
  fold,
  HAS_DOCUMENTS,
  ROOT,
  readSupplied,
  type Supplied,
  wordsOf,
} from "./supplied-documents.ts";

const LONGEST_QUOTATION = 40;
const ALLOWANCE = 60;
const SHARE = 0.12;

/** Says that the documents were compared, for a build that must know. */
const MARKER = join(ROOT, "node_modules", ".cache", "briefing", "documents-compared");

const { pack, problems } = await loadPack(join(ROOT, "content"));
const parts = pack?.parts ?? [];
const sources = parts.filter((part): part is SourcePart => part.kind === "source");

test("the repository's pack loads without errors and warnings", () => {
  expect(problems.map(tell)).toEqual([]);
  expect(sources.map(({ id, passages }) => [id, passages])).toEqual([
    ["S1", 8],
    ["S2", 18],
    ["S3", 23],
  ]);
});

test.runIf(process.env.BRIEFING_REQUIRE_SOURCES === "1")("the documents are where they must be", () => {
  expect(HAS_DOCUMENTS, `there is no folder ${DOCUMENTS}`).toBe(true);
});

/** The passages in which a quotation must stand, by source; empty where it cites none. */
function citedBy(
  { citation, precis }: Quotation,
  part: Part,
): { readonly key: string; readonly ranges: readonly PassageRange[] }[] {
  if (citation !== undefined) return citation.items.map(({ key, passages }) => ({ key, ranges: passages }));
  return precis === undefined || part.kind !== "source" ? [] : [{ key: part.key, ranges: precis }];
}

interface Found {
  readonly supplied: Supplied;
  readonly passage: number;
}

/** The first cited passage in which all of the quoted words stand, in order; an ellipsis parts them. */
function findQuotation(quotation: Quotation, part: Part, documents: readonly Supplied[]): Found | undefined {
  const pieces = fold(quotation.text)
    .split(/\s*\[?(?:…|\.\.\.)\]?\s*/)
    .filter((piece) => piece !== "");
  for (const { key, ranges } of citedBy(quotation, part)) {
    const supplied = documents.find(({ source }) => source.key === key);
    for (const { from, to } of supplied === undefined ? [] : ranges) {
      for (let passage = from; passage <= to; passage += 1) {
        let at = 0;
        const text = supplied?.passages[passage - 1] ?? "";
        const stands = pieces.every((piece) => {
          const next = text.indexOf(piece, at);
          at = next + piece.length;
          return next >= 0;
        });
        if (stands && supplied !== undefined) return { supplied, passage };
      }
    }
  }
  return undefined;
}

describe.skipIf(!HAS_DOCUMENTS)("compared with the supplied documents, where this machine has them", () => {
  let documents: readonly Supplied[] = [];
  const quotations = parts.flatMap((part) =>
    proseOfPart(part).flatMap((prose) => prose.quotations.map((quotation) => ({ quotation, part }))),
  );
  const where = ({ place }: Quotation): string => `${place.file}:${place.line}:${place.column}`;

  beforeAll(() => {
    rmSync(MARKER, { force: true });
    documents = readSupplied(sources);
  });

  test("each record has its document, with its omissions and as many passages as it says", () => {
    expect(documents.map(({ passages }) => passages.length)).toEqual([8, 18, 23]);
    expect(new Set(documents.map(({ file }) => file)).size).toBe(3);
    for (const { source, text } of documents) {
      for (const { starts, ends } of source.omissions) {
        expect(fold(text)).toContain(fold(starts));
        expect(fold(text)).toContain(fold(ends));
      }
    }
  });

  test("every quotation stands word for word in a passage that it cites", () => {
    expect(quotations.length).toBeGreaterThan(30);
    const lost = quotations
      .filter(({ quotation, part }) => findQuotation(quotation, part, documents) === undefined)
      .map(({ quotation }) => `${where(quotation)} “${quotation.text}”`);
    expect(lost).toEqual([]);
  });

  test("a quotation with one word changed, or of another passage, would be caught", () => {
    const [first] = quotations.filter(({ quotation }) => quotation.citation?.items[0]?.key === "post");
    if (first === undefined) throw new Error("The pack quotes nothing of S3.");
    const { quotation, part } = first;
    const changed = { ...quotation, text: quotation.text.replace(/\p{L}+$/u, "zebra") };
    expect(findQuotation(changed, part, documents)).toBeUndefined();
    const other = quotation.citation && {
      ...quotation.citation,
      items: quotation.citation.items.map((item) => ({ ...item, passages: [{ from: 23, to: 23 }] })),
    };
    expect(findQuotation({ ...quotation, citation: other }, part, documents)).toBeUndefined();
  });

  test("no quotation is longer than 40 words, but for the text of the treaty", () => {
    const long = quotations.filter(({ quotation, part }) => {
      const found = findQuotation(quotation, part, documents);
      const official = found?.supplied.official.has(found.passage) ?? false;
      return !official && wordsOf(quotation.text).length > LONGEST_QUOTATION;
    });
    expect(long.map(({ quotation }) => where(quotation))).toEqual([]);
  });

  test("no source is quoted for more than its allowance, every repetition counted", () => {
    for (const supplied of documents) {
      const { passages, official } = supplied;
      const own = passages.filter((_passage, index) => !official.has(index + 1));
      const size = own.reduce((sum, passage) => sum + wordsOf(passage).length, 0);
      const quoted = quotations.reduce((sum, { quotation, part }) => {
        const found = findQuotation(quotation, part, documents);
        const counts = found?.supplied === supplied && !official.has(found.passage);
        return counts ? sum + wordsOf(quotation.text).length : sum;
      }, 0);
      expect(quoted, supplied.source.id).toBeGreaterThan(0);
      expect(quoted, supplied.source.id).toBeLessThanOrEqual(Math.max(ALLOWANCE, Math.floor(size * SHARE)));
    }
  });

  test("no file of the repository holds a longer run of a document, but for the text of the treaty", () => {
    const runOf = (words: readonly string[], at: number): string =>
      words.slice(at, at + LONGEST_QUOTATION + 1).join(" ");
    const runs = new Set<string>();
    for (const { text, passages, official } of documents) {
      const treaty = passages
        .filter((_passage, index) => official.has(index + 1))
        .map((passage) => wordsOf(fold(passage)).join(" "));
      const words = wordsOf(fold(text));
      for (let at = 0; at + LONGEST_QUOTATION < words.length; at += 1) {
        const run = runOf(words, at);
        if (!treaty.some((passage) => passage.includes(run))) runs.add(run);
      }
    }
    expect(runs.size).toBeGreaterThan(1_000);
    const holding = (text: string): boolean => {
      const words = wordsOf(fold(text));
      return words.some((_word, at) => runs.has(runOf(words, at)));
    };
    expect(holding(`Some words before it. ${documents[1]?.text ?? ""}`)).toBe(true);

    const files = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" })
      .split("\0")
      .filter((file) => file !== "");
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) => {
      const bytes = readTracked(file);
      return bytes !== undefined && !bytes.includes(0) && holding(bytes.toString("utf8"));
    });
    expect(found).toEqual([]);
  });

  test("and that is said, for a build that must know", () => {
    mkdirSync(join(MARKER, ".."), { recursive: true });
    writeFileSync(MARKER, `${documents.length}\n`);
    console.log(`documents compared: ${documents.length}`);
    expect(documents).toHaveLength(3);
  });
});

/** A tracked file; undefined where it has just been deleted or is a link. */
function readTracked(file: string): Buffer | undefined {
  try {
    return readFileSync(join(ROOT, file));
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR"))
      return undefined;
    throw error;
  }
}
