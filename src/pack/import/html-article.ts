// What of a page is its article: the adapter of Readability.
import { Readability } from "@mozilla/readability";
import type { Block } from "./html-blocks.ts";

/** The article of a page. */
export interface Article {
  /** The positions of the blocks that it is made of; a block is in it where any word of it is. */
  readonly blocks: ReadonlySet<number>;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly siteName: string | undefined;
  readonly published: string | undefined;
  readonly language: string | undefined;
}

/** The deepest nesting in which an article is looked for; Readability's calls nest with it, and its time grows with its square. */
const DEEPEST = 256;
/** The most elements; Readability and the DOM hand all the children of one to a call. */
const MOST_ELEMENTS = 50_000;

/** The attribute by which a block is known again: Readability moves nodes, renames them, and parses its page anew. */
const BLOCK = "data-import-block";

/**
 * Looks for the article of a page; undefined where there is none, or where the page is too deep or too large to look for one. The
 * document is taken apart by it: nothing can be read from it afterwards.
 */
export function findArticle(document: Document, blocks: readonly Block[]): Article | undefined {
  if (isTooLarge(document.documentElement)) return undefined;
  for (const [index, { nodes }] of blocks.entries()) markBlock(document, index, nodes);
  const article = new Readability(document, { serializer: findMarks }).parse();
  if (article?.content == null || article.content.size === 0) return undefined;
  return {
    blocks: article.content,
    title: article.title || undefined,
    author: article.byline?.trim() || undefined,
    siteName: article.siteName || undefined,
    published: article.publishedTime || undefined,
    language: article.lang || undefined,
  };
}

/** `data` is an element of a text line that Readability neither scores nor removes. */
function markBlock(document: Document, index: number, nodes: readonly Node[]): void {
  for (const node of nodes) {
    const parent = node.parentNode;
    // Text beside the root of the page is in no article, and would become its root.
    if (parent === null || parent.nodeType !== 1) continue;
    const mark = document.createElement("data");
    mark.setAttribute(BLOCK, String(index));
    parent.replaceChild(mark, node);
    mark.appendChild(node);
  }
}

function findMarks(content: Node): ReadonlySet<number> {
  const marks =
    "getElementsByTagName" in content ? [...(content as Element).getElementsByTagName("data")] : [];
  return new Set(marks.flatMap((mark) => (mark.hasAttribute(BLOCK) ? Number(mark.getAttribute(BLOCK)) : [])));
}

/** Whether a page has more nesting or more elements than an article is looked for in. */
function isTooLarge(root: Element): boolean {
  let elements = 0;
  const waiting: [element: Element, depth: number][] = [[root, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, depth] = next;
    elements += 1;
    if (depth > DEEPEST || elements > MOST_ELEMENTS) return true;
    for (const child of element.children) waiting.push([child, depth + 1]);
  }
  return false;
}
