// Builds, by hand, a small PDF that conforms to PDF/UA-1, for the tests to break one thing of.
import {
  type PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFString,
} from "@cantoo/pdf-lib";
import { nameOf } from "./read-objects.ts";
import { addBookmarks, makeLink, makeRoot } from "./sample-entries.ts";
import { embedSampleFont, type SampleFont } from "./sample-font.ts";
import { startStream } from "./sample-stream.ts";
import { type LinkName, SAMPLE, type StreamName } from "./sample-structure.ts";
import { SAMPLE_XMP } from "./sample-xmp.ts";
import { type WrittenElement, writeElements } from "./write-elements.ts";

/** The parts of the file, for a test to change before it is written. */
export interface SampleParts {
  readonly pdf: PDFDocument;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly info: PDFDict;
  readonly root: PDFDict;
  /** Numbers and entries: the pages 0 and 1, the form 2, the outer link 3, the inner link 4. */
  readonly parentTree: PDFArray;
  readonly pages: readonly [PDFDict, PDFDict];
  readonly form: PDFDict;
  readonly links: Readonly<Record<LinkName, PDFDict>>;
  /** The bookmarks of the two headings, the second in the first. */
  readonly bookmarks: readonly [PDFDict, PDFDict];
  readonly font: SampleFont;
  /** A structure element by its name. */
  element(name: string): WrittenElement;
}

/** What to change of the sample. */
export interface SampleChanges {
  /** Changes the content of the pages and of the form, which is written in PDF operators. */
  readonly content?: (operators: string, stream: StreamName, font: SampleFont) => string;
  readonly xmp?: (packet: string) => string;
  /** Changes the objects in place, last of all. */
  readonly parts?: (parts: SampleParts) => void;
}

/** Builds the sample, with changes. */
export async function buildTaggedPdf({
  content = (operators) => operators,
  xmp = (packet) => packet,
  parts = () => undefined,
}: SampleChanges = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = pdf;
  const font = await embedSampleFont(context);
  const pageRefs = [pdf.addPage([595, 842]).ref, pdf.addPage([595, 842]).ref] as const;
  const pages = [context.lookup(pageRefs[0], PDFDict), context.lookup(pageRefs[1], PDFDict)] as const;
  const [form, rootRef, outer, inner] = [
    context.nextRef(),
    context.nextRef(),
    context.nextRef(),
    context.nextRef(),
  ];
  const streams = { 1: startStream(font), 2: startStream(font), form: startStream(font) };
  const written = writeElements(SAMPLE, rootRef, {
    context,
    streams,
    pages: pageRefs,
    form,
    links: { outer, inner },
  });
  const element = (name: string): WrittenElement => {
    const found = written.get(name);
    if (!found) throw new Error(`The sample has no element "${name}".`);
    return found;
  };

  for (const number of [1, 2] as const)
    streams[number].addArtifact(streams[number].showText(String(number), 300, 20));
  const finish = (stream: StreamName, more = "") =>
    content(`${streams[stream].finish()}${more}`, stream, font);
  const formStream = context.stream(finish("form"), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 595, 842],
    Matrix: [1, 0, 0, 1, 0, -600],
    Resources: { Font: { F1: font.ref } },
    StructParents: 2,
  });
  context.assign(form, formStream);
  const contents = [finish(1, "\nq /X1 Do Q"), finish(2)];
  const links = {
    outer: makeLink(context, 3, "A", context.obj({ S: "URI", URI: PDFString.of("https://example.org/") })),
    inner: makeLink(context, 4, "Dest", PDFString.of("top")),
  };
  context.assign(outer, links.outer);
  context.assign(inner, links.inner);
  for (const [index, page] of pages.entries()) {
    page.set(nameOf("Contents"), context.register(context.flateStream(contents[index] ?? "")));
    page.set(nameOf("Resources"), context.obj({ Font: { F1: font.ref }, XObject: { X1: form } }));
    page.set(nameOf("Tabs"), nameOf("S"));
    page.set(nameOf("StructParents"), context.obj(index));
    page.set(nameOf("Annots"), context.obj([index ? inner : outer]));
  }

  const parentTree = context.obj([
    ...[streams[1], streams[2], streams.form].flatMap(({ owners }, index) => [index, [...owners]]),
    ...[3, element("link").ref, 4, element("link2").ref],
  ]);
  const root = makeRoot(context, written, parentTree);
  context.assign(rootRef, root);
  const bookmarks = addBookmarks(pdf, pageRefs);
  const info = context.obj({
    Title: PDFHexString.fromText("Fish & chips"),
    CreationDate: PDFString.of("D:20260102030405Z"),
  });
  const entries = context.obj({
    Lang: PDFString.of("en-GB"),
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
    StructTreeRoot: rootRef,
    PageLabels: { Nums: [0, { S: "D" }] },
    Names: { Dests: { Names: [PDFString.of("top"), { D: [pageRefs[0], "Fit"] }] } },
    Metadata: context.register(
      context.stream(Buffer.from(xmp(SAMPLE_XMP)), { Type: "Metadata", Subtype: "XML" }),
    ),
  });
  for (const [key, value] of entries.entries()) catalog.set(key, value);
  context.trailerInfo.Info = context.register(info);
  context.trailerInfo.ID = context.obj([PDFHexString.of("00ff"), PDFHexString.of("00ff")]);
  parts({
    pdf,
    context,
    catalog,
    info,
    root,
    parentTree,
    pages,
    form: formStream.dict,
    links,
    bookmarks,
    font,
    element,
  });
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
}
