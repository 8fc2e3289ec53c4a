// The part about evidence: what each judgement rests on, how quotations were verified, and by what the documents are known.
import { judgementMatrix, type SourceUse } from "../../evidence/support/judgement-matrix.ts";
import { textOfBlock } from "../../markdown/block-text.ts";
import type { EvidenceLink } from "../../markdown/prose-view.ts";
import type { Confidence } from "../../model/confidence.ts";
import { type Pack, type SourcePart, sourcesOf, type VerifiedQuotation } from "../../model/pack.ts";
import { formatPassages } from "../../model/passages.ts";
import { namePlace } from "./cited-in.ts";
import { type CoverageView, viewCoverage } from "./coverage-view.ts";
import { inGroups } from "./data-view.ts";
import type { Links } from "./links.ts";
import { viewUse } from "./use-view.ts";

/** The most sources that one table sets side by side beside the judgements. */
const SOURCES_IN_TABLE = 4;
/** The most sources in the overview of signs: what a phone has room for. */
const SOURCES_IN_OVERVIEW = 5;

/** A link with its text. */
interface TextLink {
  readonly label: string;
  readonly href: string;
}

/** A judgement as it is named outside the summary. */
interface JudgementName extends TextLink {
  readonly confidence: Confidence;
  readonly soleSource: string | undefined;
}

/** One of the tables of judgements and sources. */
interface MatrixTable {
  readonly sources: readonly { readonly id: string; readonly title: string; readonly href: string }[];
  readonly rows: readonly {
    readonly judgement: JudgementName & { readonly text: string };
    readonly cells: readonly { readonly source: string; readonly uses: readonly EvidenceLink[] }[];
  }[];
}

/** A quotation with where it stands, where it is used and how it was verified. */
interface QuotationView {
  /** The id of the source that is quoted. */
  readonly source: string;
  readonly text: string;
  readonly state: VerifiedQuotation["state"];
  readonly official: boolean;
  readonly speaker: string | undefined;
  readonly passage: TextLink;
  readonly use: TextLink;
}

/** What is known of a source's document. */
interface DocumentView {
  /** The slug of the source. */
  readonly slug: string;
  readonly source: TextLink;
  readonly title: string;
  readonly covered: string;
  /** Its words without official text, how many of them are quoted and how many may be; undefined before the first import. */
  readonly quoted:
    | { readonly words: number; readonly quoted: number; readonly limit: number; readonly share: string }
    | undefined;
  /** SHA-256 digests in pieces between which a line may end. */
  readonly fingerprint:
    | { readonly document: readonly string[]; readonly text: readonly string[] }
    | undefined;
}

/** The part about evidence as its template sees it. */
export interface EvidenceView {
  readonly kind: "evidence";
  readonly slug: "evidence";
  readonly title: string;
  readonly shortTitle: string;
  readonly kicker: string;
  readonly outside: false;
  /** The judgements by the sources as signs, and below them with the passages. */
  readonly overview: readonly MatrixTable[];
  readonly matrix: readonly MatrixTable[];
  readonly quotations: readonly QuotationView[];
  /** The sources that are quoted, by which the quotations can be filtered on screen; none in print. */
  readonly filter: readonly { readonly id: string; readonly title: string }[];
  readonly compared: number;
  readonly byReceipt: number;
  readonly coverage: CoverageView;
  readonly documents: readonly DocumentView[];
}

/** The part's name and place; the same wherever it is listed. */
export const EVIDENCE_NAME = {
  slug: "evidence",
  title: "Evidence",
  shortTitle: "Evidence",
  kicker: "Verification",
} as const;

/** Its main headings, as the template has them. */
export const EVIDENCE_HEADINGS = [
  { text: "Judgements and their sources", id: "evidence--judgements" },
  { text: "Quotations", id: "evidence--quotations" },
  { text: "Documents", id: "evidence--documents" },
  { text: "Check a document of your own", id: "evidence--verify" },
] as const;

/** Makes the view of a pack's evidence with the links of a page. */
export function viewEvidence(pack: Pack, links: Links): EvidenceView {
  const { quotations } = pack.evidence;
  const rows = judgementMatrix(pack.parts).map((row) => ({
    cells: new Map(row.cells.map(({ sourceId, uses }) => [sourceId, uses])),
    judgement: { ...nameJudgement(row, links), text: openingOf(pack, row.id) },
  }));
  return {
    kind: "evidence",
    ...EVIDENCE_NAME,
    outside: false,
    overview: viewMatrix(pack, rows, links, SOURCES_IN_OVERVIEW),
    matrix: viewMatrix(pack, rows, links, SOURCES_IN_TABLE),
    quotations: quotations.map((quotation) => viewQuotation(quotation, pack, links)),
    filter: listQuoted(pack),
    compared: quotations.filter(({ state }) => state === "comparison").length,
    byReceipt: quotations.filter(({ state }) => state === "receipt").length,
    coverage: viewCoverage(pack, links),
    documents: viewDocuments(pack, links),
  };
}

