// In the page: makes Paged.js ready to lay out any part of the document, and finds where the parts begin.
import type { LayoutPlan, PlannedPart } from "../layout/layout-plan.ts";
import type { PagedHandlers, PagedWindow, PartStart } from "./paged-js.ts";

/**
 * Lets Paged.js read styles and source, but lay out nothing yet; then finds the parts: a part begins where the styles put a
 * block on a new page. What a part takes over from those before it (counters, running strings) is read from the source,
 * so that every part can be laid out by itself. Self-contained: it runs in the page.
 */
export async function startLayout(): Promise<LayoutPlan> {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;
  const { registeredHandlers } = paged.Paged;

  const handlers: Record<string, object> = {};
  for (const [index, Original] of registeredHandlers.entries()) {
    if (
      ![
        "AtPage",
        "PositionFixed",
        "Footnotes",
        "Counters",
        "StringSets",
        "RunningHeaders",
        "TargetCounters",
      ].includes(Original.name)
    )
      continue;
    registeredHandlers[index] = class extends Original {
      constructor(...args: unknown[]) {
        super(...args);
        handlers[Original.name] = this;
      }
      // References to pages are filled in when all pages are known; Paged.js looks through all of them after each.
      afterPageLayout(...args: unknown[]) {
        if (Original.name === "TargetCounters") return undefined;
        return (
          Original.prototype as { afterPageLayout?: (...args: unknown[]) => unknown }
        ).afterPageLayout?.apply(this, args);
      }
    };
  }
  chunker.render = async () => ({ done: true });
  await paged.PagedPolyfill.preview();
  const known = handlers as unknown as PagedHandlers;

  const { source } = chunker;
  const elements: (HTMLElement | undefined)[] = [];
  const indexOfRefs: Record<string, Element> = {};
  for (const element of source.querySelectorAll<HTMLElement>("[data-ref]")) {
    elements[Number(element.dataset.ref)] = element;
    indexOfRefs[element.dataset.ref ?? ""] = element;
  }
  // Else every search for an element goes through the whole source.
  source.indexOfRefs = indexOfRefs;

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
  paged.briefingLayout = { handlers: known, starts: partStarts, elements, references };

  /** A part as it is in the source, with what it takes over: the same text gives the same pages. */
  const describePart = (index: number): { text: string; letters: number } => {
    const [start, end] = [starts[index - 1], starts[index]];
    const range = document.createRange();
    if (start) range.setStartBefore(start);
    else range.setStart(source, 0);
    if (end) range.setEndBefore(end);
    else range.setEnd(source, source.childNodes.length);
    const holder = document.createElement("div");
    const ancestors: Element[] = [];
    for (let above = start?.parentElement; above; above = above.parentElement) {
      ancestors.push(above.cloneNode(false) as Element);
    }
    holder.append(range.cloneContents());
    const first = partStarts[index]?.ref ?? 0;
    for (const element of holder.querySelectorAll("[data-ref]")) {
      element.setAttribute("data-ref", String(Number(element.getAttribute("data-ref")) - first));
    }
    for (const element of ancestors) element.removeAttribute("data-ref");
    const { counters: values, notes: count, strings: texts, running: heads } = partStarts[index] as PartStart;
    const headTexts = Object.entries(heads).map(([name, ref]) => [name, elements[ref]?.innerHTML]);
    const text = JSON.stringify([
      values,
      count,
      texts,
      headTexts,
      ancestors.map((element) => element.outerHTML),
      holder.innerHTML,
    ]);
    return { text, letters: holder.textContent.length };
  };
  const digest = async (text: string) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const parts: PlannedPart[] = [];
  for (const [index, { ref }] of partStarts.entries()) {
    const { text, letters } = describePart(index);
    const ancestors: number[] = [];
    for (let above = starts[index - 1]?.parentElement; above; above = above.parentElement) {
      ancestors.push(Number(above.dataset.ref));
    }
    const pictures = [
      ...text.matchAll(
        /(?:src|srcset|data|href|poster)=\\"([^"\\]+\.(?:png|jpe?g|gif|webp|avif|svg)[^"\\]*)\\"/gi,
      ),
    ].map(([, address]) => address ?? "");
    const next = partStarts[index + 1]?.ref ?? Number.POSITIVE_INFINITY;
    const named = references.filter((reference) => reference.ref >= ref && reference.ref < next);
    parts.push({
      ref,
      ancestors,
      digest: await digest(text),
      letters,
      pictures,
      references: [...new Set(named.map(({ id }) => id))],
    });
  }

  const sheets = [...document.head.querySelectorAll("style")].map(({ sheet, textContent }) => {
    if (textContent?.trim()) return textContent;
    // The rules that handlers add are nowhere as text.
    return (
      [...(sheet?.cssRules ?? [])]
        .map(({ cssText }) => cssText)
        // What counts elements by their numbers is written to the elements when their part is laid out.
        .filter((text) => !/^\[data-ref="\d+"\]/.test(text))
        .join("\n")
    );
  });
  const pageRules = Object.values(known.AtPage.pages);
  const breaks = [...candidates].flatMap(({ dataset }) => [dataset.breakBefore, dataset.previousBreakAfter]);
  const attributesOf = (element: Element) =>
    [...element.attributes].map(({ name, value }) => [name, value] as const);
  return {
    parts,
    sheets: sheets.filter((text) => text !== ""),
    root: attributesOf(document.documentElement),
    body: attributesOf(document.body),
    // They are taken out of the source and put on every page.
    fixed: known.PositionFixed.fixedElements.map(({ outerHTML }) => outerHTML),
    dependsOn: pageRules.some(({ nth }) => nth)
      ? "page"
      : pageRules.some(({ psuedo }) => psuedo === "left" || psuedo === "right") ||
          breaks.some((value) => value && /left|right|recto|verso/.test(value))
        ? "side"
        : "nothing",
  };
}
