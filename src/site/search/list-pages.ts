// A pack as the pages that a search looks through, in reading order.
import type { FullText } from "../../model/full-text.ts";
import type { Pack, Part } from "../../model/pack.ts";
import { viewAbout } from "../view/about-view.ts";
import { addressOfPart, FIXED_ADDRESSES } from "../view/addresses.ts";
import { viewDate } from "../view/dates.ts";
import { EVIDENCE_HEADINGS, EVIDENCE_NAME } from "../view/evidence-view.ts";
import { nameParts } from "../view/named-parts.ts";
import type { EditionKind } from "../view/site-view.ts";
import { listBodyEntries } from "./body-entries.ts";
import { listDataEntries } from "./data-entries.ts";
import type { SearchEntry, SearchedPage } from "./entry.ts";
import type { SourceIds } from "./line-text.ts";
import { listPassageEntries, listRecordEntries } from "./record-entries.ts";

/** Every page of an edition with its entries. The public edition's hold nothing of the full texts but what the pack quotes. */
export function listSearchedPages(pack: Pack, edition: EditionKind): SearchedPage[] {
  const fullTexts = edition === "full" ? pack.evidence.fullTexts : new Map<string, FullText>();
  const sourceIds = new Map(
    pack.parts.flatMap((part) => (part.kind === "source" ? [[part.key, part.id]] : [])),
  );
  const pages = nameParts(pack, fullTexts).map(({ part, kicker, fullText }): SearchedPage => {
    const name = part.kind === "source" ? part.id : part.shortTitle;
    return {
      address: addressOfPart(part),
      name,
      title: part.shortTitle,
      entries: [
        titleOf(part.slug, name, kicker === part.title ? part.title : `${kicker}: ${part.title}`),
        ...entriesOf(part, name, pack.manifest.language, sourceIds, fullText),
      ],
    };
  });
  return [...pages, listEvidencePage(), listAboutPage(pack)];
}

function titleOf(id: string, label: string, text: string): SearchEntry {
  return { id, label, context: "", kinds: ["heading"], text };
}

function entriesOf(
  part: Part,
  name: string,
  language: string,
  sourceIds: SourceIds,
  fullText: FullText | undefined,
): SearchEntry[] {
  const body = listBodyEntries(part, name, sourceIds);
  if (part.kind === "summary") return body;
  if (part.kind === "appendix") return [...body, ...listDataEntries(part, language, sourceIds)];
  const { above, below } = listRecordEntries(part, language, sourceIds);
  return [...above, ...body, ...below, ...(fullText === undefined ? [] : listPassageEntries(part, fullText))];
}

/** What the page “Evidence” lists stands elsewhere, too, and is found there; here its sections are. */
function listEvidencePage(): SearchedPage {
  const { slug, title } = EVIDENCE_NAME;
  return {
    address: FIXED_ADDRESSES.evidence,
    name: title,
    title,
    entries: [
      titleOf(slug, title, title),
      ...EVIDENCE_HEADINGS.map(({ id, text }) => titleOf(id, title, text)),
    ],
  };
}

function describeEdition({ edition, language }: Pack["manifest"]): string {
  return `Edition ${edition.number}, ${viewDate(edition.date, language).text}`;
}

function listAboutPage(pack: Pack): SearchedPage {
  const { title, authors, audience, contact, licence, corrections, fingerprint } = viewAbout(pack);
  const { manifest } = pack;
  const entry = (section: string, context: string, text: string): SearchEntry => ({
    id: `about--${section}`,
    label: title,
    context,
    kinds: ["prose"],
    text,
  });
  return {
    address: FIXED_ADDRESSES.about,
    name: title,
    title,
    entries: [
      titleOf(
        "about",
        title,
        [manifest.title, manifest.subtitle].filter((text) => text !== undefined).join(": "),
      ),
      entry("contact", "Who answers for it", `${authors}. For ${audience}. ${contact}`),
      ...corrections.map(({ date, text }) => entry("corrections", `Corrections: ${date.text}`, text)),
      entry("edition", "Edition and marking", describeEdition(manifest)),
      entry("fingerprint", "Fingerprint", fingerprint.join("")),
      entry("licence", "Licence", licence.name),
    ],
  };
}
