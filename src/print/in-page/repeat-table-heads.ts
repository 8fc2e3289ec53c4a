// In the page: repeats the head of a table on every page the table runs on to; Paged.js does not.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. The copies are put in while the page is laid out, so that they take their room, and
 * are hidden from assistive technology, so that the structure has each head once. Where a head would leave no room
 * for the row that follows, the page goes without. Self-contained: it runs in the page.
 */
export function repeatTableHeads(): void {
  const paged = window as unknown as PagedWindow;
  const COPY = "data-repeated-head";
  /** The part of a page beyond which a head is not repeated. */
  const LARGEST = 1 / 3;

  const copyOf = (element: Element): Element => {
    const copy = element.cloneNode(true) as Element;
    for (const part of [copy, ...copy.querySelectorAll("*")]) {
      // The areas of a link belong to that of which it is a copy.
      const ref = part.getAttribute("data-ref");
      if (ref && part.localName === "a") part.setAttribute("data-copied-ref", ref);
      for (const name of ["id", "data-id", "data-ref", "data-split-from", "data-split-to"])
        part.removeAttribute(name);
    }
    copy.setAttribute(COPY, "");
    copy.setAttribute("aria-hidden", "true");
    // The browser tells of what is hidden all the same where it can be worked with, as a link can.
    copy.setAttribute("inert", "");
    return copy;
  };

  /** The first page's table holds the head and the columns: what is on the page, not in the source, is styled. */
  const firstPart = (ref: string) =>
    document.querySelector(`.pagedjs_pages table[data-ref="${ref}"]:not([data-split-from])`);

  class RepeatTableHeads extends paged.Paged.Handler {
    /** Whether the first node of a page is still to come; only it can continue a table. */
    #atStart = false;

    onPageLayout() {
      this.#atStart = true;
    }

    renderNode(rendered: Node) {
      if (!this.#atStart) return;
      this.#atStart = false;
      const element = rendered instanceof Element ? rendered : rendered.parentElement;
      const table = element?.closest("table[data-split-from]");
      const first = table && firstPart(table.getAttribute("data-ref") ?? "");
      if (!first || table.querySelector(":scope > thead")) return;
      const copies = [...first.querySelectorAll(":scope > colgroup, :scope > thead")].map(copyOf);
      table.prepend(...copies);
      const page = table.closest(".pagedjs_page_content");
      const head = copies.find((copy) => copy.tagName === "THEAD");
      if (page && head && head.getBoundingClientRect().height > page.clientHeight * LARGEST) head.remove();
    }

    /** Runs when a page is found too full; null says that it is not. */
    onOverflow(overflow: Range | undefined, rendered: Element, bounds: DOMRect, layout: PagedLayout) {
      const copy = rendered.querySelector(`thead[${COPY}]`);
      const table = copy?.parentElement;
      if (!overflow || !copy || !table) return undefined;
      const firstRow = table.querySelector(":scope > :not([data-repeated-head]) > tr, :scope > tr");
      if (!firstRow) return undefined;
      const pushedOut = overflow.comparePoint(firstRow, 0) >= 0;
      const brokenUp =
        firstRow.contains(overflow.startContainer) &&
        !firstRow.hasAttribute("data-split-from") &&
        getComputedStyle(firstRow).breakInside === "avoid";
      if (!pushedOut && !brokenUp) return undefined;
      const place = copy.nextSibling;
      copy.remove();
      const without = layout.findOverflow(rendered, bounds) ?? null;
      if (!brokenUp || !without || !firstRow.contains(without.startContainer)) return without;
      // The row is too tall for any page: it is broken under its head.
      table.insertBefore(copy, place);
      return undefined;
    }
  }
  paged.PagedPolyfill.registerHandlers(RepeatTableHeads);
}
