// Takes a stretch out of the browser's PDF: its pages marked anew, its words kept apart, its structure as plain data.

import { deflateSync } from "node:zlib";
import { findSilent } from "./content/find-silent.ts";
import { readFinishedText } from "./content/finished-text.ts";
import { type Edit, markContent } from "./content/mark-content.ts";
import type { ContentStream, FormContent, PageContent } from "./content/page-content.ts";
import { createFontReader, readPageContent } from "./content/read-page-content.ts";
import { type AddEdit, appendBlank, restoreBlanks } from "./content/restore-blanks.ts";
import { createObjectCopier, type NewStreams } from "./copy-objects.ts";
import type { ElementFacts, StretchFacts } from "./facts.ts";
import type { ContentKid, Fragment, FragmentLink, LinkKid } from "./fragment.ts";
import { gatherBlocks } from "./gather-blocks.ts";
import { listFonts } from "./list-fonts.ts";
import { orderText } from "./order-text.ts";
import { readTextString } from "./parse/pdf-text-string.ts";
import { isRef, isString, type PdfDict, type PdfValue } from "./parse/pdf-value.ts";
import { PrintedFile } from "./parse/printed-file.ts";
import { SIGNS } from "./signs.ts";
import { placeCopies } from "./structure/place-copies.ts";
import { type PrintedKid, readStructure } from "./structure/read-structure.ts";
import { isDecoration, type NewPlaces, shapeStructure } from "./structure/shape-structure.ts";
import { tagGenerated } from "./tag-generated.ts";

/**
 * Reads a stretch as the browser printed it.
 * @throws Error if the file is not of the kind that the browser prints.
 */
export function readStretch(pdf: Uint8Array, facts: StretchFacts): Fragment {
  const file = new PrintedFile(pdf);
  const pageRefs = listPages(file, file.dict(file.trailer["/Root"])["/Pages"]);
  const pages = pageRefs.map((ref) => file.dict({ ref }));
  const fonts = createFontReader(file);
  const tagged = tagGenerated(
    placeCopies(readStructure(file, pageRefs, facts.elements), findCopies(file, pages)),
    pages.map((page, index) => readPageContent(file, page, index, fonts)),
    facts,
    findAnnotationPages(file, pages),
  );
  const { printed, contents, given, apart, lost, unordered } = orderText(tagged, facts.texts);

  const owners = listOwners(printed, contents);
  const edits = new Map<ContentStream, Edit[]>();
  const addEdit: AddEdit = (stream, edit) => addTo(edits, stream, edit);
  const texts = new Map<string, string[]>();
  for (const { mark, text } of facts.texts) addTo(texts, mark, text);
  const { shown, ends } = gatherBlocks(printed, contents, new Set(texts.keys()), apart);
  for (const end of ends) appendBlank(end, addEdit);
  for (const [mark, strings] of shown)
    restoreBlanks({ shown: strings, texts: texts.get(mark) ?? [] }, addEdit);

  // Marks get new numbers; what belongs to an element is found by its page and its old number.
  const moved = new Map<string, ContentKid[]>();
  const streams = new Map<number, { data: Uint8Array; marks: number }>();
  const formsOf = new Map<number, { page: number; marks: readonly number[] }>();
  const finished = new Map<ContentStream, string>();
  const holds = (form: ContentStream): boolean => given.has(form) || [...form.forms.values()].some(holds);
  const packed = contents.map(({ stream }, page) => {
    const mark = (one: ContentStream) =>
      markContent(one, (mcid) => owners.get(`${page}:${mcid}`), edits.get(one) ?? [], {
        numbers: given.get(one),
        holds,
      });
    const { text, marks } = mark(stream);
    finished.set(stream, text);
    for (const [mcid, old] of marks.entries()) addTo(moved, `${page}:${old}`, { page, mcid });
    for (const form of listForms(stream)) {
      if (streams.has(form.ref)) continue;
      const own = mark(form);
      const marked = form.marked || holds(form);
      const written = marked ? own.text : form.text;
      finished.set(form, written);
      streams.set(form.ref, {
        data: pack(written),
        marks: marked ? own.marks.length : 0,
      });
      if (marked) formsOf.set(form.ref, { page, marks: own.marks });
    }
    return { content: pack(text), marks: marks.length };
  });
  for (const { mended } of new Set(contents.flatMap(({ shown }) => shown.map(({ font }) => font)))) {
    if (mended) streams.set(mended.ref, { data: pack(mended.map), marks: 0 });
  }
  const copier = createObjectCopier(file, streams satisfies NewStreams);
  const resources = pages.map((page) => copier.copy(file.dict(page["/Resources"])));
  for (const [ref, { page, marks }] of formsOf) {
    for (const [mcid, old] of marks.entries())
      addTo(moved, `${page}:${old}`, { page, mcid, form: copier.place(ref) });
  }

  const linkFacts = listLinks(printed);
  const links = pages.map((page) => readLinks(file, page, linkFacts));
  const linkPlaces = new Map<number, LinkKid>();
  for (const [page, list] of links.entries()) {
    for (const [link, { annotation }] of list.entries()) linkPlaces.set(annotation, { page, link });
  }
  const places: NewPlaces = {
    content: (page, mcid) => moved.get(`${page}:${mcid}`) ?? [],
    link: (annotation) => linkPlaces.get(annotation),
  };
  // White space between blocks is no text of what holds them.
  const blocks = new Set(facts.texts.filter(({ text }) => /\S/.test(text)).map(({ mark }) => mark));
  const { kids, notes } = shapeStructure(printed, blocks, places);
  return {
    pages: pages.map((page, index) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = file.array(page["/MediaBox"]).map(Number);
      return {
        width: right - left,
        height: top - bottom,
        content: packed[index]?.content ?? new Uint8Array(),
        marks: packed[index]?.marks ?? 0,
        resources: resources[index] ?? ["<<>>"],
        links: (links[index] ?? []).map(({ link }) => link),
      };
    }),
    objects: copier.objects,
    structure: kids,
    notes,
    fonts: listFonts(
      file,
      contents.map(({ stream }) => stream),
    ),
    pageTexts: contents.map(({ stream }, page) => readFinishedText(stream, page, finished, fonts)),
    unordered,
    silent: findSilent(facts.texts, shown),
    untagged: lost.map(({ page, text, owners }) => ({ page, text, owners })),
  };
}

