// Reads the number trees and name trees of a PDF (ISO 32000-1, 7.9.6 and 7.9.7), and tells where they are out of order.
import { type PDFDict, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { itemsAt, toDict, toText } from "./read-objects.ts";

/** The entries of a tree in the order they stand in it. */
export interface Tree<K> {
  readonly entries: ReadonlyMap<K, PDFObject>;
  /** What is wrong with the tree itself: keys that do not ascend, limits that do not fit. */
  readonly faults: readonly string[];
}

/** Reads a number tree; values keep their references. */
export function readNumberTree(root: PDFDict | undefined): Tree<number> {
  return readTree(root, "Nums", (key) => (key instanceof PDFNumber ? key.asNumber() : undefined));
}

/** Reads a name tree; values keep their references. */
export function readNameTree(root: PDFDict | undefined): Tree<string> {
  return readTree(root, "Names", toText);
}

function readTree<K extends number | string>(
  root: PDFDict | undefined,
  leaf: "Nums" | "Names",
  toKey: (value: PDFObject) => K | undefined,
): Tree<K> {
  const entries = new Map<K, PDFObject>();
  const faults: string[] = [];
  const seen = new Set<PDFDict>();
  let last: K | undefined;
  const visit = (node: PDFDict): void => {
    if (seen.has(node)) {
      faults.push("a node of the tree is met twice");
      return;
    }
    seen.add(node);
    const resolve = (value: PDFObject) => node.context.lookup(value) ?? value;
    const keys: K[] = [];
    const pairs = itemsAt(node, leaf);
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const [rawKey, value] = [pairs[index], pairs[index + 1]];
      const key = rawKey && toKey(resolve(rawKey));
      if (key === undefined || !value) {
        faults.push("a key is not of the right kind");
        continue;
      }
      if (last !== undefined && !(key > last)) faults.push(`the key ${key} stands after ${last}`);
      last = key;
      keys.push(key);
      entries.set(key, value);
    }
    const limits = itemsAt(node, "Limits").map((value) => toKey(resolve(value)));
    const [first, final] = [keys[0], keys.at(-1)];
    if (limits.length && keys.length && (limits[0] !== first || limits[1] !== final)) {
      faults.push(`the limits ${limits.join(" to ")} are not those of the keys, ${first} to ${final}`);
    }
    for (const kid of itemsAt(node, "Kids")) {
      const inner = toDict(resolve(kid));
      if (inner) visit(inner);
    }
  };
  if (root) visit(root);
  return { entries, faults };
}
