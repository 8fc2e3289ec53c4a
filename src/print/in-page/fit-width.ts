// In the page: makes what is wider than the page narrower.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. A box wider than the page becomes as wide as the page; flex items wrap, and the columns of a grid give way.
 * A line that may not wrap, and a word longer than the line, wrap. A table wider than the page wraps, then shrinks to no less than 70 %,
 * then breaks its words, unless its columns would be too narrow to be read. Styles are set on the page and in the source, so that they hold
 * on the pages that follow. Self-contained: it runs in the page.
 */
export function fitWidth(): void {
  const paged = window as unknown as PagedWindow;
  type Styled = HTMLElement | SVGElement;
  type Properties = Readonly<Record<string, string>>;
  /** How small a table may be printed. */
  const TABLE_SIZES = ["0.9", "0.8", "0.7"];
  /** The narrowest column that can be read, in sizes of its font. */
  const LEAST_COLUMN = 3;
  const SLACK = 1;
  /** The next column stands a thousand pixels away. */
  const NEAR = 500;
  let source: ParentNode | undefined;

  const style = (element: Styled, properties: Properties) => {
    const ref = element.getAttribute("data-ref");
    const origin = ref ? source?.querySelector<Styled>(`[data-ref="${ref}"]`) : undefined;
    for (const target of origin ? [element, origin] : [element]) {
      for (const [name, value] of Object.entries(properties))
        target.style.setProperty(name, value, "important");
    }
  };

  /** Rectangles on the page itself; what comes later stands in columns to the right of it. */
  const onPage = (rects: Iterable<DOMRect>, bounds: DOMRect) =>
    [...rects].filter(({ left, width }) => width > 0 && left < bounds.right);
  const measured = document.createRange();
  const rectsOf = (node: Element | Text) => {
    if (node instanceof Element) return node.getClientRects();
    measured.selectNodeContents(node);
    return measured.getClientRects();
  };
  /** White space may hang over the end of a line: words alone count. */
  const wordRects = (text: Text) =>
    [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      measured.setStart(text, index);
      measured.setEnd(text, index + word.length);
      return [...measured.getClientRects()];
    });
  const isWide = (node: Element | Text, bounds: DOMRect) => {
    const isBeyond = ({ right }: DOMRect) => right > bounds.right + SLACK;
    if (!onPage(rectsOf(node), bounds).some(isBeyond)) return false;
    if (node instanceof Element) return true;
    return wordRects(node).some((rect) => rect.left < bounds.right + NEAR && isBeyond(rect));
  };

  const letWrap = (element: HTMLElement) => {
    const { whiteSpace } = getComputedStyle(element);
    if (whiteSpace === "nowrap") style(element, { "white-space": "normal" });
    if (whiteSpace === "pre") style(element, { "white-space": "pre-wrap" });
  };

  const narrow = (element: HTMLElement) => {
    style(element, { "max-width": "100%", "min-width": "0", "box-sizing": "border-box" });
    const parent = element.parentElement;
    for (const box of parent ? [element, parent] : [element]) {
      const { display, flexDirection, gridTemplateColumns } = getComputedStyle(box);
      if (display.endsWith("flex") && flexDirection.startsWith("row")) style(box, { "flex-wrap": "wrap" });
      if (display.endsWith("grid")) {
        const tracks = gridTemplateColumns.replace(/([\d.]+)px/g, "minmax(0, $1fr)");
        style(box, { "grid-template-columns": tracks });
      }
    }
  };

  const isTableWide = (table: HTMLElement, bounds: DOMRect) => {
    const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (isWide(text as Text, bounds)) return true;
    }
    return isWide(table, bounds);
  };

  const isLegible = (cell: HTMLElement) => {
    const { paddingLeft, paddingRight, fontSize } = getComputedStyle(cell);
    const width = cell.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return !cell.textContent?.trim() || width >= LEAST_COLUMN * Number.parseFloat(fontSize);
  };

  const shrinkTable = (table: HTMLElement, bounds: DOMRect) => {
    for (const part of [table, ...table.querySelectorAll<HTMLElement>("*")]) letWrap(part);
    style(table, { "max-width": "100%", "min-width": "0" });
    for (const size of TABLE_SIZES) {
      if (!isTableWide(table, bounds)) return;
      style(table, { zoom: size });
    }
    if (!isTableWide(table, bounds)) return;
    style(table, { "overflow-wrap": "anywhere" });
    const cells = [...table.querySelectorAll<HTMLElement>("td, th")];
    if (!cells.every(isLegible)) style(table, { "overflow-wrap": "normal", zoom: "1" });
  };

  /** The elements that a text stands in, from the outermost. */
  const elementsAround = (text: Text, rendered: Element): HTMLElement[] => {
    const around: HTMLElement[] = [];
    for (let at = text.parentElement; at && at !== rendered; at = at.parentElement) around.unshift(at);
    return around;
  };

  const fitText = (text: Text, rendered: Element, bounds: DOMRect) => {
    if (!text.data.trim() || !isWide(text, bounds)) return;
    const around = elementsAround(text, rendered);
    if (around.some((element) => /absolute|fixed/.test(getComputedStyle(element).position))) return;
    const table = around.find((element) => element.matches("table") && isTableWide(element, bounds));
    if (table) {
      if (!table.hasAttribute("data-fit-tried")) shrinkTable(table, bounds);
      table.setAttribute("data-fit-tried", "");
      return;
    }
    for (const element of around) {
      if (!isWide(text, bounds)) return;
      if (isWide(element, bounds) && !getComputedStyle(element).display.startsWith("inline")) narrow(element);
    }
    if (!isWide(text, bounds)) return;
    for (const element of around) letWrap(element);
    const block = around.findLast((element) => !/^(inline|contents)/.test(getComputedStyle(element).display));
    if (block) style(block, { "overflow-wrap": "anywhere" });
  };

  class FitWidth extends paged.Paged.Handler {
    onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout) {
      const findOverflow = layout.findOverflow.bind(layout);
      layout.findOverflow = (rendered, bounds) => {
        if (layout.hasOverflow(rendered, bounds)) {
          const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            fitText(text as Text, rendered, bounds);
          }
        }
        return findOverflow(rendered, bounds);
      };
    }

    renderNode(_rendered: Node, origin: Node) {
      source = origin.getRootNode() as ParentNode & Node;
    }
  }
  paged.PagedPolyfill.registerHandlers(FitWidth);
}
