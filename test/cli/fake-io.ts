// The world of a command in a test: what was written, and the stages as fakes.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../../src/cli/engine.ts";
import type { Io } from "../../src/cli/io.ts";
import type { Problem } from "../../src/errors.ts";
import { manifestSchema } from "../../src/model/manifest.ts";
import type { Pack, Part } from "../../src/model/pack.ts";
import type { Prose } from "../../src/model/prose.ts";
import type { PrintOptions, PrintResult } from "../../src/print/print-document.ts";
import { sampleTheme } from "../site/sample-theme.ts";

/** An `Io` that keeps what is written. */
export interface RecordedIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
  readonly abort: () => void;
}

/** Makes the world of a command that runs in `cwd`. */
export function recordIo(cwd: string, options: { terminal?: boolean; env?: Io["env"] } = {}): RecordedIo {
  const written = { out: "", err: "" };
  const controller = new AbortController();
  const sink = (name: "out" | "err") => ({
    isTTY: options.terminal ?? false,
    write: (text: string) => {
      written[name] += text;
    },
  });
  return {
    stdout: sink("out"),
    stderr: sink("err"),
    env: options.env ?? {},
    cwd,
    signal: controller.signal,
    out: () => written.out,
    err: () => written.err,
    abort: () => controller.abort(),
  };
}

const EMPTY_PROSE: Prose = {
  place: { file: "summary.md", line: 5, column: 1 },
  tokens: [],
  headings: [],
  ids: [],
  citations: [],
  quotations: [],
  blocks: [],
  links: [],
  images: [],
  data: [],
  mentions: [],
  outside: false,
  abbreviationsMet: [],
};

const SUMMARY: Part = {
  kind: "summary",
  id: "summary",
  slug: "summary",
  title: "Summary",
  shortTitle: "Summary",
  file: "summary.md",
  place: { file: "summary.md", line: 1, column: 1 },
  body: EMPTY_PROSE,
};

const SOURCE: Part = {
  kind: "source",
  id: "S1",
  slug: "s1",
  key: "post",
  title: "A post",
  shortTitle: "A post",
  file: "sources/post.md",
  place: { file: "sources/post.md", line: 2, column: 5 },
  body: EMPTY_PROSE,
  csl: { type: "webpage", language: "en" },
  standings: [],
  document: undefined,
  passages: 12,
  officialText: [],
  omissions: [],
  descriptor: [],
  original: EMPTY_PROSE,
};

/** A pack with a summary and one source. */
export const FAKE_PACK: Pack = {
  manifest: manifestSchema.parse({
    title: "A pack",
    subject: "A subject.",
    "as-of": "2025-12",
    edition: { number: 1, date: "2026-01-02" },
    audience: "A minister",
    authors: ["A desk"],
    contact: "Write to the desk.",
    language: "en-GB",
    marking: { public: "TLP:CLEAR", full: "TLP:AMBER" },
    parts: ["summary", "S1"],
    licence: { name: "CC BY 4.0" },
  }),
  theme: sampleTheme(),
  parts: [SUMMARY, SOURCE],
  images: [],
  evidence: {
    quotations: [],
    sources: [{ sourceId: "S1", fingerprint: undefined, covered: 11, passages: 12, quoted: undefined }],
    fullTexts: new Map(),
  },
  fingerprint: "f".repeat(64),
};

/** The stages of the program, with one document printed at a time. */
export type FakeStages = Omit<Engine, "printDocuments"> & {
  printDocument(options: PrintOptions): Promise<PrintResult>;
};

/** Stages that do as little as they can; `changes` replaces some. */
export function fakeEngine(
  problems: readonly Problem[] = [],
  changes: Partial<FakeStages> = {},
): FakeStages & Engine {
  const broken = problems.some(({ severity }) => severity === "error");
  const stages: FakeStages = {
    loadPack: async (folder) => ({
      pack: broken ? undefined : FAKE_PACK,
      problems,
      files: {
        folder,
        texts: new Map([["summary.md", "---\ntitle: Summary\n---\n\nOne “quotation” too many.\n"]]),
        images: [],
        digests: new Map(),
        problems: [],
      },
      parts: FAKE_PACK.parts,
      images: FAKE_PACK.images,
      evidence: FAKE_PACK.evidence,
      language: "en-GB",
      receipts: { before: undefined, text: "{}\n", current: true },
    }),
    writeReceipts: async () => undefined,
    importDocuments: async () => ({ imported: [], problems: [] }),
    identifyDocument: async () => ({ kind: "unknown", hash: "0".repeat(64) }),
    buildSite: async ({ output }) => {
      await writeFile(join(output, "index.html"), "site");
      return { pages: 4 };
    },
    printDocument: async ({ document, output, onProgress }) => {
      onProgress?.({ stage: "browser", pages: 0 });
      onProgress?.({ stage: "pages", pages: 1 });
      await writeFile(output, "pdf");
      return document === "print/summary.html"
        ? fakePrint({ pages: 2, pageOfId: { summary: 1 } })
        : fakePrint({ pages: 9, pageOfId: { summary: 3, s1: 4 } });
    },
    ...changes,
  };
  return {
    ...stages,
    printDocuments: async (settings, documents) => {
      const results: PrintResult[] = [];
      await settings.ready;
      for (const document of documents) {
        results.push(await stages.printDocument({ ...settings, ...document }));
      }
      return results;
    },
  };
}

/** What a print comes to. */
export function fakePrint(result: Pick<PrintResult, "pages" | "pageOfId">): PrintResult {
  return {
    ...result,
    bytes: 3,
    proof: {
      form: 1,
      program: "briefing-pack 0.0.0",
      browser: { version: "Fake/1.0", sandbox: "on" },
      pdf: { sha256: "0".repeat(64), bytes: 3, pages: result.pages },
      source: { blocks: 120, characters: 9_000, footnotes: 0, figures: 2 },
      text: { pieces: 140, missingGlyphs: 0, unordered: 0 },
      links: { within: 30, outside: 1, pageReferences: 4 },
      bookmarks: 1,
    },
    timings: { layout: 20, print: 10 },
    reused: { parts: 1, ofParts: 2, stretches: 0, ofStretches: 1 },
  };
}

/** A problem in the summary. */
export const FAKE_PROBLEM: Problem = {
  code: "quotation-not-found",
  kind: "evidence",
  severity: "error",
  place: { file: "summary.md", line: 5, column: 5 },
  message: "The quotation is not in the source.",
  fix: "Correct it, or take its quotation marks away.",
};
