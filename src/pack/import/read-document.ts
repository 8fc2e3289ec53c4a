// A decoded document to its lines of text and what it says of itself, by media type.
import { readHtml } from "./read-html.ts";
import { readMarkdown } from "./read-markdown.ts";
import type { MediaType, Paragraph, SuppliedDocument } from "./supplied-document.ts";

/** The media type of a file by its name, or by its content where the name says nothing. */
export function mediaTypeOf(name: string, text: string): MediaType {
  if (/\.(html?|xhtml)$/i.test(name)) return "text/html";
  if (/\.(md|markdown)$/i.test(name)) return "text/markdown";
  return /^\s*<(?:!doctype html|html)\b/i.test(text) ? "text/html" : "text/plain";
}

/** Reads a document as paragraphs. */
export function readDocument(name: string, text: string): SuppliedDocument {
  const mediaType = mediaTypeOf(name, text);
  if (mediaType === "text/html") return { mediaType, ...readHtml(text) };
  if (mediaType === "text/markdown") return { mediaType, ...readMarkdown(text) };
  return { mediaType, paragraphs: splitParagraphs(text), found: {} };
}

/**
 * Plain text as paragraphs: blocks between blank lines; or one a line where no blank line stands between its first and last
 * words. A line of invisible characters is blank.
 */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  const spaced = lines.slice(first, last + 1).some((line) => isBlank(line));
  const paragraphs: Paragraph[] = [];
  let open: { line: number; text: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push({ line: open.line, text: oneLine(open.text.join(" ")) });
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) close();
    else if (open === undefined || !spaced) {
      close();
      open = { line: index + 1, text: [line] };
    } else open.text.push(line);
  }
  close();
  return paragraphs;
}

function isBlank(line: string): boolean {
  return /^[\s\u00ad\u200b-\u200d\u2060\ufeff]*$/u.test(line);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
