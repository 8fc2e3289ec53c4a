// The record of a source: bibliographic data with their standing, descriptor, omissions, official text, original.
import type { RecordField, StandingKind } from "../../model/bibliography.ts";
import type { SourcePart } from "../../model/pack.ts";
import { formatPassages } from "../../model/passages.ts";
import type { Prose } from "../../model/prose.ts";
import type { DESCRIPTOR_ENTRIES } from "../../model/source-record.ts";
import { type DateView, viewDate } from "./dates.ts";
import { formatLength, type KeyFact, kindOf, viewKeyFacts } from "./key-facts.ts";
import { formatList, formatName } from "./names.ts";

/** One row of the bibliographic record. */
interface RecordRow {
  readonly label: string;
  /** The value; `undefined` where the document gives none. */
  readonly value: string | undefined;
  /** The value as a link, where it is an address. */
  readonly address: string | undefined;
  readonly date: DateView | undefined;
  /** Where the value comes from; `undefined` for what the pack says of the document itself. */
  readonly standing: { readonly kind: StandingKind; readonly basisHtml: string | undefined } | undefined;
}

/** A label with a text, for definition lists. */
interface LabelledHtml {
  readonly label: string;
  readonly html: string;
}

/** Everything a source's page shows beside the body. */
export interface SourceRecordView {
  /** The source's id as written: `S1`. */
  readonly id: string;
  readonly keyFacts: readonly KeyFact[];
  readonly rows: readonly RecordRow[];
  readonly descriptor: readonly LabelledHtml[];
  readonly omissions: readonly {
    readonly what: string;
    readonly starts: string;
    readonly ends: string | undefined;
    readonly reasonHtml: string;
  }[];
  readonly officialText: readonly { readonly what: string; readonly passages: string }[];
  readonly originalHtml: string;
  /** SHA-256 of the document as supplied. */
  readonly fingerprint: string | undefined;
}

const FIELD_LABELS: Readonly<Record<RecordField, string>> = {
  title: "Title",
  author: "Author",
  "container-title": "Published in",
  publisher: "Publisher",
  "publisher-place": "Place",
  issued: "Date",
  URL: "Address",
};

const DESCRIPTOR_LABELS: Readonly<Record<(typeof DESCRIPTOR_ENTRIES)[number], string>> = {
  kind: "Kind",
  access: "Access",
  currency: "Currency",
  completeness: "Completeness",
  bias: "Viewpoint",
};

/** The record of a source for display. `inline` renders a text of one paragraph. */
export function viewSourceRecord(
  part: SourcePart,
  language: string,
  inline: (prose: Prose) => string,
): SourceRecordView {
  return {
    id: part.id,
    keyFacts: viewKeyFacts(part, language),
    rows: [...declaredRows(part, language, inline), ...plainRows(part, language)],
    descriptor: part.descriptor.map(({ entry, text }) => ({
      label: DESCRIPTOR_LABELS[entry],
      html: inline(text),
    })),
    omissions: part.omissions.map(({ what, reason, starts, ends }) => ({
      what,
      starts,
      ends: ends === starts ? undefined : ends,
      reasonHtml: inline(reason),
    })),
    officialText: part.officialText.map(({ what, passages }) => ({
      what,
      passages: formatPassages(passages),
    })),
    originalHtml: inline(part.original),
    fingerprint: part.document,
  };
}

function declaredRows(part: SourcePart, language: string, inline: (prose: Prose) => string): RecordRow[] {
  return part.standings.map(({ field, kind, basis }) => ({
    label: FIELD_LABELS[field],
    ...findValue(part, field, language),
    standing: { kind, basisHtml: basis === undefined ? undefined : inline(basis) },
  }));
}

type Value = Pick<RecordRow, "value" | "address" | "date">;

function findValue({ csl }: SourcePart, field: RecordField, language: string): Value {
  const nothing = { address: undefined, date: undefined };
  if (field === "author") {
    return { ...nothing, value: csl.author && formatList(csl.author.map(formatName), language) };
  }
  if (field === "issued") {
    const date = csl.issued === undefined ? undefined : viewDate(csl.issued, language);
    return { address: undefined, value: date?.text, date };
  }
  if (field === "URL") return { ...nothing, value: csl.URL, address: csl.URL };
  return { ...nothing, value: csl[field] };
}

function plainRows({ csl, passages }: SourcePart, language: string): RecordRow[] {
  const languageName = new Intl.DisplayNames(language, { type: "language" }).of(csl.language) ?? csl.language;
  const rows: [string, string | undefined][] = [
    ["Type", kindOf(csl)],
    ["Language", languageName],
    ["Length", formatLength(passages)],
  ];
  return rows.map(([label, value]) => ({
    label,
    value,
    address: undefined,
    date: undefined,
    standing: undefined,
  }));
}
