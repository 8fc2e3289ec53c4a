// The stages that commands put to work, each loaded when it is first needed: a check starts no Eleventy and no browser.
import type { Identified } from "../pack/import/identify-document.ts";
import type { SuppliedFile } from "../pack/import/import-document.ts";
import type { ImportOptions, ImportOutcome } from "../pack/import/import-documents.ts";
import type { LoadedPack, LoadOptions } from "../pack/load.ts";
import type { PrintedDocument, PrintResult, PrintSettings } from "../print/print-document.ts";
import type { SiteOptions } from "../site/build-site.ts";

/** The stages of the program, one function each. */
export interface Engine {
  loadPack(folder: string, options?: LoadOptions): Promise<LoadedPack>;
  writeReceipts(folder: string, text: string): Promise<void>;
  importDocuments(options: ImportOptions): Promise<ImportOutcome>;
  identifyDocument(options: { folder: string; file: SuppliedFile }): Promise<Identified>;
  buildSite(options: SiteOptions): Promise<{ pages: number }>;
  printDocuments(
    settings: PrintSettings,
    documents: readonly PrintedDocument[],
  ): Promise<readonly PrintResult[]>;
}

/** The real stages. */
export const engine: Engine = {
  loadPack: async (folder, options) => (await import("../pack/load.ts")).loadPack(folder, options),
  writeReceipts: async (folder, text) =>
    (await import("../files/evidence-files.ts")).writeReceipts(folder, text),
  importDocuments: async (options) =>
    (await import("../pack/import/import-documents.ts")).importDocuments(options),
  identifyDocument: async (options) =>
    (await import("../pack/import/identify-document.ts")).identifyDocument(options),
  buildSite: async (options) => (await import("../site/build-site.ts")).buildSite(options),
  printDocuments: async (settings, documents) =>
    (await import("../print/print-document.ts")).printDocuments(settings, documents),
};
