// In the page: lays out one part of the document by itself.
import type { LayoutOutcome } from "../layout/laid-out-part.ts";
import type { BreakToken, PagedPage, PagedWindow } from "./paged-js.ts";

/** Which part to lay out, and what to take for what is not known before all are. */
export interface PartOrder {
  readonly first: number;
  /** The part after its last. */
  readonly end: number;
  /** How many pages are taken to come before: 0 for the first part of a document, else at least 1. */
  readonly before: number;
  /** The numbers of the pages that references name, by id. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * Lays out the parts from `first` to before `end` as one. Paged.js goes on from the break where the part begins, as it would after
 * the page before; what is carried over from earlier pages has been read from the source. Self-contained: it runs in the page.
 */
export async function layOutPart({ first, end, before, numbers }: PartOrder): Promise<LayoutOutcome> {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;
  const { handlers, starts, elements, references, rules } = paged.briefingLayout;
  const { pagesArea, source } = chunker;
  const start = starts[first];
  const [startNode, endNode] = [elements[start?.ref ?? 0], elements[starts[end]?.ref ?? -1]];
  if (!start) throw new Error("There is no such part.");

  // What was laid out before is gone; rules that name pages by their numbers were for it alone.
  for (const page of chunker.pages) page.destroy();
  pagesArea.replaceChildren();
  const { styleSheet } = handlers.Counters;
  while (styleSheet.cssRules.length > rules) styleSheet.deleteRule(rules);

  // What stands on earlier pages, as it would be after them.
  chunker.pages = Array.from({ length: before }, () => {
    const element = document.createElement("div");
    pagesArea.append(element);
    return { id: "", element, destroy: () => element.remove() } as unknown as PagedPage;
  });
  chunker.total = before;
  chunker.rendered = true;
  chunker.charsPerBreak = [];
  chunker.maxChars = undefined;
  delete chunker.settings.maxChars;
  handlers.StringSets.pageLastString = { ...start.strings };
  for (const [name, set] of Object.entries(handlers.RunningHeaders.runningSelectors)) {
    const running = elements[start.running[name] ?? -1];
    if (running) set.first = running;
    else delete set.first;
  }
  const counters = Object.entries(start.counters).map(([name, value]) => `${name} ${value}`);
  const carried = [...counters, `footnote ${start.notes} footnote-marker ${start.notes}`].join(" ");
  // Numbers of pages are not known yet; boxes in the margin are given room for three digits.
  pagesArea.style.counterReset = `${carried} page 888 pages 888`;

  const next = starts[end]?.ref ?? Number.POSITIVE_INFINITY;
  const named = references.filter(({ ref }) => ref >= start.ref && ref < next);
  for (const { element } of named) element.style.removeProperty("counter-reset");
  for (const { element, variable, id } of named) {
    const own = element.style.counterReset;
    element.style.counterReset = `${own} ${variable} ${numbers[id] ?? 0}`.trim();
  }

  const beginning: BreakToken | undefined = startNode && {
    node: startNode,
    offset: 0,
    equals: (other) => other?.node === startNode && !other.offset,
    toJSON: () => `start of ${start.ref}`,
  };
  let failure: Error | undefined;
  let last: BreakToken | undefined;
  try {
    for await (const token of chunker.layout(source, beginning)) {
      last = token;
      if (!token || !endNode) continue;
      const position = endNode.compareDocumentPosition(token.node);
      if (position === 0 || position & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINS))
        break;
    }
    // The last notes of a part may be on a page that is added without being waited for.
    await new Promise((resolve) => setTimeout(resolve));
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  const pages = chunker.pages.length - before;
  const runsOn =
    (endNode !== undefined && last?.node !== endNode) ||
    (endNode && handlers.Footnotes.needsLayout.length > 0);
  if (failure) return { kind: "failed", message: failure.message, page: pages };
  return { kind: runsOn ? "runs-on" : "stands" };
}
