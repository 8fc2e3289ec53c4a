// A supplied Markdown document to paragraphs and to what its front matter says of it.
import markdownIt, { type Token } from "markdown-it";
import { isAlias, parseDocument, visit } from "yaml";
import { webAddress } from "../../model/text.ts";
import { readHtmlFragment } from "./html-blocks.ts";
import { dayOf } from "./html-metadata.ts";
import type { FoundData, Paragraph } from "./supplied-document.ts";

const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/;

/** Reads Markdown: one passage for each paragraph, heading, list item, table cell and block of code; HTML within as its paragraphs. */
export function readMarkdown(text: string): {
  readonly paragraphs: readonly Paragraph[];
  readonly found: FoundData;
} {
  const [front = "", yaml = ""] = FRONT_MATTER.exec(text) ?? [];
  const body = "\n".repeat(front.split("\n").length - 1) + text.slice(front.length);
  const tokens = markdownIt({ html: true }).parse(body, {});
  let line = 1;
  const paragraphs = tokens.flatMap((token) => {
    // The cells of a table have no place of their own; their row has.
    line = token.map === null ? line : token.map[0] + 1;
    return textsOf(token).flatMap((content): Paragraph[] => {
      const text = content.replace(/\s+/gu, " ").trim();
      return text === "" ? [] : [{ line, text }];
    });
  });
  return { paragraphs, found: findData(yaml, tokens) };
}

function textsOf({ type, children, content }: Token): readonly string[] {
  if (type === "html_block") return readHtmlFragment(content);
  if (type === "fence" || type === "code_block") return [content];
  return type === "inline" ? [plainText(children ?? [])] : [];
}

function plainText(children: readonly Token[]): string {
  return children
    .map(({ type, content }) => {
      if (type.endsWith("break")) return " ";
      if (type === "html_inline") return /^<br\b/i.test(content) ? " " : "";
      return content;
    })
    .join("");
}

function findData(yaml: string, tokens: readonly Token[]): FoundData {
  const document = parseDocument(yaml);
  let unusable = document.errors.length > 0;
  // Aliases may stand for more than memory holds; front matter that has one is passed over.
  visit(document, (_, node) => {
    unusable ||= isAlias(node);
  });
  const front: unknown = unusable ? undefined : document.toJS({ maxAliasCount: 0 });
  const text = (...keys: readonly string[]): string | undefined => {
    const values = typeof front === "object" && front !== null ? new Map(Object.entries(front)) : undefined;
    const value = keys
      .map((key) => values?.get(key))
      .find((one) => typeof one === "string" && one.trim() !== "");
    return typeof value === "string" ? value.replace(/\s+/gu, " ").trim() : undefined;
  };
  const heading = tokens.findIndex(({ type, tag }) => type === "heading_open" && tag === "h1");
  const title = heading < 0 ? "" : plainText(tokens[heading + 1]?.children ?? []).trim();
  return {
    title: text("title") ?? (title || undefined),
    author: text("author", "byline"),
    containerTitle: text("container-title", "publication", "site"),
    issued: dayOf(text("date", "issued", "published") ?? ""),
    url: webAddress.safeParse(text("url", "URL", "source", "link")).data,
    language: text("lang", "language"),
  };
}
