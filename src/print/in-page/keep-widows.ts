// In the page: keeps the last lines of a block together; the browser leaves one alone where it could move the block.
import type { PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler: a break that would leave fewer lines than `widows` asks for on the next page moves
 * before the block, and before a heading that must stay with it. (Where the break can move up within the block, the
 * browser does that itself.) Self-contained: it runs in the page.
 */
export function keepWidows(): void {
  const paged = window as unknown as PagedWindow;

  const blockOf = (text: Node): HTMLElement | null => {
    let element = text.parentElement;
    while (element && getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };

  const countLines = (range: Range) => {
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    return new Set(lines.map(({ bottom }) => Math.round(bottom))).size;
  };

  /** What must move along: ancestors that begin with the block, and what must not be parted from it. */
  const firstToMove = (block: HTMLElement, wrapper: Element): HTMLElement => {
    let moved = block;
    for (;;) {
      const before = moved.previousElementSibling;
      const { parentElement: parent } = moved;
      if (before instanceof HTMLElement && moved.dataset.previousBreakAfter === "avoid") moved = before;
      else if (!before && parent && parent !== wrapper && wrapper.contains(parent)) moved = parent;
      else return moved;
    }
  };

  class KeepWidows extends paged.Paged.Handler {
    /** Runs when a page is found too full; a range in place of the one given moves the break. */
    onOverflow(overflow: Range | undefined, wrapper: Element, bounds: DOMRect) {
      const block = overflow?.startContainer instanceof Text ? blockOf(overflow.startContainer) : null;
      if (!overflow || !block || block.closest("table, pre") || !wrapper.contains(block)) return undefined;
      const rest = document.createRange();
      rest.setStart(overflow.startContainer, overflow.startOffset);
      rest.setEndAfter(block);
      if (countLines(rest) >= Number(getComputedStyle(block).widows)) return undefined;
      const moved = firstToMove(block, wrapper);
      // What begins the page has nowhere to go.
      const top = moved.getClientRects()[0]?.top ?? 0;
      if (moved.hasAttribute("data-split-from") || top <= bounds.top + 1) return undefined;
      const range = overflow.cloneRange();
      range.setStartBefore(moved);
      return range;
    }
  }
  paged.PagedPolyfill.registerHandlers(KeepWidows);
}
