// Writes the structure of the sample into a PDF: elements, their attributes, and the marks in the streams.
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { SampleStream } from "./sample-stream.ts";
import type { LinkName, SampleElement, StreamName } from "./sample-structure.ts";

/** An element that was written. */
export interface WrittenElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/** Where the elements go. */
export interface ElementTarget {
  readonly context: PDFContext;
  readonly streams: Readonly<Record<StreamName, SampleStream>>;
  readonly pages: readonly [PDFRef, PDFRef];
  readonly form: PDFRef;
  readonly links: Readonly<Record<LinkName, PDFRef>>;
}

const INLINE = ["Link", "Em", "Reference", "Span"];

/** Writes an element and all inside it; returns all that were written, by name. */
export function writeElements(
  sample: SampleElement,
  parent: PDFRef,
  target: ElementTarget,
): ReadonlyMap<string, WrittenElement> {
  const { context, streams, pages, form, links } = target;
  const written = new Map<string, WrittenElement>();
  const write = (element: SampleElement, outer: PDFRef, inherited: StreamName): PDFRef => {
    const on = element.on ?? inherited;
    const page = on === 2 ? pages[1] : pages[0];
    const ref = context.nextRef();
    if (!INLINE.includes(element.role)) streams[on].startLine();
    const kids = element.kids.map((kid) => {
      if (typeof kid !== "string" && "role" in kid) return write(kid, ref, on);
      if (typeof kid !== "string" && "link" in kid) {
        return context.obj({ Type: "OBJR", Obj: links[kid.link], Pg: page });
      }
      const mcid = streams[on].mark(ref, element.role, kid);
      return on === "form"
        ? context.obj({ Type: "MCR", Pg: page, Stm: form, MCID: mcid })
        : context.obj(mcid);
    });
    const dict = context.obj({ Type: "StructElem", S: element.role, P: outer, Pg: page, K: kids });
    const entries: Readonly<Record<string, PDFObject | undefined>> = {
      Alt: element.alt === undefined ? undefined : PDFHexString.fromText(element.alt),
      ID: element.id === undefined ? undefined : PDFString.of(element.id),
      Lang: element.lang === undefined ? undefined : PDFString.of(element.lang),
      A: element.table && writeAttributes(context, element.table),
    };
    for (const [key, value] of Object.entries(entries)) if (value) dict.set(PDFName.of(key), value);
    context.assign(ref, dict);
    written.set(element.name, { ref, dict });
    return ref;
  };
  write(sample, parent, 1);
  return written;
}

/** The attributes of a cell (ISO 32000-1, 14.8.5.7). */
export function writeAttributes(context: PDFContext, table: NonNullable<SampleElement["table"]>): PDFDict {
  return context.obj({
    O: "Table",
    ...Object.fromEntries(
      Object.entries(table).map(([key, value]) => [
        key,
        typeof value === "object" ? value.map((id) => PDFString.of(id)) : value,
      ]),
    ),
  });
}
