// Bookmarks and links: each way to break them is reported, and nothing else is.
import { PDFDict, PDFString } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { testBreaks } from "../break-sample.ts";
import { nameOf } from "../read-objects.ts";

describe("bookmarks", () => {
  testBreaks([
    ["none at all", ["bookmarks"], { parts: ({ catalog }) => catalog.delete(nameOf("Outlines")) }],
    [
      "an outline without entries",
      ["bookmarks"],
      { parts: ({ catalog }) => catalog.lookup(nameOf("Outlines"), PDFDict).delete(nameOf("First")) },
    ],
    [
      "one without a title",
      ["bookmarks"],
      { parts: ({ bookmarks }) => bookmarks[1].set(nameOf("Title"), PDFString.of(" ")) },
    ],
    [
      "one that names another parent",
      ["bookmarks"],
      { parts: ({ bookmarks }) => bookmarks[1].delete(nameOf("Parent")) },
    ],
    [
      "one that is its own neighbour",
      ["bookmarks"],
      {
        parts: ({ bookmarks }) => {
          const self = bookmarks[0].get(nameOf("First"));
          if (self) bookmarks[1].set(nameOf("Next"), self);
        },
      },
    ],
    [
      "a last one that is not the last",
      ["bookmarks"],
      { parts: ({ bookmarks }) => bookmarks[0].delete(nameOf("Last")) },
    ],
    [
      "one that leads nowhere",
      ["bookmark-destination"],
      { parts: ({ bookmarks }) => bookmarks[0].delete(nameOf("Dest")) },
    ],
    [
      "one that leads to no page",
      ["bookmark-destination"],
      {
        parts: ({ bookmarks, element, context }) =>
          bookmarks[1].set(nameOf("A"), context.obj({ S: "GoTo", D: [element("h2").ref, "Fit"] })),
      },
    ],
  ]);
});

describe("links", () => {
  testBreaks([
    [
      "one to a name that is not defined",
      ["link-destination"],
      { parts: ({ links }) => links.inner.set(nameOf("Dest"), PDFString.of("bottom")) },
    ],
    [
      "one to a page that is gone",
      ["link-destination"],
      {
        parts: ({ links, context }) =>
          links.inner.set(nameOf("Dest"), context.obj([context.nextRef(), "Fit"])),
      },
    ],
    [
      "one to an old name that is not defined",
      ["link-destination"],
      { parts: ({ links }) => links.inner.set(nameOf("Dest"), nameOf("top")) },
    ],
    [
      "one that leads nowhere",
      ["link-destination"],
      { parts: ({ links }) => links.outer.delete(nameOf("A")) },
    ],
    [
      "one with an empty address",
      ["link-destination"],
      {
        parts: ({ links, context }) =>
          links.outer.set(nameOf("A"), context.obj({ S: "URI", URI: PDFString.of("") })),
      },
    ],
  ]);
});
