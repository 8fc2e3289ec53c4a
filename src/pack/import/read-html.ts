// A saved web page to paragraphs and metadata.
import { findArticle } from "./html-article.ts";
import { blockText, parsePage, readBlocks } from "./html-blocks.ts";
import { findBlockLines } from "./html-lines.ts";
import { choosePageTitle, dayOf, readPageData } from "./html-metadata.ts";
import type { FoundData, Paragraph } from "./supplied-document.ts";

/**
 * Reads a page. Every block of its text is a paragraph, so that none of it is lost; those that the extractor takes for no part of
 * the article, such as its navigation, are marked. In a page in which no article is found none is.
 */
export function readHtml(html: string): {
  readonly paragraphs: readonly Paragraph[];
  readonly found: FoundData;
} {
  const lines = findBlockLines(html);
  const document = parsePage(html);
  const data = readPageData(document);
  const blocks = readBlocks(document);
  const article = findArticle(document, blocks);
  return {
    paragraphs: blocks.map((block, index) => {
      const paragraph = { text: blockText(block), line: lines[index] ?? 1 };
      return article === undefined || article.blocks.has(index)
        ? paragraph
        : { ...paragraph, outsideArticle: true };
    }),
    found: {
      title: choosePageTitle(data, article?.title),
      author: data.author ?? article?.author,
      containerTitle: data.containerTitle ?? article?.siteName,
      issued: data.issued ?? dayOf(article?.published ?? ""),
      url: data.url,
      language: data.language ?? article?.language,
    },
  };
}