function listPages(file: PrintedFile, node: PdfValue | undefined): readonly number[] {
  const dict = file.dict(node);
  if (dict["/Type"] === "/Page") return isRef(node) ? [node.ref] : [];
  return file.array(dict["/Kids"]).flatMap((kid) => listPages(file, kid));
}

/** Tells the page of an annotation. */
function findAnnotationPages(
  file: PrintedFile,
  pages: readonly PdfDict[],
): (annotation: number) => number | undefined {
  const pageOf = new Map<number, number>();
  for (const [page, dict] of pages.entries()) {
    for (const annotation of file.array(dict["/Annots"]))
      if (isRef(annotation)) pageOf.set(annotation.ref, page);
  }
  return (annotation) => pageOf.get(annotation);
}

function pack(text: string): Uint8Array {
  return deflateSync(Buffer.from(text, "latin1"), { level: 6 });
}

function addTo<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function listForms({ forms }: ContentStream): readonly FormContent[] {
  return [...forms.values()].flatMap((form) => [form, ...listForms(form)]);
}

/** What says something without letters: pictures, the signs of list items, controls. Else it is lines and shades. */
const SPEAKING_ROLES = new Set(["Figure", "Lbl", "Form"]);
const SPEAKING_TAGS = new Set(
  "img svg canvas object video audio embed iframe input select textarea button progress meter math".split(
    " ",
  ),
);

/** The type that marks each piece of content, by its page and number; what belongs to no element has none. */
function listOwners(
  printed: readonly PrintedKid[],
  contents: readonly PageContent[],
): ReadonlyMap<string, string> {
  const shown = contents.map((content) => new Set(content.shown.map(({ mcid }) => mcid)));
  const owners = new Map<string, string>();
  const visit = (kids: readonly PrintedKid[], type: string, speaks: boolean) => {
    for (const kid of kids) {
      if ("role" in kid) {
        if (isDecoration(kid)) continue;
        const own = SPEAKING_ROLES.has(kid.role) || SPEAKING_TAGS.has(kid.facts?.tag ?? "");
        visit(kid.kids, kid.role === "NonStruct" ? type : kid.role, own || (speaks && kid.mark === ""));
      } else if ("mcid" in kid && (speaks || shown[kid.page]?.has(kid.mcid))) {
        owners.set(`${kid.page}:${kid.mcid}`, type);
      }
    }
  };
  visit(printed, "P", false);
  return owners;
}

/** Where the annotation of a link leads. */
function readAddress(file: PrintedFile, annotation: PdfValue): string {
  const uri = file.dict(file.dict(annotation)["/A"])["/URI"];
  return isString(uri) ? readTextString(uri) : "";
}

/** The annotations of copies of links, by the mark of the link. */
function findCopies(file: PrintedFile, pages: readonly PdfDict[]): ReadonlyMap<string, readonly number[]> {
  const copies = new Map<string, number[]>();
  for (const annotation of pages.flatMap((page) => file.array(page["/Annots"]))) {
    const address = isRef(annotation) ? readAddress(file, annotation) : "";
    if (isRef(annotation) && address.startsWith(SIGNS.copies))
      addTo(copies, address.slice(SIGNS.copies.length), annotation.ref);
  }
  return copies;
}

/** What each annotation of a link belongs to. */
function listLinks(printed: readonly PrintedKid[]): ReadonlyMap<number, ElementFacts["link"]> {
  const links = new Map<number, ElementFacts["link"]>();
  const visit = (kids: readonly PrintedKid[], link: ElementFacts["link"]) => {
    for (const kid of kids) {
      if ("annotation" in kid) links.set(kid.annotation, link);
      else if ("role" in kid) visit(kid.kids, kid.facts?.link ?? link);
    }
  };
  visit(printed, undefined);
  return links;
}

function readLinks(
  file: PrintedFile,
  page: PdfDict,
  known: ReadonlyMap<number, ElementFacts["link"]>,
): readonly { readonly annotation: number; readonly link: FragmentLink }[] {
  return file.array(page["/Annots"]).flatMap((annotation) => {
    if (!isRef(annotation) || !known.has(annotation.ref)) return [];
    const written = readAddress(file, annotation);
    const facts = known.get(annotation.ref);
    const isCopy = written.startsWith(SIGNS.copies);
    const address = isCopy ? (facts?.href ?? "") : written;
    const to = isCopy
      ? facts?.to
      : address.startsWith(SIGNS.within)
        ? decodeURIComponent(address.slice(SIGNS.within.length))
        : undefined;
    return [
      {
        annotation: annotation.ref,
        link: {
          rectangle: file.array(file.dict(annotation)["/Rect"]).map(Number),
          ...(to === undefined ? { href: address } : { to }),
          says: facts?.title || facts?.text || to || address,
        },
      },
    ];
  });
}
