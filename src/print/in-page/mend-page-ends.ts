// In the page: mends what Paged.js and the browser get wrong at the place of a break.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. It finds the break before a text that Paged.js passes over, keeps on its page what stood there when the break
 * was found (the ends and edges of boxes that go on could push it out), drops the word that a browser writes before details that go on,
 * and the hyphen of a word that is broken anywhere. Self-contained: it runs in the page.
 */
export function mendPageEnds(): void {
  const paged = window as unknown as PagedWindow;
  const SLACK = 1;
  /** The most that is spared at the end of a page for spaces of a table that is cut, in pixels. */
  const EMPTY_EDGE = 8;

  const measured = document.createRange();
  /** A default word would stand before what details hold on every page they run on to. */
  const dropDefaultSummaries = (rendered: Element) => {
    for (const details of rendered.querySelectorAll("details[data-split-from]:not(:has(> summary))")) {
      const summary = document.createElement("summary");
      summary.style.display = "none";
      details.prepend(summary);
    }
  };

  /** The overflow where Paged.js finds none: it passes over a text that begins in the next column (a first letter that floats). */
  const findMissed = (rendered: Element, bounds: DOMRect, gap: number): Range | undefined => {
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      measured.selectNodeContents(text);
      const rect = (text as Text).data.trim() ? measured.getClientRects()[0] : undefined;
      if (!rect || rect.left < bounds.right + gap - SLACK) continue;
      let first: Node = text;
      while (first.parentNode && first.parentNode !== rendered && !first.previousSibling)
        first = first.parentNode;
      const range = document.createRange();
      range.setStartBefore(first);
      range.setEndAfter(rendered.lastChild ?? first);
      return range;
    }
    return undefined;
  };

  /** Ends and edges of boxes that go on stand on the next page; here they could push out what was kept. */
  const cutEdges = (page: Element, broken: Node) => {
    for (let at: Node | null = broken.parentNode; at instanceof Element; at = at.parentNode) {
      const ref = at.getAttribute("data-ref");
      const box = page.querySelector<HTMLElement>(`[data-ref="${ref}"]`);
      for (const side of ["padding-bottom", "border-bottom-width", "margin-bottom"]) {
        box?.style.setProperty(side, "0", "important");
      }
    }
  };

  /** Whether the last that was kept stands in the next column after all. */
  const isPushedOut = (content: Element) => {
    const { right } = content.getBoundingClientRect();
    const last = [...content.querySelectorAll("[data-ref]")].at(-1);
    return last !== undefined && [...last.getClientRects()].some(({ left }) => left > right);
  };

  const layOutAnew = (content: HTMLElement) => {
    content.style.display = "none";
    content.getBoundingClientRect();
    content.style.removeProperty("display");
  };

  /** A word that is broken anywhere has no hyphen at the end of a line, and so none at the end of a page. */
  const dropHyphens = (content: Element) => {
    for (const broken of content.querySelectorAll<HTMLElement>(".pagedjs_hyphen")) {
      const text = broken.lastChild;
      const isAnywhere = getComputedStyle(broken).overflowWrap === "anywhere";
      if (isAnywhere && text instanceof Text) text.data = text.data.replace(/\u2011$/, "");
    }
  };

  class MendPageEnds extends paged.Paged.Handler {
    onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout) {
      const findOverflow = layout.findOverflow.bind(layout);
      layout.findOverflow = (rendered, bounds) => {
        dropDefaultSummaries(rendered);
        const found = findOverflow(rendered, bounds);
        if (found || !layout.hasOverflow(rendered, bounds)) return found;
        return findMissed(rendered, bounds, layout.gap);
      };
    }

    afterPageLayout(element: Element, _page: unknown, token: { node?: Node } | undefined) {
      const content = element.querySelector<HTMLElement>(".pagedjs_page_content");
      if (!token?.node || !content) return;
      dropHyphens(content);
      if (!isPushedOut(content)) return;
      // The browser may keep an outdated layout of columns.
      layOutAnew(content);
      if (!isPushedOut(content)) return;
      cutEdges(content, token.node);
      layOutAnew(content);
      if (!isPushedOut(content)) return;
      // What a table keeps clear around its cells takes room even where the table goes on.
      content.style.height = `${content.getBoundingClientRect().height + EMPTY_EDGE}px`;
      layOutAnew(content);
    }
  }
  paged.PagedPolyfill.registerHandlers(MendPageEnds);
}
