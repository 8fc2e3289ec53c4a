// Bookmarks and links lead somewhere (ISO 14289-1, 7.17 and 7.18; ISO 32000-1, 12.3).
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { UaDocument } from "../read-document.ts";
import { dictAt, keyOf, nameAt, rawAt, textAt, toText } from "../read-objects.ts";
import { readNameTree } from "../read-tree.ts";
import type { UaFault } from "../ua-fault.ts";
import type { Rule } from "./rule.ts";

/** Bookmarks are there, have titles, hang together, and lead to pages. */
export const checkBookmarks: Rule = function* (document) {
  const outlines = dictAt(document.catalog, "Outlines");
  if (!outlines || !dictAt(outlines, "First")) {
    yield { rule: "bookmarks", message: "there is no bookmark" };
    return;
  }
  yield* checkLevel(
    outlines,
    keyOf(rawAt(document.catalog, "Outlines")),
    createResolver(document),
    new Set(),
  );
};

function* checkLevel(
  parent: PDFDict,
  parentKey: string,
  resolve: Resolver,
  seen: Set<PDFDict>,
): Iterable<UaFault> {
  let [previous, key] = ["", keyOf(rawAt(parent, "First"))];
  for (let item = dictAt(parent, "First"); item; item = dictAt(item, "Next")) {
    const title = textAt(item, "Title")?.trim() ?? "";
    if (seen.has(item)) {
      yield { rule: "bookmarks", message: `the bookmark "${title}" is met twice` };
      return;
    }
    seen.add(item);
    if (!title) yield { rule: "bookmarks", message: `the bookmark ${key} has no title` };
    if (keyOf(rawAt(item, "Parent")) !== parentKey || keyOf(rawAt(item, "Prev")) !== previous) {
      yield { rule: "bookmarks", message: `the bookmark "${title}" names another neighbour or parent` };
    }
    const fault = resolve(item);
    if (fault) yield { rule: "bookmark-destination", message: `the bookmark "${title}" ${fault}` };
    if (dictAt(item, "First")) yield* checkLevel(item, key, resolve, seen);
    [previous, key] = [key, keyOf(rawAt(item, "Next"))];
  }
  if (keyOf(rawAt(parent, "Last")) !== previous) {
    yield { rule: "bookmarks", message: `the last bookmark in ${parentKey} is not the one that is named so` };
  }
}

/** Every link leads to a page of the document or to an address. */
export const checkLinks: Rule = function* (document) {
  const resolve = createResolver(document);
  for (const { dict, key, page } of document.annotations) {
    const fault = nameAt(dict, "Subtype") === "Link" ? resolve(dict) : undefined;
    if (fault) yield { rule: "link-destination", message: `the link ${key} ${fault}`, page: page.number };
  }
};

/** Tells what is wrong with where a bookmark or a link leads. */
type Resolver = (item: PDFDict) => string | undefined;

function createResolver({ catalog, pageNumbers }: UaDocument): Resolver {
  const { context } = catalog;
  const names = dictAt(catalog, "Names");
  const named = readNameTree(names && dictAt(names, "Dests")).entries;
  const old = dictAt(catalog, "Dests");
  const checkTarget = (raw: PDFObject | undefined): string | undefined => {
    const value = raw instanceof PDFRef ? context.lookup(raw) : raw;
    if (value instanceof PDFDict) return checkTarget(rawAt(value, "D"));
    if (value instanceof PDFArray) {
      const page = keyOf(value.asArray()[0]);
      return pageNumbers.has(page) ? undefined : `leads to ${page || "no object"}, which is no page`;
    }
    const name = value instanceof PDFName ? value.decodeText() : toText(value);
    if (name === undefined) return "leads nowhere";
    const target = value instanceof PDFName ? old && rawAt(old, name) : named.get(name);
    return target ? checkTarget(target) : `leads to "${name}", which is not defined`;
  };
  return (item) => {
    if (rawAt(item, "Dest")) return checkTarget(rawAt(item, "Dest"));
    const action = dictAt(item, "A");
    const kind = action && nameAt(action, "S");
    if (action && kind === "GoTo") return checkTarget(rawAt(action, "D"));
    if (action && kind === "URI") return textAt(action, "URI") ? undefined : "has an empty address";
    return kind ? undefined : "leads nowhere";
  };
}
