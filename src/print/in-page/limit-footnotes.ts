// In the page: lets a footnote that is taller than its page go on at the foot of the pages that follow.
import type { PagedPage, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. Paged.js gives the rest of a note all the room that it needs on the next page, were it more than a page:
 * the text then has none, and is lost (https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/130). Here notes take three quarters of a
 * page at most. It also makes Paged.js wait for the pages that it adds for notes alone. Self-contained: it runs in the page.
 */
export function limitFootnotes(): void {
  const paged = window as unknown as PagedWindow;
  const { chunker } = paged.PagedPolyfill;
  const MOST = 0.75;
  const HEIGHT = "--pagedjs-footnotes-height";
  const pending: Promise<unknown>[] = [];

  const clonePage = chunker.clonePage.bind(chunker);
  chunker.clonePage = (page) => {
    const done = clonePage(page);
    pending.push(done);
    return done;
  };

  class LimitFootnotes extends paged.Paged.Handler {
    /** Runs when the rest of the last page’s notes was put on the page, and nothing else. */
    beforePageLayout(page: PagedPage) {
      const area = page.element.querySelector<HTMLElement>(".pagedjs_area");
      const notes = area?.querySelector<HTMLElement>(".pagedjs_footnote_inner_content");
      const content = notes?.parentElement;
      if (!area || !notes || !content) return;
      const limit = Math.floor(area.getBoundingClientRect().height * MOST);
      const height = Number.parseFloat(area.style.getPropertyValue(HEIGHT));
      if (!(height > limit)) return;
      area.style.setProperty(HEIGHT, `${limit}px`);
      const edges = content.getBoundingClientRect().height - content.clientHeight;
      const { paddingTop, paddingBottom } = getComputedStyle(content);
      const room = limit - edges - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
      notes.style.height = `${room}px`;
    }

    afterPageLayout() {
      return Promise.all(pending.splice(0));
    }
  }
  paged.PagedPolyfill.registerHandlers(LimitFootnotes);
}
