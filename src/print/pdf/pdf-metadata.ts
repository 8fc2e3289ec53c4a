// What a PDF says about itself.

/** The metadata of a document; what is left out is taken from the document. */
export interface PdfMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** A BCP 47 language tag. */
  readonly language?: string;
  /** Date of creation and change; the PDF says nothing of the time of printing. */
  readonly date?: Date;
}

/** What an HTML document says of itself; empty where it says nothing. */
export type OwnMetadata = Required<Omit<PdfMetadata, "date">>;

/** Reads what the HTML document says of itself. Self-contained: it runs in the page. */
export function readMetadata(): OwnMetadata {
  const meta = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}" i]`)?.content.trim() ?? "";
  return {
    title: document.title.trim(),
    author: meta("author"),
    subject: meta("description"),
    keywords: meta("keywords")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
    language: document.documentElement.lang,
  };
}
