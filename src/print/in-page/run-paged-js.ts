// In the page: runs Paged.js, with its errors made errors and endless layouts stopped.
import type { PagedPage, PagedWindow } from "./paged-js.ts";

/**
 * Paginates the document; rejects where Paged.js would go on without a word. When all pages are cut, the root element
 * bears `data-paginated`, by which styles can give up room that they kept for page numbers until these were known.
 * Self-contained: it runs in the page.
 * @param maxPages the layout is called endless beyond it
 * @param maxEmptyPages the layout is called endless after so many pages in a row without text or figures
 */
export async function runPagedJs(maxPages: number, maxEmptyPages: number): Promise<void> {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;

  // Paged.js waits for a screen frame (16 ms) before each page; a message to itself keeps the page as responsive.
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  chunker.q.tick = (callback) => {
    waiting.push(callback);
    channel.port2.postMessage(undefined);
  };

  // `Page.layout` drops the error of the layout it runs: watch for the layout and raise it.
  const addPage = chunker.addPage.bind(chunker);
  chunker.addPage = (blank) => {
    const page = addPage(blank);
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
            throw new Error(`${result.error.message} on page ${chunker.pages.length}${place}: “${words}”`);
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
    if (outcome instanceof Error) throw new Error(`${outcome.message} on page ${chunker.pages.length}`);
    return outcome;
  };

  let emptyPages = 0;
  let lastWords = "";
  class WatchProgress extends paged.Paged.Handler {
    afterPageLayout(element: HTMLElement) {
      const content = element.querySelector(".pagedjs_page_content");
      const words = (content?.textContent ?? "").trim().replace(/\s+/g, " ");
      emptyPages = words || content?.querySelector("img, svg, canvas, object, hr") ? 0 : emptyPages + 1;
      if (words) lastWords = words.slice(-80);
      if (emptyPages > maxEmptyPages || chunker.pages.length > maxPages) {
        throw new Error(`The layout makes pages without end; the last text it placed was “${lastWords}”`);
      }
      paged.briefingProgress(chunker.pages.length);
    }
  }
  paged.PagedPolyfill.registerHandlers(WatchProgress);
  await paged.PagedPolyfill.preview();
  channel.port1.close();
  document.documentElement.setAttribute("data-paginated", "");
}
