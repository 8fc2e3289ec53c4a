// The fonts that a printed file shows text in: whether they are in the file, and of which kind.
import type { ContentStream } from "./content/page-content.ts";
import type { FragmentFont } from "./fragment.ts";
import { isRef, type PdfDict } from "./parse/pdf-value.ts";
import type { PrintedFile } from "./parse/printed-file.ts";

const FILES = ["/FontFile", "/FontFile2", "/FontFile3"] as const;

/** The fonts of all pages, each once, in the order they are met. @param streams the content of each page */
export function listFonts(file: PrintedFile, streams: readonly ContentStream[]): readonly FragmentFont[] {
  const fonts: FragmentFont[] = [];
  const seen = new Set<number>();
  const visit = ({ resources, forms }: ContentStream, page: number) => {
    for (const value of Object.values(file.dict(resources["/Font"]))) {
      if (isRef(value) && seen.has(value.ref)) continue;
      if (isRef(value)) seen.add(value.ref);
      fonts.push({ ...describeFont(file, file.dict(value)), page });
    }
    for (const form of forms.values()) visit(form, page);
  };
  for (const [page, stream] of streams.entries()) visit(stream, page);
  return fonts;
}

function describeFont(file: PrintedFile, font: PdfDict): Pick<FragmentFont, "name" | "kind" | "embedded"> {
  const kind = String(font["/Subtype"] ?? "").slice(1);
  const [descendant] = file.array(font["/DescendantFonts"]);
  const own = descendant === undefined ? font : file.dict(descendant);
  const descriptor = file.dict(own["/FontDescriptor"]);
  const name = String(font["/BaseFont"] ?? descriptor["/FontName"] ?? "").replace(/^\/(?:[A-Z]{6}\+)?/, "");
  // The glyphs of a Type 3 font are content streams of the file.
  return { name, kind, embedded: kind === "Type3" || FILES.some((key) => descriptor[key] !== undefined) };
}
