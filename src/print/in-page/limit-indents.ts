// In the page: keeps the indents of lists in lists from taking all the width.
import type { PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler that makes the indents of nested lists and quotations smaller where the deepest would leave no room for
 * words: Paged.js loses most of such a list (https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/84). Self-contained: it runs in the
 * page.
 */
export function limitIndents(): void {
  const paged = window as unknown as PagedWindow;
  const INDENTED = "ul, ol, blockquote";
  /** The shortest line in a list in lists, in sizes of its font. */
  const LEAST_LINE = 12;
  const DEEP = Array(4).fill(`:is(${INDENTED})`).join(" ");

  /** Lists in lists, or quotations in quotations, so deep that their indents leave no room for words. */
  const narrowIndents = (list: HTMLElement, origin: Element) => {
    const room = list.parentElement?.clientWidth ?? 0;
    const { paddingLeft, paddingRight, fontSize } = getComputedStyle(list);
    const left = list.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const inner = [...origin.querySelectorAll<HTMLElement>(INDENTED)];
    const depthOf = (element: Element) => {
      let depth = 1;
      for (let at = element.parentElement; at && at !== origin; at = at.parentElement)
        if (at.matches(INDENTED)) depth += 1;
      return depth + 1;
    };
    const depth = Math.max(...inner.map(depthOf));
    const spare = room - LEAST_LINE * Number.parseFloat(fontSize);
    if (depth * (room - left) <= spare) return;
    for (const element of [list, origin as HTMLElement, ...inner]) {
      element.style.setProperty("margin-inline", "0", "important");
      element.style.setProperty(
        "padding-inline",
        `${Math.max(0, Math.floor(spare / depth))}px 0`,
        "important",
      );
    }
  };

  class LimitIndents extends paged.Paged.Handler {
    renderNode(rendered: Node, origin: Node) {
      if (!(rendered instanceof HTMLElement && origin instanceof Element) || !origin.matches(INDENTED))
        return;
      const isOutermost = !origin.parentElement?.closest(INDENTED);
      if (isOutermost && origin.querySelector(DEEP)) narrowIndents(rendered, origin);
    }
  }
  paged.PagedPolyfill.registerHandlers(LimitIndents);
}
