// The document that the tests of the checker begin with: a bit of everything that PDF/UA has a rule for.

/** What stands in an element: text, a drawing, a link annotation, or another element. */
export type SampleKid = string | { readonly draw: string } | { readonly link: LinkName } | SampleElement;

/** The two links of the document. */
export type LinkName = "outer" | "inner";

/** The streams of the document: its two pages, and a form on the first. */
export type StreamName = 1 | 2 | "form";

/** One element; lines of text are parted by a line feed. */
export interface SampleElement {
  /** By which a test finds it again. */
  readonly name: string;
  readonly role: string;
  readonly kids: readonly SampleKid[];
  readonly alt?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly table?: Readonly<Record<string, string | number | readonly string[]>>;
  /** The stream its text is in; that of its parent if left out. */
  readonly on?: StreamName;
}

const element = (
  name: string,
  role: string,
  kids: readonly SampleKid[],
  more: Omit<SampleElement, "name" | "role" | "kids"> = {},
): SampleElement => ({ name, role, kids, ...more });

/** The structure of the sample. */
export const SAMPLE: SampleElement = element(
  "document",
  "Document",
  [
    element("h1", "H1", ["Report"]),
    element("p", "P", [
      "See ",
      element("link", "Link", ["the source", { link: "outer" }]),
      " and ",
      element("em", "Em", ["more"], { lang: "en-GB" }),
      ".",
      element("note", "Note", [element("noteLabel", "Lbl", ["1"]), element("noteText", "P", ["A note."])], {
        id: "note-1",
      }),
      element("note2", "Note", [element("noteText2", "P", ["Another note."])], { id: "note-2" }),
    ]),
    element("h2", "H2", ["Findings"]),
    element("list", "L", [
      element("item", "LI", [element("label", "Lbl", ["-"]), element("body", "LBody", ["First"])]),
      element("item2", "LI", [element("body2", "LBody", [element("bodyText", "P", ["Second"])])]),
    ]),
    element("table", "Table", [
      element("caption", "Caption", [element("captionText", "P", ["Figures"])]),
      element("head", "THead", [
        element("headRow", "TR", [
          element("th1", "TH", ["Year"], { id: "year", table: { Scope: "Column" } }),
          element("th2", "TH", ["Sum"], { id: "sum" }),
        ]),
      ]),
      element("tbody", "TBody", [
        element("row", "TR", [
          element("th3", "TH", ["2025"], { table: { Scope: "Row", RowSpan: 2 } }),
          element("td", "TD", ["17"], { table: { Headers: ["sum"] } }),
        ]),
        element("row2", "TR", [element("td2", "TD", ["18"])]),
        element("row3", "TR", [element("td3", "TD", ["Both"], { table: { ColSpan: 2 } })]),
      ]),
    ]),
    element("figure", "Figure", [{ draw: "60 60 100 20 re f" }], { alt: "A bar" }),
    element("inForm", "P", ["In a form"], { on: "form" }),
    element("p2", "P", ["These words break over\nthe well-\nknown line. "], { on: 2 }),
    element("toc", "TOC", [element("tocItem", "TOCI", [element("reference", "Reference", ["Report 1"])])], {
      on: 2,
    }),
    element("link2", "Link", ["Back", { link: "inner" }], { on: 2 }),
  ],
  { lang: "en", on: 1 },
);
