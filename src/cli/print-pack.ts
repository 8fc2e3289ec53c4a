// The PDFs of an edition: the whole pack and its summary alone, each at a constant address and under a name that tells what it is.
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../errors.ts";
import type { Pack } from "../model/pack.ts";
import type { PrintedDocument, PrintResult } from "../print/print-options.ts";
import { FIXED_ADDRESSES } from "../site/view/addresses.ts";
import { namePdfs } from "../site/view/pdf-names.ts";
import type { EditionKind } from "../site/view/site-view.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import type { PrinterOptions } from "./options.ts";
import { printWithProgress } from "./printing.ts";
import type { Progress } from "./progress.ts";

/** A PDF of an edition. */
export interface PackPdf {
  /** Where it lies in the output folder, whatever the edition. */
  readonly address: string;
  /** Its name with pack, edition and date, for whoever keeps or sends it: a copy with the same bytes. */
  readonly name: string;
  readonly result: PrintResult;
}

/** What to print. */
interface PackOrder {
  readonly pack: Pack;
  readonly edition: EditionKind;
  /** Where its site lies, and the PDFs will. */
  readonly folder: string;
  /** The folder of the pack. */
  readonly sources: string;
  /** Ends when the site is there. */
  readonly ready: Promise<unknown>;
  /** Where sheets are larger than their pages. */
  readonly trim?: PrintedDocument["trim"];
}

/** The most pages of the summary alone. */
const MOST_PAGES = 2;

/**
 * Prints the PDFs of an edition; the whole pack comes first.
 * @throws as `printWithProgress`
 */
export async function printPack(
  { pack, edition, folder, sources, ready, trim }: PackOrder,
  printer: PrinterOptions,
  means: { readonly io: Io; readonly engine: Engine; readonly progress: Progress },
): Promise<readonly PackPdf[]> {
  const names = namePdfs(pack.manifest, edition);
  const { print, pdf, handout, handoutPdf } = FIXED_ADDRESSES;
  const wanted = [
    { document: print, address: pdf, name: names.whole },
    { document: handout, address: handoutPdf, name: names.summary },
  ];
  // Not the time of printing, so that the same pack gives the same bytes; the document says the rest of itself.
  const metadata = { date: new Date(pack.manifest.edition.date) };
  const documents = wanted.map(({ document, address }) => ({
    document,
    output: join(folder, address),
    metadata,
    trim,
  }));
  const results = await printWithProgress({ folder, documents, sources, ready }, printer, means);
  return Promise.all(
    results.map(async (result, index) => {
      const { address = "", name = "" } = wanted[index] ?? {};
      // A copy: a link to a file is lost or refused on some hosts.
      await copyFile(join(folder, address), join(folder, name));
      return { address, name, result };
    }),
  );
}

/** Warns of a cover summary that takes more than a page of the whole pack, or more than two by itself. */
export function findLongSummary(pack: Pack, pdfs: readonly PackPdf[]): Problem[] {
  const [whole, alone] = pdfs.map(({ result }) => result);
  const summary = pack.parts.find(({ kind }) => kind === "summary");
  if (summary === undefined || whole === undefined || alone === undefined) return [];
  const next = pack.parts[pack.parts.indexOf(summary) + 1];
  const [first, after] = [whole.pageOfId[summary.slug], whole.pageOfId[next?.slug ?? ""]];
  const pages = first === undefined || after === undefined ? 1 : after - first;
  const warning = {
    kind: "print",
    severity: "warning",
    place: { file: summary.file, line: 1, column: 1 },
  } as const;
  return [
    ...(pages <= 1
      ? []
      : [
          {
            ...warning,
            code: "summary-over-one-page",
            message: `The cover summary takes ${pages} pages in the PDF, and a reader in haste reads one.`,
            fix: "Shorten it until it fits on one page.",
          },
        ]),
    ...(alone.pages <= MOST_PAGES
      ? []
      : [
          {
            ...warning,
            code: "summary-pdf-over-two-pages",
            message: `The PDF of the summary alone has ${alone.pages} pages, and is meant to be one sheet.`,
            fix: "Shorten the summary, or what the sources’ records say of their kind.",
          },
        ]),
  ];
}
