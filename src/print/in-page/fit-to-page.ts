// In the page: makes what is wider than a page narrower, and lets boxes that are taller than a page be broken.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler that changes what does not fit on its page, and nothing else, just before Paged.js looks for the
 * place of the break:
 *
 * - a box to be scrolled shows all that it holds;
 * - a picture larger than the page is shrunk to it, its proportions kept;
 * - a box taller than the page that cannot be broken (an inline block, a box that clips) becomes one that can;
 * - a line that may not wrap, and a word longer than the line, wrap;
 * - a box wider than the page becomes as wide as the page; flex items wrap, the columns of a grid give way;
 * - a table wider than the page wraps, then shrinks to no less than 70 %, then breaks its words;
 * - a box placed off the page is taken out of the layout, which it would hold up without end; the proof names it.
 *
 * Styles are set on the page and in the source, so that they hold on the pages that follow. Self-contained: it runs in the page.
 */
export function fitToPage(): void {
  const paged = window as unknown as PagedWindow;
  type Styled = HTMLElement | SVGElement;
  type Properties = Readonly<Record<string, string>>;
  const REPLACED = "img, svg, canvas, video, object, embed";
  /** How small a table may be printed. */
  const TABLE_SIZES = ["0.9", "0.8", "0.7"];
  /** The narrowest column that can be read, in sizes of its font. */
  const LEAST_COLUMN = 3;
  const SLACK = 1;
  /** The most that is spared at the end of a page for spaces of a table that is cut, in pixels. */
  const EMPTY_EDGE = 8;
  const INDENTED = "ul, ol, blockquote";
  /** The shortest line in a list in lists, in sizes of its font. */
  const LEAST_LINE = 12;
  const DEEP = Array(4).fill(`:is(${INDENTED})`).join(" ");
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
  const isWide = (node: Element | Text, bounds: DOMRect) =>
    onPage(rectsOf(node), bounds).some(({ right }) => right > bounds.right + SLACK);

  const showScrolled = (box: HTMLElement) => {
    if (box.scrollHeight <= box.clientHeight + SLACK && box.scrollWidth <= box.clientWidth + SLACK) return;
    style(box, { overflow: "visible", height: "auto", "max-height": "none" });
  };

  const shrinkPicture = (picture: Styled, bounds: DOMRect) => {
    const [rect] = onPage(picture.getClientRects(), bounds);
    if (!rect || picture.parentElement?.closest("svg")) return;
    const caption =
      picture.closest("figure")?.querySelector("figcaption")?.getBoundingClientRect().height ?? 0;
    const isInline = getComputedStyle(picture).display.startsWith("inline");
    // Below a picture in a line there is room for the tails of letters.
    const tails = isInline ? Number.parseFloat(getComputedStyle(picture).fontSize) / 2 : 0;
    const room = bounds.height - tails - (caption < bounds.height / 2 ? caption : 0);
    const width = bounds.right - Math.max(rect.left, bounds.left);
    if (rect.height <= bounds.height + SLACK && rect.width <= width + SLACK) return;
    const scale = Math.min(room / rect.height, width / rect.width, 1);
    if (picture instanceof SVGSVGElement && !picture.hasAttribute("viewBox")) {
      const box = `0 0 ${rect.width} ${rect.height}`;
      const ref = picture.getAttribute("data-ref");
      for (const drawing of [picture, source?.querySelector(`svg[data-ref="${ref}"]`)]) {
        drawing?.setAttribute("viewBox", box);
      }
    }
    style(picture, {
      width: `${Math.floor(rect.width * scale)}px`,
      height: `${Math.floor(rect.height * scale)}px`,
      "max-width": "none",
      "max-height": "none",
      "min-width": "0",
      "min-height": "0",
    });
  };

  const letBreak = (box: HTMLElement, bounds: DOMRect) => {
    if (!onPage(box.getClientRects(), bounds).some(({ height }) => height > bounds.height + SLACK)) return;
    const display = getComputedStyle(box).display;
    style(box, {
      overflow: "visible",
      contain: "none",
      height: "auto",
      "min-height": "0",
      "max-height": "none",
      "break-inside": "auto",
      ...(display.startsWith("inline-") ? { display: display.replace("inline-", "") } : {}),
    });
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

  /** A box placed where no page is: Paged.js takes it for an overflow that no break can mend. */
  const dropPlaced = (rendered: Element, bounds: DOMRect) => {
    for (const box of rendered.querySelectorAll<HTMLElement>("[data-placed]")) {
      const rect = box.getBoundingClientRect();
      const isOff = rect.top >= bounds.bottom + bounds.height || rect.left >= bounds.right + bounds.width;
      if (rect.width > 0 && isOff) style(box, { display: "none" });
    }
  };

  const fit = (rendered: Element, bounds: DOMRect) => {
    for (const picture of rendered.querySelectorAll<Styled>(REPLACED)) shrinkPicture(picture, bounds);
    for (const box of rendered.querySelectorAll<HTMLElement>(`*:not(${REPLACED}, svg *)`)) {
      const rects = box.getClientRects();
      if (rects.length === 0 || (rects.length === 1 && (rects[0]?.height ?? 0) <= bounds.height)) continue;
      letBreak(box, bounds);
      letFlow(box, bounds);
      const caption = box.querySelector<HTMLElement>(":scope > caption");
      // Below a table that is cut, a caption would come on no page.
      if (caption && getComputedStyle(caption).captionSide === "bottom")
        style(caption, { "caption-side": "top" });
    }
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      fitText(text as Text, rendered, bounds);
    }
  };

  /** A default word would stand before what details hold on every page they run on to. */
  const dropDefaultSummaries = (rendered: Element) => {
    for (const details of rendered.querySelectorAll("details[data-split-from]:not(:has(> summary))")) {
      const summary = document.createElement("summary");
      summary.style.display = "none";
      details.prepend(summary);
    }
  };

  /** The overflow where Paged.js finds none: it passes over a text that begins in the next column (a first letter that floats). */
  const findMissed = (rendered: Element, bounds: DOMRect, gap: number): Range | undefined => {
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const rect = (text as Text).data.trim() ? rectsOf(text as Text)[0] : undefined;
      if (!rect || rect.left < bounds.right + gap - SLACK) continue;
      let first: Node = text;
      while (first.parentNode && first.parentNode !== rendered && !first.previousSibling)
        first = first.parentNode;
      const range = document.createRange();
      range.setStartBefore(first);
      range.setEndAfter(rendered.lastChild ?? first);
      return range;
    }
    return undefined;
  };

  /** Ends and edges of boxes that go on stand on the next page; here they could push out what was kept. */
  const cutEdges = (page: Element, broken: Node) => {
    for (let at: Node | null = broken.parentNode; at instanceof Element; at = at.parentNode) {
      const ref = at.getAttribute("data-ref");
      const box = page.querySelector<HTMLElement>(`[data-ref="${ref}"]`);
      for (const side of ["padding-bottom", "border-bottom-width", "margin-bottom"]) {
        box?.style.setProperty(side, "0", "important");
      }
    }
  };

  /** Whether the last that was kept stands in the next column after all. */
  const isPushedOut = (content: Element) => {
    const { right } = content.getBoundingClientRect();
    const last = [...content.querySelectorAll("[data-ref]")].at(-1);
    return last !== undefined && [...last.getClientRects()].some(({ left }) => left > right);
  };

  const layOutAnew = (content: HTMLElement) => {
    content.style.display = "none";
    content.getBoundingClientRect();
    content.style.removeProperty("display");
  };

  /** A word that is broken anywhere has no hyphen at the end of a line, and so none at the end of a page. */
  const dropHyphens = (content: Element) => {
    for (const broken of content.querySelectorAll<HTMLElement>(".pagedjs_hyphen")) {
      const text = broken.lastChild;
      const isAnywhere = getComputedStyle(broken).overflowWrap === "anywhere";
      if (isAnywhere && text instanceof Text) text.data = text.data.replace(/\u2011$/, "");
    }
  };

  /** Lists in lists, or quotations in quotations, so deep that their indents leave no room for words. */
  const limitIndents = (list: HTMLElement, origin: Element) => {
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

  /** A box of a fixed height beyond the page places what it holds on pages to come. */
  const letFlow = (box: HTMLElement, bounds: DOMRect) => {
    const { display, height, minHeight } = getComputedStyle(box);
    if (!/flex|grid/.test(display) || Number.parseFloat(height) <= bounds.height) return;
    const isFixed =
      Number.parseFloat(minHeight) > bounds.height ||
      box.computedStyleMap().get("height")?.toString() !== "auto";
    if (isFixed) style(box, { height: "auto", "min-height": "0" });
  };

  class FitToPage extends paged.Paged.Handler {
    onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout) {
      const findOverflow = layout.findOverflow.bind(layout);
      layout.findOverflow = (rendered, bounds) => {
        dropDefaultSummaries(rendered);
        for (const box of rendered.querySelectorAll<HTMLElement>("[data-scrolls]")) showScrolled(box);
        dropPlaced(rendered, bounds);
        if (layout.hasOverflow(rendered, bounds)) fit(rendered, bounds);
        return (
          findOverflow(rendered, bounds) ??
          (layout.hasOverflow(rendered, bounds) ? findMissed(rendered, bounds, layout.gap) : undefined)
        );
      };
    }

    afterPageLayout(element: Element, _page: unknown, token: { node?: Node } | undefined) {
      const content = element.querySelector<HTMLElement>(".pagedjs_page_content");
      if (!token?.node || !content) return;
      dropHyphens(content);
      if (!isPushedOut(content)) return;
      // The browser may keep an outdated layout of columns.
      layOutAnew(content);
      if (!isPushedOut(content)) return;
      cutEdges(content, token.node);
      layOutAnew(content);
      if (!isPushedOut(content)) return;
      // What a table keeps clear around its cells takes room even where the table goes on.
      content.style.height = `${content.getBoundingClientRect().height + EMPTY_EDGE}px`;
      layOutAnew(content);
    }

    renderNode(rendered: Node, origin: Node) {
      source ??= origin.getRootNode() as ParentNode & Node;
      if (!(rendered instanceof HTMLElement && origin instanceof Element) || !origin.matches(INDENTED))
        return;
      const isOutermost = !origin.parentElement?.closest(INDENTED);
      if (isOutermost && origin.querySelector(DEEP)) limitIndents(rendered, origin);
    }
  }
  paged.PagedPolyfill.registerHandlers(FitToPage);
}
