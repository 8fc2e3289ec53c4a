// In the page: keeps the last lines of a block together, a heading with what it heads, a table's head with a row.
import type { PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler that moves a break up. One that would leave fewer lines than `widows` asks for on the
 * next page moves before the block (where it can move up within the block, the browser does that itself). One before
 * a block moves before all that must stay with it: Paged.js looks one element back, which parts a heading from a
 * list when the list's first term has to move. One before the first row of a table moves before the table.
 * Self-contained: it runs in the page.
 */
export function keepTogether(): void {
  const paged = window as unknown as PagedWindow;

  const blockOf = (node: Node): HTMLElement | null => {
    let element = node instanceof HTMLElement ? node : node.parentElement;
    while (element && getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };

  const countLines = (range: Range) => {
    // Letters of several sizes share a line: what begins above the middle of a line belongs to it.
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0).sort((a, b) => a.top - b.top);
    let lines = 0;
    let middle = Number.NEGATIVE_INFINITY;
    for (const { top, bottom } of boxes) {
      if (top < middle) continue;
      lines += 1;
      middle = (top + bottom) / 2;
    }
    return lines;
  };

  /** Whether no break may stand before the element: Paged.js turns what styles say of breaks into these marks. */
  const isTiedToLast = ({ dataset }: HTMLElement) =>
    dataset.previousBreakAfter === "avoid" || dataset.breakBefore === "avoid";

  /** The block, or the first of what must not be parted from it or from what begins with it. */
  const firstToMove = (block: HTMLElement, wrapper: Element): HTMLElement => {
    let first = block;
    let reached: HTMLElement = block;
    for (;;) {
      const before = reached.previousElementSibling;
      const { parentElement: parent } = reached;
      if (before instanceof HTMLElement && isTiedToLast(reached)) {
        first = before;
        reached = before;
      } else if (!before && parent && parent !== wrapper && wrapper.contains(parent)) reached = parent;
      else return first;
    }
  };

  /** Whether all rows of a table come after a break before the block: its caption or head would stand alone. */
  const isBeforeRows = (table: HTMLTableElement, block: HTMLElement): boolean => {
    const row = table.querySelector(":scope > tbody > tr, :scope > tr");
    if (table.hasAttribute("data-split-from")) return false;
    // Where there is none, the page was full before the first came.
    return (
      !row || block === row || (row.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    );
  };

  /** The element before which the break should stand, where that is not where it stands. */
  const findMoved = (overflow: Range, wrapper: Element): HTMLElement | undefined => {
    const { startContainer: container, startOffset: offset } = overflow;
    const first = container instanceof Text ? container : container.childNodes[offset];
    const block = first && blockOf(first);
    if (!block || !wrapper.contains(block)) return undefined;
    const table = block.closest("table");
    if (table && block !== table) return isBeforeRows(table, block) ? firstToMove(table, wrapper) : undefined;
    const kept = document.createRange();
    kept.setStartBefore(block);
    kept.setEnd(container, offset);
    if (block === first || countLines(kept) === 0) {
      const moved = firstToMove(block, wrapper);
      return moved === block ? undefined : moved;
    }
    if (block.closest("pre")) return undefined;
    const rest = document.createRange();
    rest.setStart(container, offset);
    rest.setEndAfter(block);
    if (countLines(rest) >= Number(getComputedStyle(block).widows)) return undefined;
    return firstToMove(block, wrapper);
  };

  class KeepTogether extends paged.Paged.Handler {
    /** Runs when a page is found too full; a range in place of the one given moves the break. */
    onOverflow(overflow: Range | undefined, wrapper: Element, bounds: DOMRect) {
      const moved = overflow && findMoved(overflow, wrapper);
      if (!overflow || !moved) return undefined;
      // What begins the page has nowhere to go.
      const top = moved.getClientRects()[0]?.top ?? 0;
      if (moved.hasAttribute("data-split-from") || top <= bounds.top + 1) return undefined;
      const range = overflow.cloneRange();
      range.setStartBefore(moved);
      return range;
    }
  }
  paged.PagedPolyfill.registerHandlers(KeepTogether);
}