function listQuoted(pack: Pack): EvidenceView["filter"] {
  const quoted = new Set(pack.evidence.quotations.map(({ sourceId }) => sourceId));
  return sourcesOf(pack.parts)
    .filter(({ id }) => quoted.has(id))
    .map(({ id, shortTitle }) => ({ id, title: shortTitle }));
}

/** The judgements that cite a source, with the passages. */
export function viewReliance(
  pack: Pack,
  source: SourcePart,
  links: Links,
): readonly (JudgementName & { readonly uses: readonly EvidenceLink[] })[] {
  return judgementMatrix(pack.parts).flatMap((row) => {
    const uses = row.cells.find(({ sourceId }) => sourceId === source.id)?.uses ?? [];
    if (uses.length === 0) return [];
    const named = uses.map((use) => viewUse(use, source, links, ""));
    return [{ ...nameJudgement(row, links), uses: named }];
  });
}

type Row = ReturnType<typeof judgementMatrix>[number];

function nameJudgement({ id, number, confidence, soleSource }: Row, { hrefOf }: Links): JudgementName {
  return {
    label: `Judgement ${number}`,
    href: hrefOf({ part: "summary", id }),
    confidence: confidence ?? "low",
    soleSource,
  };
}

/** A judgement with what it is called, and how each source bears on it. */
interface NamedRow {
  readonly judgement: MatrixTable["rows"][number]["judgement"];
  readonly cells: ReadonlyMap<string, readonly SourceUse[]>;
}

function viewMatrix(pack: Pack, rows: readonly NamedRow[], links: Links, most: number): MatrixTable[] {
  if (rows.length === 0) return [];
  return inGroups(sourcesOf(pack.parts), most).map((group) => ({
    sources: group.map((source) => ({
      id: source.id,
      title: source.shortTitle,
      href: links.hrefOf({ part: source.slug, id: undefined }),
    })),
    rows: rows.map(({ judgement, cells }) => ({
      judgement,
      cells: group.map((source) => ({
        source: source.shortTitle,
        uses: (cells.get(source.id) ?? []).map((use) => viewUse(use, source, links)),
      })),
    })),
  }));
}

/** The first sentence of a judgement. */
function openingOf({ parts, manifest }: Pack, id: string): string {
  const summary = parts.find(({ kind }) => kind === "summary");
  const text = summary === undefined ? "" : textOfBlock(summary.body, id);
  const [first] = new Intl.Segmenter(manifest.language, { granularity: "sentence" }).segment(text);
  return first?.segment.trim() ?? "";
}

function viewQuotation(quotation: VerifiedQuotation, { parts }: Pack, links: Links): QuotationView {
  const { text, state, official, speaker, sourceId, from, to, partId, elementId } = quotation;
  const source = parts.find((part): part is SourcePart => part.kind === "source" && part.id === sourceId);
  const part = parts.find(({ id }) => id === partId);
  if (source === undefined || part === undefined) throw new Error(`A quotation is of no part: ${partId}.`);
  const place = namePlace(part, elementId);
  return {
    source: source.id,
    text,
    state,
    official,
    speaker,
    passage: {
      label: `${source.id} ${formatPassages([{ from, to }])}`.replaceAll(" ", "\u00a0"),
      href: links.hrefOfPassage(source, from),
    },
    use: { label: place.label, href: links.hrefOf(place) },
  };
}

function viewDocuments({ evidence, parts, manifest }: Pack, links: Links): DocumentView[] {
  const percent = new Intl.NumberFormat(manifest.language, { style: "percent", maximumFractionDigits: 1 });
  return evidence.sources.flatMap(({ sourceId, covered, passages, quoted, fingerprint }) => {
    const source = parts.find(({ id }) => id === sourceId);
    if (source === undefined) return [];
    return [
      {
        slug: source.slug,
        source: { label: sourceId, href: links.hrefOf({ part: source.slug, id: undefined }) },
        title: source.shortTitle,
        covered: `${covered} of ${passages}`,
        quoted: quoted && {
          ...quoted,
          share: percent.format(quoted.words === 0 ? 0 : quoted.quoted / quoted.words),
        },
        fingerprint: fingerprint && {
          document: inPieces(fingerprint.document),
          text: inPieces(fingerprint.text),
        },
      },
    ];
  });
}

function inPieces(digest: string): readonly string[] {
  return digest.match(/.{1,16}/g) ?? [];
}
