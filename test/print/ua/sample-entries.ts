// Makes what stands around the pages of the sample: link annotations, the root of the structure, bookmarks.
import {
  type PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { nameOf, textAt } from "./read-objects.ts";
import type { WrittenElement } from "./write-elements.ts";

/** A link annotation with its number in the ParentTree, and the entry that says where it leads. */
export function makeLink(context: PDFContext, number: number, key: "A" | "Dest", target: PDFObject): PDFDict {
  const dict = context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [40, 40, 80, 60],
    F: 4,
    StructParent: number,
    Contents: PDFHexString.fromText("Where it leads"),
  });
  dict.set(nameOf(key), target);
  return dict;
}

/** The root of the structure tree. */
export function makeRoot(
  context: PDFContext,
  written: ReadonlyMap<string, WrittenElement>,
  parentTree: PDFArray,
): PDFDict {
  const ids = [...written.values()]
    .flatMap(({ dict, ref }) => {
      const id = textAt(dict, "ID");
      return id === undefined ? [] : [{ id, ref }];
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const top = written.get("document")?.ref;
  return context.obj({
    Type: "StructTreeRoot",
    K: top,
    RoleMap: { Em: "Span" },
    ParentTree: { Nums: parentTree },
    ParentTreeNextKey: 5,
    IDTree: { Names: ids.flatMap(({ id, ref }) => [PDFString.of(id), ref]) },
  });
}

/** Adds two bookmarks, the second in the first, to the first page and to the second. */
export function addBookmarks(
  pdf: PDFDocument,
  pages: readonly [PDFRef, PDFRef],
): readonly [PDFDict, PDFDict] {
  const { context, catalog } = pdf;
  const [outlines, first, second] = [context.nextRef(), context.nextRef(), context.nextRef()];
  const [title, inner] = ["Report", "Findings"].map((text) => PDFHexString.fromText(text));
  const one = context.obj({
    Title: title,
    Parent: outlines,
    First: second,
    Last: second,
    Count: 1,
    Dest: [pages[0], "Fit"],
  });
  const two = context.obj({ Title: inner, Parent: first, A: { S: "GoTo", D: [pages[1], "Fit"] } });
  context.assign(outlines, context.obj({ Type: "Outlines", First: first, Last: first, Count: 2 }));
  context.assign(first, one);
  context.assign(second, two);
  catalog.set(nameOf("Outlines"), outlines);
  return [one, two];
}
