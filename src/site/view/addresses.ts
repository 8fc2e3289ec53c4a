// Where each page of the site stands, as a path from the site's root.
import type { Part } from "../../model/pack.ts";

/** Pages that every pack has beside its parts. */
export const FIXED_ADDRESSES = {
  landing: "index.html",
  contents: "contents.html",
  evidence: "evidence.html",
  about: "about.html",
  search: "search.html",
  print: "print/index.html",
  pdf: "briefing.pdf",
  /** The cover summary alone, as a document to be printed and as a PDF. */
  handout: "print/summary.html",
  handoutPdf: "summary.pdf",
} as const;

const FOLDERS = { source: "sources", appendix: "appendices" } as const;

/** The page of a part. The summary is the landing page. */
export function addressOfPart(part: Pick<Part, "kind" | "slug">): string {
  return part.kind === "summary" ? FIXED_ADDRESSES.landing : `${FOLDERS[part.kind]}/${part.slug}.html`;
}

/** Where an image of the pack lies on the site; `file` is relative to the pack's folder. */
export function addressOfImage(file: string): string {
  return `assets/images/${file}`;
}

/** A path as it stands in a link: each step percent-encoded. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
