// In the page: hands over the pages of a part that was laid out, as HTML.
import type { LaidOutPage, LaidOutPart } from "../layout/laid-out-part.ts";
import type { PrintSigns } from "../pdf/signs.ts";
import type { PartOrder } from "./lay-out-part.ts";
import type { PagedPage, PagedWindow } from "./paged-js.ts";

/**
 * The part that `layOutPart` laid out last, for the same order: its pages without what prints nothing, every element with the mark it
 * will have in the PDF, and with what has still to be filled in. Self-contained: it runs in the page.
 */
export function handOverPages({ first, before }: PartOrder, signs: PrintSigns): LaidOutPart {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;
  const { handlers, starts, elements } = paged.briefingLayout;
  const { source } = chunker;
  const start = starts[first];
  if (!start) throw new Error("There is no such part.");
  const startNode = elements[start.ref];
  const pages = chunker.pages.slice(before);

  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  /** What names pages that are not laid out yet, to be filled in. */
  const markReferences = (page: Element) => {
    for (const [selector, target] of Object.entries(handlers.TargetCounters.counterTargets)) {
      if (target.func !== "attr") continue;
      for (const element of page.querySelectorAll<HTMLElement>(selector.split(/::?/)[0] || "*")) {
        const address = target.args.map((name) => element.getAttribute(name)).find((value) => value);
        if (!address?.startsWith("#")) continue;
        if (target.counter === "page") {
          const known = element.getAttribute("data-page-of");
          const own = `${target.variable} ${decode(address.slice(1))}`;
          element.setAttribute("data-page-of", known ? `${known}\n${own}` : own);
          element.style.removeProperty("counter-reset");
          continue;
        }
        const aim = source.querySelector(`[id="${CSS.escape(decode(address.slice(1)))}"]`);
        const value = aim?.getAttribute(`data-counter-${target.counter}-value`);
        if (value) element.style.counterReset = `${target.variable} ${value}`;
      }
    }
  };
  const ancestors: string[] = [];
  for (let above = startNode?.parentElement; above; above = above.parentElement) {
    ancestors.push(above.dataset.ref ?? "");
  }
  const NUMBERED = [
    "data-ref",
    "data-split-from",
    "data-split-to",
    "data-footnote-marker",
    "data-footnote-call",
  ];
  /** A mark that lacks the number of its part, between two signs that no text has. */
  const shorten = (ref: string, more = 0) => {
    const around = ancestors.indexOf(ref);
    return `\uE000${around >= 0 ? `^${around}` : Number(ref) - start.ref + more}\uE001`;
  };
  /** On screen sheets are stretched to the window; their tracks are as long as the paper: bleed, page box, bleed. */
  const paperLength = (page: Element, side: "gridTemplateColumns" | "gridTemplateRows") => {
    const tracks = (selector: string) => {
      const list = getComputedStyle(page.querySelector(selector) ?? page)[side];
      return [...list.matchAll(/([\d.]+)px/g)].map(([, length]) => Number(length));
    };
    const bleeds = tracks(".pagedjs_sheet");
    const box = tracks(".pagedjs_pagebox");
    return [bleeds.at(0), ...box, bleeds.at(-1)].reduce<number>((sum, length) => sum + (length ?? 0), 0);
  };
  /** What can be asked of a page only while it is laid out: all pages are asked before any is changed. */
  const lookAt = ({ element }: PagedPage) => {
    const { counterIncrement, counterReset } = getComputedStyle(element);
    const counted = element.querySelectorAll<HTMLElement>("[data-counter-increment], [data-counter-reset]");
    const marks = element.querySelectorAll(".pagedjs_bleed");
    return {
      element,
      size: [paperLength(element, "gridTemplateColumns"), paperLength(element, "gridTemplateRows")] as const,
      counterIncrement,
      counterReset,
      counted: [...counted].map((one) => [one, getComputedStyle(one).counterIncrement] as const),
      flat: [...marks].filter((mark) => mark.getBoundingClientRect().height === 0),
    };
  };
  const dropEmpty = (page: Element, flat: readonly Element[]) => {
    // Boxes of one side share a grid: a side goes whole or stays whole.
    for (const side of page.querySelectorAll(".pagedjs_pagebox > :not(.pagedjs_area)")) {
      if (!side.querySelector(".hasContent") && !side.textContent?.trim()) side.replaceChildren();
    }
    for (const marks of flat) marks.replaceChildren();
    for (const area of page.querySelectorAll(".pagedjs_footnote_area")) {
      if (!area.textContent?.trim()) area.replaceChildren();
    }
  };
  /**
   * The browser writes the language of an element into the PDF, whatever it says: the mark rides on it. Links within the document
   * get an address outside, because the browser drops those whose target is not in the same print.
   */
  const markWithin = (around: Element, spoken: string): void => {
    for (const element of around.children) {
      if (element.hasAttribute("data-repeated-head")) continue;
      const own = element.getAttribute("lang");
      const ref = /^\d+/.exec(element.getAttribute("data-ref") ?? "")?.[0];
      if (ref) {
        if (own) element.setAttribute("data-own-lang", own);
        // The browser leaves plain elements of a line out of the structure, unless they say something to assistive technology.
        const says = own || element.localName === "q";
        if (says && !element.hasAttribute("aria-current")) element.setAttribute("aria-current", "false");
        const more = element.hasAttribute("data-footnote-call") ? signs.calls : 0;
        element.setAttribute("lang", `${own || spoken}-x-b${shorten(ref, more)}`);
      }
      markWithin(element, own || spoken);
    }
  };
  const markLinks = (area: Element) => {
    for (const element of area.querySelectorAll("[href]")) {
      const note = element.getAttribute("data-footnote-call");
      const href = note ? `#note-${shorten(note)}` : (element.getAttribute("href") ?? "");
      element.setAttribute("data-own-href", href);
      const copied = element.getAttribute("data-copied-ref");
      if (copied) element.setAttribute("href", `${signs.copies}${shorten(copied)}`);
      if (copied || element.localName !== "a" || !href.startsWith("#")) continue;
      const id = note ? href.slice(1) : encodeURIComponent(decode(href.slice(1)));
      element.setAttribute("href", `${signs.within}${id}`);
    }
  };
  /** Paged.js leaves its strings without a quotation mark at the end, which spoils the attribute they are written to. */
  const closeStrings = ({ style }: HTMLElement) => {
    for (const name of [...style].filter((property) => property.startsWith("--pagedjs-string-"))) {
      const value = style.getPropertyValue(name);
      const marks = value.match(/(?<!\\)(?:\\\\)*"/g)?.length ?? 0;
      if (marks % 2 === 1) style.setProperty(name, `${value}"`);
    }
  };
  const handOver = ({
    element: page,
    size,
    counterIncrement,
    counterReset,
    counted,
    flat,
  }: ReturnType<typeof lookAt>): LaidOutPage => {
    markReferences(page);
    const increment = /(?:^| )page (-?\d+)/.exec(counterIncrement)?.[1] ?? "0";
    const reset = /(?:^| )page (-?\d+)/.exec(counterReset)?.[1];
    if (counterReset !== "none") {
      page.style.counterReset = counterReset;
      page.style.counterIncrement = counterIncrement;
    }
    dropEmpty(page, flat);
    closeStrings(page);
    // Paged.js counts by rules that name elements by their numbers in the whole document.
    for (const [element, increments] of counted) {
      if (increments !== "none") element.style.counterIncrement = increments;
    }
    for (const area of page.querySelectorAll(".pagedjs_page_content, .pagedjs_footnote_area")) {
      markWithin(area, document.documentElement.lang || "und");
      markLinks(area);
    }
    for (const element of page.querySelectorAll<HTMLElement>("[data-ref]")) {
      for (const name of NUMBERED) {
        const [, number, addition = ""] = /^(\d+)(~.*)?$/.exec(element.getAttribute(name) ?? "") ?? [];
        if (number) element.setAttribute(name, `${shorten(number)}${addition}`);
      }
      const { footnoteMarker } = element.dataset;
      if (footnoteMarker) element.id = `note-${footnoteMarker}`;
    }
    const ids = [...page.querySelectorAll(".pagedjs_area [id]:not([data-footnote-marker])")].map(
      ({ id }) => id,
    );
    return {
      html: page.outerHTML,
      size,
      ids,
      increment: Number(increment),
      ...(reset ? { reset: Number(reset) } : {}),
    };
  };

  const looks = pages.map(lookAt);
  // Where notes are counted anew on the part's first page, nothing of what came before counts.
  const anew = /(?:^| )footnote (-?\d+)/.exec(looks[0]?.counterReset ?? "")?.[1];
  return {
    pages: looks.map(handOver),
    counters: Object.entries(start.counters)
      .map(([name, value]) => `${name} ${value}`)
      .join(" "),
    notes: Number(anew ?? start.notes),
  };
}
