// The way back: from a passage of a source to the places in the pack that cite it.
import type { BackLink } from "../../markdown/render.ts";
import {
  type AppendixPart,
  type Data,
  type Pack,
  type Part,
  type SourcePart,
  sourcesOf,
} from "../../model/pack.ts";
import { overlap, type PassageRange } from "../../model/passages.ts";
import type { Citation, Prose } from "../../model/prose.ts";
import { viewDate } from "./dates.ts";

/** Finds the places that cite passages of a source, in reading order, each named once, and a whole only where no item of it is named. */
export type FindCitingPlaces = (sourceSlug: string, passages: readonly PassageRange[]) => readonly BackLink[];

interface Entry {
  readonly place: BackLink;
  readonly citations: readonly Citation[];
}

/** Indexes every citation of a pack. A source that cites itself is no place to go back to. */
export function indexCitations(pack: Pack): FindCitingPlaces {
  const slugs = new Map(sourcesOf(pack.parts).map((part) => [part.key, part.slug]));
  const entries = pack.parts.flatMap((part) => entriesOf(part, pack.manifest.language));
  const uses = entries.flatMap(({ place, citations }) =>
    citations.flatMap((citation) =>
      citation.items.map(({ key, passages }) => ({ place, source: slugs.get(key), passages })),
    ),
  );
  return (sourceSlug, passages) => {
    const found = new Map<string, BackLink>();
    for (const use of uses) {
      if (use.source !== sourceSlug || use.place.part === sourceSlug) continue;
      if (!overlap(use.passages, passages)) continue;
      if (!found.has(use.place.label)) found.set(use.place.label, use.place);
    }
    const places = [...found.values()];
    return places.filter((place) => !places.some(({ label }) => label.startsWith(`${place.label}: `)));
  };
}

function entriesOf(part: Part, language: string): Entry[] {
  const body = entriesOfBody(part);
  if (part.kind === "source") return [...entriesOfRecord(part), ...body];
  if (part.kind === "appendix") return [...body, ...entriesOfData(part, language)];
  return body;
}

function entriesOfBody(part: Part): Entry[] {
  return part.body.citations.map((citation) => ({
    place: namePlace(part, citation.blockId),
    citations: [citation],
  }));
}

/** A place in a part, named after its judgement where it stands in one; the part as a whole where it has no block of its own. */
export function namePlace(part: Part, blockId: string | undefined): BackLink {
  const number = part.body.blocks.find(({ id }) => id !== undefined && id === blockId)?.number;
  return {
    label: number === undefined ? nameOf(part) : `Judgement ${number}`,
    part: part.slug,
    id: blockId ?? part.slug,
  };
}

function entriesOfRecord(part: SourcePart): Entry[] {
  const proses = [
    ...part.standings.flatMap(({ basis }) => basis ?? []),
    ...part.descriptor.map(({ text }) => text),
    ...part.omissions.map(({ reason }) => reason),
    part.original,
  ];
  const place = { label: nameOf(part), part: part.slug, id: part.slug };
  return [{ place, citations: proses.flatMap(({ citations }) => citations) }];
}

function entriesOfData(part: AppendixPart, language: string): Entry[] {
  return [...new Set(part.data.values())].flatMap((data) =>
    itemsOf(data, language).map(({ label, id, texts }) => ({
      place: { label: `${nameOf(part)}: ${label}`, part: part.slug, id },
      citations: texts.flatMap(({ citations }) => citations),
    })),
  );
}

function itemsOf(data: Data, language: string): { label: string; id: string; texts: Prose[] }[] {
  if (data.type === "chronology") {
    return data.events.map(({ id, date, text }) => ({
      label: viewDate(date, language).text,
      id,
      texts: [text],
    }));
  }
  if (data.type === "register") {
    return data.groups.flatMap(({ entries }) =>
      entries.map(({ id, name, text }) => ({ label: name, id, texts: [text] })),
    );
  }
  if (data.type === "bars") return data.values.map(({ id, label, text }) => ({ label, id, texts: [text] }));
  return data.subjects.map(({ id, name, gist, short, answers }) => ({
    label: name,
    id,
    texts: [
      gist,
      ...short.map(({ text }) => text),
      ...answers.flatMap((answer) => (answer.kind === "stated" ? [answer.text] : [])),
    ],
  }));
}

function nameOf(part: Part): string {
  return part.kind === "source" ? part.id : part.shortTitle;
}
