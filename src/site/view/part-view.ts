// A part as templates see it: one shape for its page and for the print document, with links already made.
import { placeNotes } from "../../markdown/notes/place-notes.ts";
import { renderInlineProse, renderProse } from "../../markdown/render.ts";
import type { AppendixPart, Pack, Part, SourcePart } from "../../model/pack.ts";
import { proseOfData } from "../../model/part-prose.ts";
import type { Prose } from "../../model/prose.ts";
import { type BodyPiece, viewAppendixBody } from "./appendix-view.ts";
import { viewReliance } from "./evidence-view.ts";
import { type FullTextView, viewFullText } from "./full-text-view.ts";
import type { Links } from "./links.ts";
import type { NamedPart } from "./named-parts.ts";
import { type SourceRecordView, viewSourceRecord } from "./source-view.ts";

/** What every part shows. */
interface PartViewBase {
  /** The id of its section. */
  readonly slug: string;
  readonly title: string;
  /** For running heads and lists. */
  readonly shortTitle: string;
  /** The line above the title: what kind of part it is. */
  readonly kicker: string;
  /** The file it was read from; on paper alone, where what is lost must be found again. */
  readonly file: string | undefined;
  /** Whether some of it comes from outside the sources, so that the mark must be explained. */
  readonly outside: boolean;
  /** Whether notes of it stand at the foot of pages, so that they are counted anew. */
  readonly hasFootnotes: boolean;
}

/** The cover summary as its template sees it. */
interface SummaryView extends PartViewBase {
  readonly kind: "summary";
  readonly bodyHtml: string;
}

/** A source as its template sees it. */
interface SourceView extends PartViewBase {
  readonly kind: "source";
  readonly bodyHtml: string;
  readonly record: SourceRecordView;
  /** The judgements that cite it. */
  readonly reliance: ReturnType<typeof viewReliance>;
  /** The text in the words of the document; the full edition has it. */
  readonly fullText: FullTextView | undefined;
}

/** An appendix as its template sees it. */
interface AppendixView extends PartViewBase {
  readonly kind: "appendix";
  readonly pieces: readonly BodyPiece[];
}

/** A part that comes from the pack's files. */
export type PartView = SummaryView | SourceView | AppendixView;

/** Renders a part. The result differs between page and print in its links alone. */
export function viewPart({ part, kicker, fullText }: NamedPart, pack: Pack, links: Links): PartView {
  const view = links.prose(part);
  const body = links.notesAtFoot ? placeNotes(part.body) : part.body;
  const base = {
    file: view.sourceLines ? part.file : undefined,
    slug: part.slug,
    title: part.title,
    shortTitle: part.shortTitle,
    kicker,
    outside: hasOutside(part),
    hasFootnotes: links.notesAtFoot && body !== part.body,
  };
  if (part.kind === "appendix") {
    return {
      ...base,
      kind: part.kind,
      pieces: viewAppendixBody({ ...part, body }, pack.manifest.language, view),
    };
  }
  const bodyHtml = renderProse(body, view);
  if (part.kind === "summary") return { ...base, kind: part.kind, bodyHtml };
  const inline = (prose: Prose) => renderInlineProse(prose, view);
  return {
    ...base,
    kind: part.kind,
    bodyHtml,
    record: viewSourceRecord(part, pack.manifest.language, inline),
    reliance: viewReliance(pack, part, links),
    fullText: fullText === undefined ? undefined : viewFullText(part, fullText),
  };
}

function hasOutside(part: Part): boolean {
  if (part.body.outside) return true;
  if (part.kind === "source") return recordProses(part).some(({ outside }) => outside);
  return part.kind === "appendix" && hasOutsideData(part);
}

function recordProses(part: SourcePart): Prose[] {
  return [
    ...part.standings.flatMap(({ basis }) => basis ?? []),
    ...part.descriptor.map(({ text }) => text),
    ...part.omissions.map(({ reason }) => reason),
    part.original,
  ];
}

function hasOutsideData(part: AppendixPart): boolean {
  return [...part.data.values()].some(
    (data) =>
      proseOfData(data).some(({ outside }) => outside) ||
      (data.type === "chronology" && data.events.some(({ basis }) => basis === "outside the sources")),
  );
}
