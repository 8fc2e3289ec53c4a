// How the page that is printed and the PDF that comes of it agree on elements and links.

/** What is written into the page for the PDF to be read by. */
export interface PrintSigns {
  /** Addresses of links within the document begin with it; the id follows, encoded. The top-level domain belongs to no one (RFC 2606). */
  readonly within: string;
  /** Addresses of links in a head that is repeated begin with it; the mark of the link that they are copies of follows. */
  readonly copies: string;
  /** The call of a footnote bears the number of its note; its mark is told apart by so much. */
  readonly calls: number;
}

/** The signs of this engine. */
export const SIGNS: PrintSigns = {
  within: "https://briefing.invalid/#",
  copies: "https://briefing.invalid/copy/",
  calls: 5_000_000,
};
