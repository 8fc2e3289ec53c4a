// In the page: makes the errors that Paged.js passes over errors, and stops layouts without end.
import type { PagedPage, PagedWindow } from "./paged-js.ts";

/**
 * Watches over every page that is laid out from now on. Self-contained: it runs in the page.
 * @param maxPages the layout is called endless beyond it
 * @param maxEmptyPages the layout is called endless after so many pages in a row without text or figures
 */
export function guardLayout(maxPages: number, maxEmptyPages: number): void {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;
  let pages = 0;
  let emptyPages = 0;
  let lastWords = "";

  // `Page.layout` drops the error of the layout it runs: watch for the layout and raise it.
  const addPage = chunker.addPage.bind(chunker);
  chunker.addPage = (blank) => {
    const page = addPage(blank);
    // Pages are watched for a change of size in case a picture or a font comes late; here all are there before.
    page.addListeners = () => undefined;
    let method = page.layoutMethod;
    Object.defineProperty(page, "layoutMethod", {
      configurable: true,
      get: () => method,
      set: (layout: PagedPage["layoutMethod"]) => {
        method = layout;
        const renderTo = layout.renderTo.bind(layout);
        layout.renderTo = async (...args) => {
          const result = await renderTo(...args);
          if (result.error) {
            const words = (result.error.items?.[0]?.textContent ?? "")
              .trim()
              .replace(/\s+/g, " ")
              .slice(0, 80);
            const first = result.error.items?.[0];
            const element = first instanceof Element ? first : first?.parentElement;
            const part = element?.closest("[data-part]")?.getAttribute("data-part");
            const place = part ? ` in the part ${part}` : "";
            const ref = element?.closest("[data-ref]")?.getAttribute("data-ref") ?? "";
            throw new Error(`${result.error.message}${place}: “${words}”
data-ref ${ref}`);
          }
          return result;
        };
      },
    });
    return page;
  };

  // A layout that repeats itself ends the generator with an error as its value, which nobody looks at.
  const layout = chunker.layout.bind(chunker);
  chunker.layout = async function* (...args) {
    const outcome = yield* layout(...args);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };

  class WatchProgress extends paged.Paged.Handler {
    afterPageLayout(element: HTMLElement) {
      pages += 1;
      const content = element.querySelector(".pagedjs_page_content");
      const words = (content?.textContent ?? "").trim().replace(/\s+/g, " ");
      emptyPages = words || content?.querySelector("img, svg, canvas, object, hr") ? 0 : emptyPages + 1;
      if (words) lastWords = words.slice(-80);
      if (emptyPages > maxEmptyPages || pages > maxPages) {
        throw new Error(`The layout makes pages without end; the last text it placed was “${lastWords}”`);
      }
      paged.briefingProgress(pages);
    }
  }
  paged.PagedPolyfill.registerHandlers(WatchProgress);
}
