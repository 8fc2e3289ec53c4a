// The proof of a print: what was compared, and found whole; kept beside the PDF, and the same whenever the PDF is.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { MarkedPages } from "../in-page/read-elements.ts";
import { normaliseText } from "./normalise-text.ts";
import type { PagedText, SourceText } from "./printed-text.ts";
import { listUnits } from "./printed-units.ts";

const count = z.int().nonnegative();

/** The schema of `briefing.proof.json`. A release may add keys; it renames and removes none. */
export const proofReportSchema = z
  .object({
    form: z.literal(1).describe("The form of this file."),
    program: z.string().describe("Name and version of the program that printed."),
    browser: z.object({
      version: z.string().describe("What the browser calls itself."),
      sandbox: z.enum(["on", "off"]).describe("Whether the browser was held in its sandbox."),
      reason: z.string().optional().describe("Why it was not, if it was not."),
    }),
    pdf: z.object({
      sha256: z.string().describe("The SHA-256 of the PDF that this proves, as hexadecimal digits."),
      bytes: count,
      pages: count,
    }),
    source: z.object({
      blocks: count.describe(
        "Blocks of text in the document: each stands on the pages once, whole and in order, inside the page's text area.",
      ),
      characters: count.describe("Their characters, without white space."),
      footnotes: count,
      figures: count.describe("Pictures and drawings: each stands on a page, whole."),
    }),
    text: z.object({
      pieces: count.describe("Pieces of text on the pages, each found in the text of its page of the PDF."),
      missingGlyphs: z.literal(0).describe("Characters for which no font has a picture."),
      unordered: count.describe(
        "Lines of text that runs from right to left which are read as they are painted, from left to right: the letters that their font draws could not be told.",
      ),
    }),
    links: z.object({
      within: count.describe("Links within the document: each leads to the page that bears its target."),
      outside: count.describe("Links to addresses elsewhere."),
      pageReferences: count.describe(
        "Targets whose page is named: each by the number of its page in the PDF.",
      ),
    }),
    bookmarks: count.describe("Bookmarks of the PDF, one for each heading, each leading to its page."),
  })
  .meta({ title: "Proof of a print by briefing" });

/** What a print proves. */
export type ProofReport = z.infer<typeof proofReportSchema>;

/** What a proof is made from, when all checks were passed. */
export interface Proven {
  readonly program: string;
  readonly browser: ProofReport["browser"];
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly source: SourceText;
  readonly paged: PagedText;
  readonly elements: readonly MarkedPages["elements"][];
  readonly headings: number;
  readonly pageReferences: number;
  readonly unordered: number;
}

/** Makes the proof of a print that passed all checks. */
export function makeProof(proven: Proven): ProofReport {
  const { program, browser, pdf, pages, source, paged, elements, headings, pageReferences, unordered } =
    proven;
  const units = listUnits(source, new Set(paged.notes));
  const links = elements.flatMap((known) => Object.values(known).flatMap(({ link }) => (link ? [link] : [])));
  return {
    form: 1,
    program,
    browser,
    pdf: { sha256: createHash("sha256").update(pdf).digest("hex"), bytes: pdf.length, pages },
    source: {
      blocks: units.length,
      characters: units.reduce((sum, { text }) => sum + normaliseText(text).length, 0),
      footnotes: new Set(paged.notes).size,
      figures: source.figures.length,
    },
    text: { pieces: paged.texts.length, missingGlyphs: 0, unordered },
    links: {
      within: links.filter(({ to }) => to !== undefined).length,
      outside: links.filter(({ href }) => href !== undefined).length,
      pageReferences,
    },
    bookmarks: headings,
  };
}

/** The proof as the text of its file. */
export function renderProof(proof: ProofReport): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}
