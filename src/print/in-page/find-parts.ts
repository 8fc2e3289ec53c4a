// In the page: finds where the parts of the document begin, and what each takes over from those before it.
import type { PagedWindow, PartStart } from "./paged-js.ts";

/**
 * A part begins where the styles put a block on a new page. What it takes over (counters, running strings) is read from the source,
 * so that every part can be laid out by itself. Self-contained: it runs in the page.
 */
export function findParts(): void {
  const paged = window as unknown as PagedWindow;
  const { source } = paged.PagedPolyfill.chunker;
  const known = paged.briefingLayout.handlers;

  const FORCED = new Set(["always", "page", "left", "right", "recto", "verso"]);
  const PLAIN = new Set(["DIV", "MAIN", "ARTICLE", "SECTION", "HEADER", "FOOTER", "NAV", "ASIDE", "FORM"]);
  const pageName = (element: Element | null | undefined) =>
    element?.closest("[data-page]")?.getAttribute("data-page") ?? "";
  const isShown = (element: Element) => !element.hasAttribute("data-undisplayed");
  const elementBefore = (element: Element): Element | undefined => {
    for (let node: Element | null = element; node; node = node.parentElement) {
      let before = node.previousElementSibling;
      while (before && !isShown(before)) before = before.previousElementSibling;
      if (before) return before;
    }
    return undefined;
  };
  const lastWithin = (element: Element): Element => {
    let last = element;
    while (last.lastElementChild) last = last.lastElementChild;
    return last;
  };
  const startsPage = (element: HTMLElement) => {
    const { breakBefore = "", previousBreakAfter = "" } = element.dataset;
    const before = elementBefore(element);
    if (!before) return false;
    return (
      FORCED.has(breakBefore) ||
      FORCED.has(previousBreakAfter) ||
      pageName(lastWithin(before)) !== pageName(element)
    );
  };
  const isPlain = (element: Element) => {
    for (let above = element.parentElement; above; above = above.parentElement) {
      if (!PLAIN.has(above.tagName)) return false;
    }
    return isShown(element) && !element.closest("[data-undisplayed]");
  };
  const candidates = source.querySelectorAll<HTMLElement>(
    "[data-break-before], [data-previous-break-after], [data-page], [data-after-page]",
  );
  const starts: HTMLElement[] = [];
  for (const element of candidates) {
    // The first block of a part is on a new page because of the part.
    const begun = starts.at(-1)?.contains(element) && !elementBeforeWithin(element, starts.at(-1));
    if (!begun && isPlain(element) && startsPage(element)) starts.push(element);
  }
  function elementBeforeWithin(element: Element, limit: Element | undefined): boolean {
    for (let node: Element | null = element; node && node !== limit; node = node.parentElement) {
      if (node.previousElementSibling) return true;
    }
    return false;
  }

  /** For each part, the last of some elements (in order) that stands before it. */
  const lastBefore = (list: readonly Element[], ref: number): Element | undefined => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(list[middle]?.getAttribute("data-ref")) < ref) low = middle + 1;
      else high = middle;
    }
    return list[low - 1];
  };
  const strings = Object.entries(known.StringSets.stringSetSelectors).map(
    ([name, set]) => [name, set, [...source.querySelectorAll(set.selector)]] as const,
  );
  const running = Object.entries(known.RunningHeaders.runningSelectors).map(
    ([name, { selector }]) => [name, [...source.querySelectorAll(selector)]] as const,
  );
  const counters = Object.keys(known.Counters.counters)
    .filter((name) => name !== "page" && name !== "footnote")
    .map((name) => {
      const marked = `[data-counter-${name}-reset], [data-counter-${name}-increment]`;
      return [name, [...source.querySelectorAll(marked)]] as const;
    });
  const notes = [...source.querySelectorAll("[data-note='footnote']")];
  const noteResets = [...source.querySelectorAll("[data-counter-footnote-reset]")];
  const valueAfter = (element: Element | undefined, name: string) =>
    Number(
      element?.getAttribute(`data-counter-${name}-value`) ??
        element?.getAttribute(`data-counter-${name}-reset`) ??
        0,
    );
  const countBefore = (list: readonly Element[], ref: number) => {
    const last = lastBefore(list, ref);
    return last ? list.indexOf(last) + 1 : 0;
  };
  const startOf = (element: HTMLElement | undefined): PartStart => {
    const ref = Number(element?.dataset.ref ?? 0);
    const resetRef = Number(lastBefore(noteResets, ref)?.getAttribute("data-ref") ?? 0);
    return {
      ref,
      counters: Object.fromEntries(
        counters.map(([name, list]) => [name, valueAfter(lastBefore(list, ref), name)]),
      ),
      notes: countBefore(notes, ref) - countBefore(notes, resetRef),
      strings: Object.fromEntries(
        strings.flatMap(([name, { func, value }, list]) => {
          const last = lastBefore(list, ref);
          if (!last) return [];
          const text = func === "attr" ? (last.getAttribute(value ?? "") ?? "") : (last.textContent ?? "");
          return [[name, text] as const];
        }),
      ),
      running: Object.fromEntries(
        running.flatMap(([name, list]) => {
          const last = lastBefore(list, ref);
          return last ? [[name, Number(last.getAttribute("data-ref"))] as const] : [];
        }),
      ),
    };
  };
  const partStarts = [undefined, ...starts].map(startOf);
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  /** What names the page of something else: laid out with a number of its own, so that the right one finds room. */
  const references = Object.entries(known.TargetCounters.counterTargets).flatMap(([selector, target]) =>
    target.func !== "attr" || target.counter !== "page"
      ? []
      : [...source.querySelectorAll<HTMLElement>(selector.split(/::?/)[0] || "*")].flatMap((element) => {
          const address = target.args.map((name) => element.getAttribute(name)).find((value) => value);
          if (!address?.startsWith("#")) return [];
          const ref = Number(element.dataset.ref);
          return [{ element, ref, variable: target.variable, id: decode(address.slice(1)) }];
        }),
  );
  paged.briefingLayout = { ...paged.briefingLayout, starts: partStarts, references };
}
