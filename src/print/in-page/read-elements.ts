// In the page, before printing: reads what the PDF has to say of the elements on the pages.

import type { ElementFacts } from "../pdf/facts.ts";
import type { PrintSigns } from "../pdf/signs.ts";

/** What a page tells of the elements on it. */
export interface MarkedPages {
  readonly elements: Record<string, ElementFacts>;
  readonly headings: {
    readonly mark: string;
    readonly level: number;
    readonly text: string;
    readonly place: { page: number; x: number; y: number };
  }[];
  /** Where each id is, in CSS pixels from the top left of its page; pages count from 0. */
  readonly places: Record<string, { page: number; x: number; y: number }>;
}

/**
 * What stands on the pages, by the marks that elements got when they were laid out. Nothing is changed, so that the pages keep
 * their layout. Self-contained: it runs in the page.
 */
export function readElements(signs: PrintSigns): MarkedPages {
  const HEADING = /^h[1-6]$/;
  const PICTURES = new Set(["img", "svg", "canvas", "object"]);
  const marked: MarkedPages = { elements: {}, headings: [], places: {} };

  const markOf = (element: Element): string => {
    // What is cut in two has a number with an addition.
    const mark = (element.getAttribute("data-ref") ?? "").replace(/~.*/, "");
    if (!element.hasAttribute("data-footnote-call")) return mark;
    const [part, number] = mark.split("-");
    return `${part}-${Number(number) + signs.calls}`;
  };
  const callOf = (note: Element) => {
    const [part, number] = (note.getAttribute("data-ref") ?? "").replace(/~.*/, "").split("-");
    return `${part}-${Number(number) + signs.calls}`;
  };
  const alternative = (element: Element): string => {
    if (element.getAttribute("aria-hidden") === "true" || element.getAttribute("role") === "presentation")
      return "";
    const labelled = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
      .trim();
    return (
      labelled ||
      element.getAttribute("aria-label") ||
      element.getAttribute("alt") ||
      (element instanceof SVGElement ? (element.querySelector(":scope > title")?.textContent ?? "") : "") ||
      element.getAttribute("title") ||
      ""
    );
  };
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const words = (text: string | null) => (text ?? "").replaceAll("\u00AD", "").trim().replace(/\s+/g, " ");

  const describeAll = (
    around: Element,
    placeOf: (element: Element) => { page: number; x: number; y: number },
  ): void => {
    for (const element of around.children) {
      if (element.hasAttribute("data-repeated-head")) continue;
      if (element.hasAttribute("data-ref")) describe(element, placeOf);
      describeAll(element, placeOf);
    }
  };
  const describe = (
    element: Element,
    placeOf: (element: Element) => { page: number; x: number; y: number },
  ): void => {
    const mark = markOf(element);
    const tag = element.localName;
    const own = element.getAttribute("data-own-lang");
    const href = tag === "a" ? element.getAttribute("data-own-href") : null;
    const within = href?.startsWith("#") ? decode(href.slice(1)) : undefined;
    if (HEADING.test(tag) && !element.hasAttribute("data-split-from")) {
      const text = words(element.textContent);
      marked.headings.push({ mark, level: Number(tag.slice(1)), text, place: placeOf(element) });
    }
    if (marked.elements[mark]) return;
    const facts: { -readonly [K in keyof ElementFacts]: ElementFacts[K] } = { tag };
    if (own) facts.lang = own;
    if (element instanceof HTMLTableCellElement) {
      if (element.rowSpan > 1) facts.rows = element.rowSpan;
      if (element.colSpan > 1) facts.columns = element.colSpan;
    }
    if (element.matches('[role~="doc-toc"], [data-part="contents"]')) facts.contents = true;
    if (PICTURES.has(tag)) facts.alt = alternative(element);
    if (element.hasAttribute("data-footnote-marker")) facts.call = callOf(element);
    if (href !== null) {
      const title = element.getAttribute("title");
      facts.link = {
        ...(within === undefined ? { href } : { to: within }),
        text: words(element.textContent),
        ...(title ? { title } : {}),
      };
    }
    marked.elements[mark] = facts;
  };

  for (const [index, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
    const sheet = page.getBoundingClientRect();
    const placeOf = (element: Element) => {
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      return { page: index, x: Math.max(0, box.left - sheet.left), y: Math.max(0, box.top - sheet.top) };
    };
    for (const area of page.querySelectorAll(".pagedjs_page_content, .pagedjs_footnote_area")) {
      for (const element of area.querySelectorAll<HTMLElement>("[id]")) {
        marked.places[element.id] ??= placeOf(element);
      }
      describeAll(area, placeOf);
    }
  }
  return marked;
}
