// Types, nesting, headings, figures and identifiers: each way to break them is reported, and nothing else is.
import { type PDFDict, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { type Break, testBreaks } from "../break-sample.ts";
import { dictAt, nameOf } from "../read-objects.ts";

/** Gives elements other roles. */
const rename = (what: string, rules: readonly string[], roles: Readonly<Record<string, string>>): Break => [
  what,
  rules,
  {
    parts: ({ element }) => {
      for (const [name, role] of Object.entries(roles)) element(name).dict.set(nameOf("S"), nameOf(role));
    },
  },
];

/** Changes the map of roles. */
const mapRoles = (what: string, rules: readonly string[], change: (map: PDFDict) => void): Break => [
  what,
  rules,
  {
    parts: ({ root }) => {
      const map = dictAt(root, "RoleMap");
      if (map) change(map);
    },
  },
];

const TYPE = nameOf("S");

describe("structure types", () => {
  testBreaks([
    rename("a type that is not mapped", ["02-001"], { em: "Strong" }),
    mapRoles("a type that is mapped to no standard one", ["02-001"], (map) =>
      map.set(nameOf("Em"), nameOf("Strong")),
    ),
    mapRoles("a map that goes in a circle", ["02-001", "02-003"], (map) => {
      map.set(nameOf("Em"), nameOf("Strong"));
      map.set(nameOf("Strong"), nameOf("Em"));
    }),
    mapRoles("a standard type that is mapped", ["02-004"], (map) => map.set(nameOf("Quote"), nameOf("Span"))),
  ]);
});

describe("nesting", () => {
  testBreaks([
    rename("a row outside a table", ["09-004"], { inForm: "TR" }),
    rename("a cell outside a row", ["09-004"], { inForm: "TD" }),
    rename("a paragraph in place of a cell", ["09-004"], { td3: "P" }),
    rename("a division in place of rows", ["09-004"], { head: "Div" }),
    rename("text directly in a table", ["09-004"], { inForm: "Table" }),
    rename("two heads of a table", ["09-004"], { tbody: "THead" }),
    rename("a foot without a body", ["09-004"], { tbody: "TFoot" }),
    rename("a caption in the middle", ["09-004"], { head: "Caption", caption: "TBody" }),
    rename("a list item outside a list", ["09-005"], { list: "Sect" }),
    rename("a list item without a body", ["09-005"], { body: "Lbl" }),
    rename("a list item that holds text itself", ["09-005"], { body2: "NonStruct" }),
    rename("text directly in a list", ["09-005"], { inForm: "L" }),
    rename("a body outside a list item", ["09-005"], { inForm: "LBody" }),
    rename("an entry outside its contents", ["09-006"], { toc: "Sect" }),
    rename("text directly in contents", ["09-006"], { tocItem: "P" }),
    rename("a paragraph in a paragraph", ["block-in-text"], { em: "P" }),
    rename("a list in a heading", ["block-in-text"], {
      bodyText: "Span",
      body2: "H2",
      item2: "Sect",
      item: "P",
      list: "H2",
      body: "Span",
      label: "Span",
    }),
    rename("a paragraph deep in a line", ["block-in-text"], { note: "Span", noteLabel: "Span" }),
  ]);
});

describe("headings", () => {
  testBreaks([
    rename("a document that begins with H2", ["14-002"], { h1: "H2" }),
    rename("a level that is skipped", ["14-003"], { h2: "H3" }),
    rename("numbered headings beside others", ["14-007"], { h2: "H" }),
    rename("two headings of one section", ["14-006"], { h1: "H", h2: "H" }),
  ]);
});

describe("figures", () => {
  testBreaks([
    [
      "a figure without Alt",
      ["13-004"],
      { parts: ({ element }) => element("figure").dict.delete(nameOf("Alt")) },
    ],
    [
      "a figure with an empty Alt",
      ["13-004"],
      { parts: ({ element }) => element("figure").dict.set(nameOf("Alt"), PDFString.of(" ")) },
    ],
    [
      "a formula without Alt",
      ["17-002"],
      {
        parts: ({ element }) => {
          element("figure").dict.set(TYPE, PDFName.of("Formula"));
          element("figure").dict.delete(nameOf("Alt"));
        },
      },
    ],
    [
      "a figure in a figure",
      ["nested-figure"],
      {
        parts: ({ element }) => {
          for (const name of ["document", "inForm"]) {
            element(name).dict.set(TYPE, PDFName.of("Figure"));
            element(name).dict.set(nameOf("Alt"), PDFString.of("A picture"));
          }
        },
      },
    ],
  ]);
});

describe("identifiers", () => {
  testBreaks([
    [
      "a note without one",
      ["19-003", "id-tree"],
      { parts: ({ element }) => element("note").dict.delete(nameOf("ID")) },
    ],
    [
      "two notes with one",
      ["19-004", "id-tree"],
      { parts: ({ element }) => element("note2").dict.set(nameOf("ID"), PDFString.of("note-1")) },
    ],
    [
      "two cells with one",
      ["element-id", "id-tree"],
      { parts: ({ element }) => element("th1").dict.set(nameOf("ID"), PDFString.of("sum")) },
    ],
    ["no tree of them", ["id-tree"], { parts: ({ root }) => root.delete(nameOf("IDTree")) }],
    [
      "a tree out of order",
      ["id-tree"],
      {
        parts: ({ root, element, context }) => {
          const names = ["year", "th1", "sum", "th2", "note-2", "note2", "note-1", "note"];
          const entries = names.map((name, index) => (index % 2 ? element(name).ref : PDFString.of(name)));
          root.set(nameOf("IDTree"), context.obj({ Names: entries }));
        },
      },
    ],
    [
      "a tree with wrong limits",
      ["id-tree"],
      {
        parts: ({ root, context }) => {
          const names = dictAt(root, "IDTree")?.get(nameOf("Names"));
          const limits = [PDFString.of("a"), PDFString.of("z")];
          root.set(nameOf("IDTree"), context.obj({ Kids: [{ Names: names, Limits: limits }] }));
        },
      },
    ],
  ]);
});
