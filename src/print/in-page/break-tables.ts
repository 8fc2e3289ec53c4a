// In the page: breaks rows whose cells run over a page, and cells that span rows; Paged.js loses or repeats their text.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. Paged.js breaks a row at one place, in one of its cells: what the others hold beyond the page is lost
 * (https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/149). Where more than one runs over, the row moves to the next page, or, where
 * it is taller than a page, is cut in two, every cell at the end of the page. A cell that spans rows moves with them, or goes on as an
 * empty one (its text would be repeated, issue 188). A caption below a table that is cut stands above it. Self-contained: it runs in
 * the page.
 */
export function breakTables(): void {
  const paged = window as unknown as PagedWindow;
  let source: ParentNode | undefined;
  let cuts = 0;

  const originOf = <E extends Element>(element: E) =>
    source?.querySelector<E>(`[data-ref="${element.getAttribute("data-ref")}"]`) ?? undefined;
  const heightOf = (element: Element) =>
    [...element.getClientRects()].reduce((sum, { height }) => sum + height, 0);
  const textsIn = (root: Node): Text[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if ((text as Text).data.trim() && !text.parentElement?.closest("[data-repeated-head]"))
        texts.push(text as Text);
    }
    return texts;
  };
  const measured = document.createRange();
  /** Whether some of the text stands beyond the page: what comes later stands in columns to the right of it. */
  const isBeyond = (text: Text, from: number, to: number, bounds: DOMRect) => {
    measured.setStart(text, from);
    measured.setEnd(text, to);
    return [...measured.getClientRects()].some(({ width, left }) => width > 0 && left >= bounds.right);
  };

  const breakBefore = (node: Node, rendered: Element): Range => {
    const range = document.createRange();
    range.setStartBefore(node);
    range.setEndAfter(rendered.lastChild ?? node);
    return range;
  };

  const canMove = (first: Element, last: Element, rendered: Element, bounds: DOMRect) => {
    const [text] = textsIn(rendered);
    if (!text || first.contains(text)) return false;
    let height = 0;
    for (let at: Element | null = first; at; at = at === last ? null : at.nextElementSibling)
      height += heightOf(at);
    return height <= bounds.height;
  };

  /** Where in a cell the text beyond the page begins. */
  const findCut = (cell: Element, bounds: DOMRect): Range | undefined => {
    const text = textsIn(cell).find((candidate) => isBeyond(candidate, 0, candidate.length, bounds));
    if (!text) return undefined;
    let [low, high] = [0, text.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isBeyond(text, 0, middle + 1, bounds)) high = middle;
      else low = middle + 1;
    }
    const range = document.createRange();
    range.setStart(text, low);
    if (low === 0) {
      let first: Node = text;
      while (first.parentNode && first.parentNode !== cell && textsIn(first.parentNode)[0] === text)
        first = first.parentNode;
      range.setStartBefore(first);
    }
    range.setEnd(cell, cell.childNodes.length);
    return range;
  };

  /** Gives what is continued numbers of its own, which begin with those of the source. */
  const renumber = (root: Element | DocumentFragment, kept: Element) => {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      if (!(element instanceof Element)) continue;
      const ref = (element.getAttribute("data-ref") ?? "").replace(/~.*/, "");
      if (kept.querySelector(`[data-ref="${element.getAttribute("data-ref")}"]`)) {
        element.removeAttribute("id");
        element.setAttribute("data-split-from", ref);
      }
      if (ref) element.setAttribute("data-ref", `${ref}~${cuts}`);
    }
  };

  /** Cuts the row in two at the end of the page; the second part is put behind it, on the page and in the source. */
  const cutRow = (row: HTMLTableRowElement, bounds: DOMRect): Element | undefined => {
    const origin = originOf(row);
    const cells = [...row.cells];
    const ranges = cells.map((cell) => findCut(cell, bounds));
    const leavesSome = cells.some((cell, index) => {
      const [cut, [first]] = [ranges[index], textsIn(cell)];
      return first && cut?.comparePoint(first, 0) !== 0;
    });
    if (!origin || !leavesSome || cells.some(({ rowSpan }) => rowSpan > 1)) return undefined;
    cuts += 1;
    const rest = origin.cloneNode(false) as HTMLElement;
    rest.removeAttribute("id");
    rest.style.setProperty("height", "auto");
    rest.setAttribute("data-ref", `${(origin.getAttribute("data-ref") ?? "").replace(/~.*/, "")}~${cuts}`);
    for (const [index, cell] of cells.entries()) {
      const continued = cell.cloneNode(false) as HTMLElement;
      const content = ranges[index]?.extractContents();
      continued.removeAttribute("id");
      if (content) {
        renumber(content, cell);
        continued.append(content);
      }
      continued.setAttribute(
        "data-ref",
        `${(cell.getAttribute("data-ref") ?? "").replace(/~.*/, "")}~${cuts}`,
      );
      rest.append(continued);
    }
    origin.after(rest);
    const copy = rest.cloneNode(true) as Element;
    row.after(copy);
    return copy;
  };

  /** The row of the source with an empty cell for each that spans into it from before. */
  const continueSpans = (row: HTMLTableRowElement) => {
    const target = originOf(row);
    const rows = [...(target?.parentElement?.children ?? [])].filter(
      (other): other is HTMLTableRowElement => other instanceof HTMLTableRowElement,
    );
    if (!target || target.hasAttribute("data-spans-continued")) return;
    let open: { cell: HTMLTableCellElement; column: number; rows: number }[] = [];
    for (const current of rows) {
      if (current.hasAttribute("data-spans-continued")) open = [];
      const spans = open.filter((span) => span.rows > 0);
      const cells = [...current.cells];
      let column = 0;
      while (cells.length > 0 || spans.some((span) => span.column >= column)) {
        const span = spans.find((candidate) => candidate.column === column);
        const cell = span ? span.cell : cells.shift();
        if (!cell) {
          column += 1;
          continue;
        }
        if (span && current === target) {
          const empty = span.cell.cloneNode(false) as HTMLTableCellElement;
          empty.removeAttribute("id");
          empty.setAttribute(
            "data-ref",
            `${(span.cell.getAttribute("data-ref") ?? "").replace(/~.*/, "")}~${++cuts}`,
          );
          empty.rowSpan = span.rows;
          current.insertBefore(empty, cells[0] ?? null);
        }
        if (!span && cell.rowSpan > 1) open.push({ cell, column, rows: cell.rowSpan });
        column += cell.colSpan;
      }
      if (current === target) break;
      open = open.map((span) => ({ ...span, rows: span.rows - 1 })).filter((span) => span.rows > 0);
    }
    target.setAttribute("data-spans-continued", "");
  };

  /** The first of the rows that a cell holds together, where one spans into this row. */
  const firstSpanned = (row: HTMLTableRowElement): HTMLTableRowElement | undefined => {
    let first: HTMLTableRowElement | undefined;
    let distance = 1;
    for (
      let at = row.previousElementSibling;
      at instanceof HTMLTableRowElement;
      at = at.previousElementSibling
    ) {
      const reach = distance;
      if ([...at.cells].some(({ rowSpan }) => rowSpan > reach)) first = at;
      distance += 1;
    }
    return first;
  };

  const breakInRow = (
    row: HTMLTableRowElement,
    overflow: Range,
    rendered: Element,
    bounds: DOMRect,
    layout: PagedLayout,
  ) => {
    const origin = originOf(row);
    const added = [...(origin?.cells ?? [])]
      .slice(row.cells.length)
      .map((cell) => layout.append(cell, rendered, null, false));
    const over = [...row.cells].filter((cell) => findCut(cell, bounds) !== undefined);
    if (over.length > 1) {
      if (canMove(row, row, rendered, bounds)) return breakBefore(row, rendered);
      const rest = cutRow(row, bounds);
      if (rest) return breakBefore(rest, rendered);
    }
    for (const cell of added) (cell as Element).remove();
    return overflow;
  };

  const outermostRow = (element: Element | null, rendered: Element): HTMLTableRowElement | undefined => {
    let row: HTMLTableRowElement | undefined;
    for (let at = element?.closest("tr"); at && rendered.contains(at); at = at.parentElement?.closest("tr"))
      row = at;
    return row;
  };

  const adjust = (
    overflow: Range,
    rendered: Element,
    bounds: DOMRect,
    layout: PagedLayout,
  ): Range | undefined => {
    const { startContainer: container, startOffset: offset } = overflow;
    const first = container instanceof Text ? container : container.childNodes[offset];
    const element = first instanceof Element ? first : (first?.parentElement ?? null);
    const caption = element?.closest("caption");
    if (caption && rendered.contains(caption)) {
      // Without its rows the table would be narrower, and the caption longer.
      const table = caption.parentElement;
      if (table) table.style.minWidth = `${table.getClientRects()[0]?.width ?? 0}px`;
      return overflow;
    }
    const row = outermostRow(element, rendered);
    if (!row) return overflow;
    const spanned = firstSpanned(row);
    if (!spanned) return first === row ? overflow : breakInRow(row, overflow, rendered, bounds, layout);
    if (canMove(spanned, row, rendered, bounds)) return breakBefore(spanned, rendered);
    continueSpans(row);
    return breakBefore(row, rendered);
  };

  class BreakTables extends paged.Paged.Handler {
    onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout) {
      const findOverflow = layout.findOverflow.bind(layout);
      layout.findOverflow = (rendered, bounds) => {
        const overflow = findOverflow(rendered, bounds);
        return overflow && adjust(overflow, rendered, bounds, layout);
      };
    }

    renderNode(_rendered: Node, origin: Node) {
      source = origin.getRootNode() as ParentNode & Node;
    }
  }
  paged.PagedPolyfill.registerHandlers(BreakTables);
}
