// The way back from content to structure: each way to break it is reported, and nothing else is.
import { PDFArray, PDFNull } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { testBreaks } from "../break-sample.ts";
import { nameOf } from "../read-objects.ts";

describe("the parent tree", () => {
  testBreaks([
    [
      "an element that owns a mark which is not there",
      ["dangling-mark", "parent-tree"],
      { parts: ({ element, context }) => element("h1").dict.set(nameOf("K"), context.obj([0, 99])) },
    ],
    [
      "a mark that two elements own",
      ["shared-mark"],
      { parts: ({ element, context }) => element("p2").dict.set(nameOf("K"), context.obj([0, 1])) },
    ],
    [
      "an element without a page",
      ["dangling-mark", "unowned-mark", "parent-tree"],
      { parts: ({ element }) => element("h1").dict.delete(nameOf("Pg")) },
    ],
    [
      "an element that names another parent",
      ["parent-link"],
      { parts: ({ element }) => element("h1").dict.set(nameOf("P"), element("p").ref) },
    ],
    [
      "an element that stands in the tree twice",
      ["parent-link"],
      {
        parts: ({ root, element, context }) =>
          root.set(nameOf("K"), context.obj([element("document").ref, element("h1").ref])),
      },
    ],
    [
      "a mark led to another element",
      ["parent-tree"],
      { parts: ({ parentTree, element }) => parentTree.lookup(1, PDFArray).set(0, element("p").ref) },
    ],
    [
      "a mark led nowhere",
      ["parent-tree"],
      { parts: ({ parentTree }) => parentTree.lookup(1, PDFArray).set(0, PDFNull) },
    ],
    [
      "a list that is too short",
      ["parent-tree"],
      { parts: ({ parentTree }) => parentTree.lookup(3, PDFArray).remove(0) },
    ],
    [
      "a mark of a form led to another element",
      ["parent-tree"],
      { parts: ({ parentTree, element }) => parentTree.lookup(5, PDFArray).set(0, element("p").ref) },
    ],
    [
      "a page with another's number",
      ["parent-tree"],
      { parts: ({ pages, context }) => pages[1].set(nameOf("StructParents"), context.obj(0)) },
    ],
    [
      "a page without a number",
      ["parent-tree"],
      { parts: ({ pages }) => pages[1].delete(nameOf("StructParents")) },
    ],
    [
      "a form without a number",
      ["parent-tree"],
      { parts: ({ form }) => form.delete(nameOf("StructParents")) },
    ],
    [
      "an annotation led to another element",
      ["parent-tree"],
      { parts: ({ parentTree, element }) => parentTree.set(7, element("p").ref) },
    ],
    [
      "an annotation without a number",
      ["parent-tree"],
      { parts: ({ links }) => links.outer.delete(nameOf("StructParent")) },
    ],
    [
      "an entry that nothing uses",
      ["parent-tree"],
      {
        parts: ({ parentTree, element, root, context }) => {
          parentTree.push(context.obj(5));
          parentTree.push(element("p").ref);
          root.set(nameOf("ParentTreeNextKey"), context.obj(6));
        },
      },
    ],
    [
      "entries out of order",
      ["parent-tree"],
      {
        parts: ({ parentTree, context }) => {
          const [one, two] = [parentTree.get(7), parentTree.get(9)];
          parentTree.set(6, context.obj(4));
          parentTree.set(7, two);
          parentTree.set(8, context.obj(3));
          parentTree.set(9, one);
        },
      },
    ],
    [
      "a next number that is in use",
      ["parent-tree"],
      { parts: ({ root, context }) => root.set(nameOf("ParentTreeNextKey"), context.obj(4)) },
    ],
  ]);
});
