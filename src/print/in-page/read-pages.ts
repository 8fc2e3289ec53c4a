// In the page, after pagination: reads what stands on which page, and whether it can be seen there.
import type { PagedText } from "../proof/printed-text.ts";

/**
 * Every text and figure on the pages, in order, with its page and the element of the source it belongs to.
 * Self-contained: it runs in the page.
 * @param before how many pages of the document come before these
 */
export function readPages(before: number): PagedText {
  const TOLERANCE = 2;
  const hasText = (text: string) => /[^\s\u00AD\u200B-\u200D\u2060\uFEFF]/.test(text);
  const intersect = (a: DOMRect, b: DOMRect) => {
    const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
    return new DOMRect(left, top, Math.min(a.right, b.right) - left, Math.min(a.bottom, b.bottom) - top);
  };

  /** The box of the page that an element's text must stay in: its content box, cut by whatever clips. */
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (element: Element): DOMRect => {
    const known = boxes.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const own = element.getBoundingClientRect();
    let box: DOMRect;
    if (!element.parentElement || element.matches(".pagedjs_page")) box = own;
    else if (element.matches(".pagedjs_page_content, .pagedjs_footnote_area")) {
      // What is around it, the sheet, is as high as the window here and clips; on paper it is as high as the page.
      box = own;
    } else {
      // A box taken out of the flow may stand in the margin of the page.
      const positioned = style.position === "absolute" || style.position === "fixed";
      const page = element.closest(".pagedjs_pagebox");
      box = positioned && page ? page.getBoundingClientRect() : boxOf(element.parentElement);
      if (style.overflowX !== "visible" || style.overflowY !== "visible") box = intersect(box, own);
    }
    boxes.set(element, box);
    return box;
  };

  const isInside = (rects: readonly DOMRect[], box: DOMRect) =>
    rects.every((rect) => {
      // A line box may be lower than the font's own height: only the middle of the letters counts.
      const slack = Math.max(TOLERANCE, rect.height / 4);
      return (
        rect.left >= box.left - TOLERANCE &&
        rect.right <= box.right + TOLERANCE &&
        rect.top >= box.top - slack &&
        rect.bottom <= box.bottom + slack
      );
    });

  const range = document.createRange();
  const textRects = (text: Text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  };
  /** Without the white space between them, which may hang over the end of a line. */
  const wordRects = (text: Text) =>
    [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    });
  const placeOfText = (text: Text, element: Element) => {
    const place = placeOf(textRects(text), element);
    return place === "outside" ? placeOf(wordRects(text), element) : place;
  };
  const placeOf = (rects: readonly DOMRect[], element: Element) => {
    if (rects.length === 0) return "unseen" as const;
    return isInside(rects, boxOf(element)) ? ("inside" as const) : ("outside" as const);
  };

  /** Margin texts are generated, so that no range measures them: the box tells of its place and of what it holds too much. */
  const isOnSheet = (box: Element, page: Element) => {
    const sheet = (page.querySelector(".pagedjs_pagebox") ?? page).getBoundingClientRect();
    return [box, ...box.querySelectorAll(".pagedjs_margin-content")].every((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const clips = getComputedStyle(element).overflowX !== "visible";
      const [across, down] = clips ? [width, height] : [element.scrollWidth, element.scrollHeight];
      return isInside([new DOMRect(left, top, Math.max(width, across), Math.max(height, down))], sheet);
    });
  };
  const nameOfBox = (box: Element) =>
    [...box.classList]
      .find((name) => /^pagedjs_margin-\w+(-\w+)+$/.test(name))
      ?.replace("pagedjs_margin-", "") ?? "";

  /** The number in the source; what is cut in two has one with an addition. */
  const refOf = (element: Element) => (element.getAttribute("data-ref") ?? "").replace(/~.*/, "");

  /** The nearest block of the source; in a footnote, at the furthest the note itself. */
  const unitOf = (element: Element): string => {
    const inNote = element.closest(".pagedjs_footnote_area") !== null;
    let found: Element | null = element;
    while (found && !(inNote && found.hasAttribute("data-note"))) {
      if (found.hasAttribute("data-block")) break;
      found = found.parentElement;
    }
    return found ? refOf(found) : "";
  };

  const paged: PagedText = { texts: [], margins: [], figures: [], notes: [] };
  for (const [index, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
    const number = before + index + 1;
    for (const note of page.querySelectorAll(".pagedjs_footnote_area [data-note]")) {
      paged.notes.push(refOf(note));
    }
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (!parent || !hasText(node.data)) continue;
      if (parent.closest("[data-unprinted], [data-repeated-head], script, style")) continue;
      const content = parent.closest(".pagedjs_page_content, .pagedjs_footnote_area");
      // Paged.js writes a hyphen of its own where it cuts a word.
      const cut = parent.classList.contains("pagedjs_hyphen") && node.data.endsWith("\u2011");
      paged.texts.push({
        unit: unitOf(parent),
        text: cut ? node.data.slice(0, -1) : node.data,
        page: number,
        area: content ? (content.matches(".pagedjs_page_content") ? "flow" : "note") : "margin",
        place: content ? placeOfText(node, parent) : "inside",
        ...(parent.closest('tr[data-ref*="~"]') ? { continued: true } : {}),
        part: parent.closest("[data-part]")?.getAttribute("data-part") ?? "",
      });
    }
    for (const box of page.querySelectorAll(".pagedjs_margin.hasContent")) {
      if (!isOnSheet(box, page)) paged.margins.push({ box: nameOfBox(box), page: number });
    }
    for (const figure of page.querySelectorAll("img, svg, canvas, object")) {
      const ref = refOf(figure);
      const rect = figure.getBoundingClientRect();
      if (ref)
        paged.figures.push({ ref, page: number, place: placeOf(rect.width > 0 ? [rect] : [], figure) });
    }
  }
  return paged;
}
