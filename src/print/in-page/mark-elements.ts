// In the page, before printing: gives every element a mark that the PDF keeps, and reads what the PDF has to say of it.
import type { ElementFacts, PrintedText } from "../pdf/facts.ts";

/** What a page tells of the elements on it. */
export interface MarkedPages {
  readonly elements: Record<string, ElementFacts>;
  readonly texts: PrintedText[];
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
 * The browser writes the language of an element into the PDF, whatever it says: the mark rides on it. Links within the document
 * are given an address outside, because the browser drops those whose target is not in the same print.
 * Self-contained: it runs in the page.
 */
export function markElements(): MarkedPages {
  /** The call of a footnote bears the number of its note; its mark is told apart by so much. */
  const CALLS = 5_000_000;
  // All is read before anything is changed: else the browser lays the pages out again for every heading.
  const changes: [element: Element, name: string, value: string][] = [];
  const HEADING = /^h[1-6]$/;
  const PICTURES = new Set(["img", "svg", "canvas", "object"]);
  const marked: MarkedPages = { elements: {}, texts: [], headings: [], places: {} };
  const language = document.documentElement.lang || "und";

  const markOf = (element: Element): string => {
    // What is cut in two has a number with an addition.
    const mark = (element.getAttribute("data-ref") ?? "").replace(/~.*/, "");
    if (!element.hasAttribute("data-footnote-call")) return mark;
    const [part, number] = mark.split("-");
    return `${part}-${Number(number) + CALLS}`;
  };
  const callOf = (note: Element) => {
    const [part, number] = (note.getAttribute("data-ref") ?? "").replace(/~.*/, "").split("-");
    return `${part}-${Number(number) + CALLS}`;
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

  /** Marks what is in an element. @param spoken the language around it */
  const markWithin = (
    around: Element,
    placeOf: (element: Element) => { page: number; x: number; y: number },
    spoken: string,
  ): void => {
    for (const element of around.children) {
      if (element.hasAttribute("data-repeated-head")) continue;
      const own = element.getAttribute("data-own-lang");
      const inner = own || spoken;
      if (element.hasAttribute("data-ref")) {
        const mark = markOf(element);
        const tag = element.localName;
        describe(element, mark, tag, own, placeOf);
        changes.push([element, "lang", `${inner}-x-b${mark}`]);
      }
      markWithin(element, placeOf, inner);
    }
  };
  const describe = (
    element: Element,
    mark: string,
    tag: string,
    own: string | null,
    placeOf: (element: Element) => { page: number; x: number; y: number },
  ): void => {
    const href = tag === "a" ? element.getAttribute("href") : null;
    const within = href?.startsWith("#") ? decode(href.slice(1)) : undefined;
    if (HEADING.test(tag) && !element.hasAttribute("data-split-from")) {
      const text = words(element.textContent);
      marked.headings.push({ mark, level: Number(tag.slice(1)), text, place: placeOf(element) });
    }
    if (within !== undefined) {
      changes.push([element, "href", `https://briefing.invalid/#${encodeURIComponent(within)}`]);
    }
    if (marked.elements[mark]) return;
    const facts: { -readonly [K in keyof ElementFacts]: ElementFacts[K] } = { tag };
    if (own) facts.lang = own;
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
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const block = node.parentElement?.closest("[data-block], [data-note]");
        if (!block || node.parentElement?.closest("[data-unprinted], [data-repeated-head], script, style"))
          continue;
        marked.texts.push({
          mark: (block.getAttribute("data-ref") ?? "").replace(/~.*/, ""),
          text: node.data,
          page: index,
        });
      }
      markWithin(area, placeOf, language);
    }
  }
  for (const [element, name, value] of changes) element.setAttribute(name, value);
  return marked;
}
