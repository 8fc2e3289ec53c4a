// Annotations: each way to break them is reported, and nothing else is.
import { PDFArray, PDFString } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { testBreaks } from "../break-sample.ts";
import { nameOf } from "../read-objects.ts";

describe("annotations", () => {
  testBreaks([
    ["a page with links but no Tabs", ["28-008"], { parts: ({ pages }) => pages[1].delete(nameOf("Tabs")) }],
    [
      "a page stepped through by rows",
      ["28-009"],
      { parts: ({ pages }) => pages[1].set(nameOf("Tabs"), nameOf("R")) },
    ],
    [
      "a link in an element that is no Link",
      ["28-011"],
      { parts: ({ element }) => element("link").dict.set(nameOf("S"), nameOf("Span")) },
    ],
    [
      "a link that no element names",
      ["28-011", "link-without-annotation", "parent-tree"],
      { parts: ({ element }) => element("link").dict.lookup(nameOf("K"), PDFArray).remove(1) },
    ],
    ["a link without Contents", ["28-012"], { parts: ({ links }) => links.outer.delete(nameOf("Contents")) }],
    [
      "a link with empty Contents",
      ["28-012"],
      { parts: ({ links }) => links.outer.set(nameOf("Contents"), PDFString.of("")) },
    ],
    [
      "a Link element without a link",
      ["link-without-annotation"],
      { parts: ({ element }) => element("em").dict.set(nameOf("S"), nameOf("Link")) },
    ],
    [
      "an element that names an annotation of another page",
      ["object-reference"],
      {
        parts: ({ pages }) => {
          const [one, two] = pages.map((page) => page.get(nameOf("Annots")));
          if (two) pages[0].set(nameOf("Annots"), two);
          if (one) pages[1].set(nameOf("Annots"), one);
        },
      },
    ],
    [
      "a comment outside an Annot",
      ["28-002"],
      { parts: ({ links }) => links.outer.set(nameOf("Subtype"), nameOf("Text")) },
    ],
    [
      "a comment that says nothing",
      ["28-004"],
      {
        parts: ({ links, element }) => {
          links.outer.set(nameOf("Subtype"), nameOf("Text"));
          links.outer.delete(nameOf("Contents"));
          element("link").dict.set(nameOf("S"), nameOf("Annot"));
        },
      },
    ],
    [
      "a form field outside a Form",
      ["28-010"],
      { parts: ({ links }) => links.outer.set(nameOf("Subtype"), nameOf("Widget")) },
    ],
  ]);
});
