// Joins all stretches to the one PDF: pages, shared objects, structure, bookmarks, destinations and metadata.
import type { DocumentFacts, Place } from "./facts.ts";
import type { Fragment, FragmentObject, ObjectParts } from "./fragment.ts";
import { writeByteString, writeTextString } from "./parse/pdf-text-string.ts";
import { joinStructure } from "./structure/join-structure.ts";
import { typeStructure } from "./structure/type-structure.ts";
import { createPdfFile, type PdfFile } from "./write/pdf-file.ts";
import { type FullMetadata, writeInformation, writeXmp } from "./write/write-metadata.ts";
import { writeOutline } from "./write/write-outline.ts";
import { writeStructure } from "./write/write-structure.ts";

/** A finished PDF. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
}

const POINTS_PER_MM = 72 / 25.4;
const POINTS_PER_PIXEL = 72 / 96;

/** Joins stretches, in the order of their pages. Makes of the same data the same bytes. */
export function joinStretches(fragments: readonly Fragment[], document: DocumentFacts): FinishedPdf {
  const file = createPdfFile();
  const [catalog, tree] = [file.reserve(), file.reserve()];
  const pages = fragments.flatMap(({ pages: own }, stretch) =>
    own.map((page) => ({ page, stretch, id: file.reserve() })),
  );
  const writePlace = ({ page, x, y }: Place) => {
    const target = pages[Math.min(page, pages.length - 1)];
    const top = (target?.page.height ?? 0) - y * POINTS_PER_PIXEL;
    return `[${target?.id} 0 R/XYZ ${round(x * POINTS_PER_PIXEL)} ${round(top)} null]`;
  };

  // Keys of the parent tree: the pages', then the links', then the forms'.
  const annotations = pages.map(({ page }) => page.links.map(() => file.reserve()));
  let nextKey = pages.length;
  const linkKeys = pages.map(({ page }) => page.links.map(() => nextKey++));
  const shared = new Map<string, number>();
  const formKeys = new Map<number, number>();
  const objects = fragments.map(({ objects: own }) => {
    const ids = own.map(({ hash }) => shared.get(hash));
    for (const [index, object] of own.entries()) {
      if (ids[index] !== undefined) continue;
      const id = file.reserve();
      ids[index] = id;
      // What is marked is not shared: its marks are those of one place.
      if (object.marks === undefined) shared.set(object.hash, id);
      else formKeys.set(id, nextKey++);
    }
    return ids as number[];
  });
  const written = new Set<number>();
  for (const [stretch, { objects: own }] of fragments.entries()) {
    for (const [index, object] of own.entries()) {
      const id = objects[stretch]?.[index] ?? 0;
      if (written.has(id)) continue;
      written.add(id);
      writeObject(file, id, object, objects[stretch] ?? [], formKeys.get(id));
    }
  }

  for (const [index, { page, stretch, id }] of pages.entries()) {
    const content = file.addStream("", page.content, { packed: true });
    const resources = render(page.resources, objects[stretch] ?? []);
    const links = annotations[index] ?? [];
    const entries = [
      `/Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${round(page.width)} ${round(page.height)}]${writeBoxes(page, document.trim)}`,
      `/Resources${resources}/Contents ${content} 0 R/Tabs/S`,
      page.marks > 0 ? `/StructParents ${index}` : "",
      links.length > 0 ? `/Annots[${links.map((link) => `${link} 0 R`).join(" ")}]` : "",
    ];
    file.set(id, `<<${entries.join("")}>>`);
    for (const [place, link] of page.links.entries()) {
      const target = link.to === undefined ? undefined : document.destinations[link.to];
      const says = target ? `${link.says}, page ${target.page + 1}` : link.says;
      const action =
        link.to === undefined
          ? `/A<</S/URI/URI${writeByteString(encodeAddress(link.href ?? ""))}>>`
          : `/Dest${writeByteString(nameOf(link.to))}`;
      file.set(
        links[place] ?? 0,
        `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[${link.rectangle.map(round).join(" ")}]/Contents${writeTextString(says)}/StructParent ${linkKeys[index]?.[place]}${action}>>`,
      );
    }
  }
  file.set(
    tree,
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(({ id }) => `${id} 0 R`).join(" ")}]>>`,
  );

  const structure = writeStructure(file, typeStructure(joinStructure(fragments)), {
    page: (page) => pages[page]?.id ?? 0,
    form: (stretch, form) => {
      const object = objects[stretch]?.[form] ?? 0;
      return { object, key: formKeys.get(object) ?? 0 };
    },
    link: (page, link) => ({ object: annotations[page]?.[link] ?? 0, key: linkKeys[page]?.[link] ?? 0 }),
    pageMarks: pages.map(({ page }) => page.marks),
  });
  const metadata = completeMetadata(document);
  const information = writeInformation(file, metadata, document.program);
  const xmp = writeXmp(file, metadata, document.program);
  const outline = writeOutline(file, document.headings, writePlace);
  const names = Object.entries(document.destinations)
    .map(([id, place]) => [nameOf(id), place] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, place]) => `${writeByteString(name)}${writePlace(place)}`);
  const destinations = file.add(`<</Names[${names.join("")}]>>`);
  file.set(
    catalog,
    `<</Type/Catalog/Pages ${tree} 0 R/Lang${writeByteString(metadata.language)}/MarkInfo<</Marked true>>/StructTreeRoot ${structure} 0 R/Metadata ${xmp} 0 R/Names<</Dests ${destinations} 0 R>>${outline ? `/Outlines ${outline} 0 R/PageMode/UseOutlines` : ""}/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const bytes = file.finish(`/Root ${catalog} 0 R/Info ${information} 0 R`);
  return { bytes, sizes: pages.map(({ page }) => [page.width, page.height] as const) };
}

/** The boxes of a page that will be cut out of its sheet (ISO 32000-1, 14.11.2); nothing where the sheet is the page. */
function writeBoxes(
  { width, height }: { readonly width: number; readonly height: number },
  trim: DocumentFacts["trim"],
): string {
  if (trim === undefined) return "";
  const within = (margin: number) => [margin, margin, width - margin, height - margin].map(round).join(" ");
  const bleed = within((trim.sheet - trim.bleed) * POINTS_PER_MM);
  return `/BleedBox[${bleed}]/TrimBox[${within(trim.sheet * POINTS_PER_MM)}]`;
}

function writeObject(
  file: PdfFile,
  id: number,
  { parts, data }: FragmentObject,
  ids: readonly number[],
  key: number | undefined,
): void {
  const text = render(parts, ids);
  if (!data) file.set(id, text);
  else file.setStream(id, key === undefined ? text : text.replace(/>>$/, `/StructParents ${key}>>`), data);
}

function render(parts: ObjectParts, ids: readonly number[]): string {
  return parts.map((part) => (typeof part === "number" ? `${ids[part]} 0 R` : part)).join("");
}

/** What PDF/UA asks for and a document does not say: its title is its first heading, its language not determined. */
function completeMetadata({ metadata, headings }: DocumentFacts): FullMetadata {
  return {
    ...metadata,
    title: metadata.title || headings[0]?.text || "Untitled",
    language: metadata.language || "und",
  };
}

/** The name of a destination: its id, so that it can be told in an address. */
function nameOf(id: string): string {
  return encodeURIComponent(id);
}

/** An address holds ASCII only (RFC 3986). */
function encodeAddress(address: string): string {
  return address.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
