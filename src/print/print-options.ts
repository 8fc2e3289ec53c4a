// What to print and how, and what comes of it.
import type { SandboxMode } from "./browser/sandbox.ts";
import type { SheetMargins } from "./pdf/facts.ts";
import type { PdfMetadata } from "./pdf/pdf-metadata.ts";
import type { ProofReport } from "./proof/proof-report.ts";

/** What a print is doing: starting the browser, cutting pages, printing them, joining the file. */
export type PrintStage = "browser" | "pages" | "print" | "finish";

/** A document that is printed. */
export interface PrintedDocument {
  /** The document's path in the folder, with forward slashes. */
  readonly document: string;
  /** The absolute path of the PDF. */
  readonly output: string;
  /** What the PDF says of itself; what is left out is taken from the document. */
  readonly metadata?: PdfMetadata | undefined;
  /** Where sheets are larger than their pages: by how much, and how far colour goes beyond the cut, in millimetres on each side. */
  readonly trim?: SheetMargins | undefined;
}

/** How to print one or several documents of a folder. */
export interface PrintSettings {
  /** The folder that holds the documents and all they load. */
  readonly folder: string;
  /** A path, or `bundled`; left out, the browser is found. */
  readonly browser?: string | undefined;
  /** What to do about the browser's sandbox; `auto` if left out. */
  readonly sandbox?: SandboxMode | undefined;
  /** How long nothing may happen, in milliseconds; 120 s if left out. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Ends when the documents are in the folder, and whatever writes to it is done: the browser is started meanwhile. */
  readonly ready?: Promise<unknown> | undefined;
  /** The folder of the cache; left out, what BRIEFING_CACHE says, or that of the project. */
  readonly cache?: string | undefined;
  /** Called when a stage begins and for every page that is laid out. */
  readonly onProgress?: ((progress: { stage: PrintStage; pages: number }) => void) | undefined;
  /** Told what a person should know although the print goes on, as one sentence. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** What to print, and how. */
export interface PrintOptions extends PrintSettings, PrintedDocument {}

/** What was printed. */
export interface PrintResult {
  readonly pages: number;
  readonly bytes: number;
  /** The page each id of the document is on, counted from 1. */
  readonly pageOfId: Readonly<Record<string, number>>;
  /** What was proved of it. */
  readonly proof: ProofReport;
  /** How long each stage took, in milliseconds; what is done at the same time is counted together. */
  readonly timings: Readonly<Record<string, number>>;
  /** How many parts and stretches there are, and how many of them came from the cache. */
  readonly reused: {
    readonly parts: number;
    readonly ofParts: number;
    readonly stretches: number;
    readonly ofStretches: number;
  };
}
