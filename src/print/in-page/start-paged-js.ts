// In the page: makes Paged.js ready to lay out any part of the document.
import type { PagedHandlers, PagedWindow } from "./paged-js.ts";

/**
 * Lets Paged.js read styles and source, but lay out nothing yet, and keeps hold of the handlers that carry something from page to
 * page. Self-contained: it runs in the page.
 */
export async function startPagedJs(): Promise<void> {
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
  const rules = known.Counters.styleSheet.cssRules.length;
  paged.briefingLayout = { handlers: known, rules, elements, starts: [], references: [] };
}
