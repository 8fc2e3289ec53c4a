// A saved web page to paragraphs and metadata: the adapter of Readability and linkedom.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { calendarDay } from "../../model/edtf.ts";
import { webAddress } from "../../model/text.ts";
import type { FoundData, Paragraph } from "./supplied-document.ts";

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
/** Elements whose text is not shown. */
const UNSEEN = new Set(["head", "script", "style", "template", "noscript", "svg"]);

/** The deepest nesting in which an article is looked for; Readability's calls nest with it, and its time grows with its square. */
const DEEPEST_ARTICLE = 256;

/**
 * Extracts the article of a page; a page in which no article is found gives all of its text. `leftOut` is the text of the page that
 * is no part of the article, such as its navigation. The lines of both are counted through the page's own blocks of text.
 */
export function readHtml(html: string): {
  readonly paragraphs: readonly Paragraph[];
  readonly leftOut: readonly Paragraph[];
  readonly found: FoundData;
} {
  const page = /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const found = findData(document);
  const all = blockTexts(document.body ?? document.documentElement);
  const article = isDeeperThan(DEEPEST_ARTICLE, document.documentElement)
    ? null
    : new Readability(parseHTML(page).document, { keepClasses: false }).parse();
  const content = article?.content ?? "";
  const texts =
    content === ""
      ? all
      : blockTexts(parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body);
  return {
    paragraphs: numberThrough(all, texts),
    leftOut: withoutTexts(all, texts),
    found: {
      ...found,
      title: found.title ?? (article?.title || undefined),
      author: found.author ?? (article?.byline?.trim() || undefined),
      containerTitle: found.containerTitle ?? (article?.siteName || undefined),
      issued: found.issued ?? dayOf(article?.publishedTime ?? ""),
      language: found.language ?? (article?.lang || undefined),
    },
  };
}

/** The paragraphs of HTML that stands within another document. */
export function readHtmlFragment(html: string): readonly string[] {
  return blockTexts(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

function isDeeperThan(limit: number, root: Element): boolean {
  let level: readonly Element[] = [root];
  for (let depth = 0; depth < limit && level.length > 0; depth += 1) {
    level = level.flatMap(({ children }) => [...children]);
  }
  return level.length > 0;
}

/** The texts with their numbers among all of the page; one that the page does not have as such bears that of the text before. */
function numberThrough(all: readonly string[], texts: readonly string[]): readonly Paragraph[] {
  let from = 0;
  return texts.map((text) => {
    const index = all.indexOf(text, from);
    from = index < 0 ? from : index + 1;
    return { text, line: Math.max(1, from) };
  });
}

function withoutTexts(all: readonly string[], taken: readonly string[]): readonly Paragraph[] {
  const counts = new Map<string, number>();
  for (const text of taken) counts.set(text, (counts.get(text) ?? 0) + 1);
  return all.flatMap((text, index) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left > 0 ? [] : [{ text, line: index + 1 }];
  });
}

/** The texts between the bounds of blocks, in their order. Nesting may be deep, so no call nests. */
function blockTexts(root: Element): string[] {
  const texts: string[] = [];
  let open = "";
  const close = (): void => {
    const text = open.replace(/\s+/gu, " ").trim();
    if (text !== "") texts.push(text);
    open = "";
  };
  const waiting: (Node | "end of block")[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end of block") {
      close();
      continue;
    }
    if (node.nodeType === 3) open += node.textContent ?? "";
    if (node.nodeType !== 1) continue;
    const name = node.nodeName.toLowerCase();
    if (UNSEEN.has(name)) continue;
    if (name === "br") open += " ";
    if (BLOCKS.has(name)) {
      close();
      waiting.push("end of block");
    }
    waiting.push(...[...node.childNodes].reverse());
  }
  close();
  return texts;
}

function findData(document: Document): FoundData {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const element = document.querySelector(`meta[name="${name}"],meta[property="${name}"]`);
      const content = element?.getAttribute("content")?.replace(/\s+/gu, " ").trim();
      if (content) return content;
    }
    return undefined;
  };
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  return {
    title:
      meta("citation_title", "og:title") ??
      (document.querySelector("title")?.textContent?.trim() || undefined),
    author: meta("citation_author", "author", "article:author", "parsely-author"),
    containerTitle: meta("citation_journal_title", "og:site_name"),
    issued: dayOf(
      meta("citation_publication_date", "article:published_time", "date", "parsely-pub-date") ?? "",
    ),
    url: webAddress.safeParse(url).data,
    language: document.documentElement.getAttribute("lang") ?? undefined,
  };
}

/** The day at the head of a time stamp, where there is one. */
export function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text.replaceAll("/", "-"))?.[0];
  return calendarDay.safeParse(day).data;
}
