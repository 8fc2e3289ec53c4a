// In the page: shrinks what is taller than a page and cannot be broken, or lets it be broken.
import type { PagedLayout, PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. A box to be scrolled shows all that it holds; a picture larger than the page is shrunk to it, its
 * proportions kept; a box taller than the page that cannot be broken (an inline block, a box that clips) becomes one that can, and a row
 * or grid of a fixed height beyond the page gives it up; a caption below a table that is cut stands above it. A box placed off the page is
 * taken out of the layout, which it would hold up without end: the proof names it. Styles are set on the page and in the source, so that
 * they hold on the pages that follow. Self-contained: it runs in the page.
 */
export function fitHeight(): void {
  const paged = window as unknown as PagedWindow;
  type Styled = HTMLElement | SVGElement;
  type Properties = Readonly<Record<string, string>>;
  const REPLACED = "img, svg, canvas, video, object, embed";
  const SLACK = 1;
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

  /** A box of a fixed height beyond the page places what it holds on pages to come. */
  const letFlow = (box: HTMLElement, bounds: DOMRect) => {
    const { display, height, minHeight } = getComputedStyle(box);
    if (!/flex|grid/.test(display) || Number.parseFloat(height) <= bounds.height) return;
    const isFixed =
      Number.parseFloat(minHeight) > bounds.height ||
      box.computedStyleMap().get("height")?.toString() !== "auto";
    if (isFixed) style(box, { height: "auto", "min-height": "0" });
  };

  /** A box placed where no page is: Paged.js takes it for an overflow that no break can mend. */
  const dropPlaced = (rendered: Element, bounds: DOMRect) => {
    for (const box of rendered.querySelectorAll<HTMLElement>("[data-placed]")) {
      const rect = box.getBoundingClientRect();
      const isOff = rect.top >= bounds.bottom + bounds.height || rect.left >= bounds.right + bounds.width;
      if (rect.width > 0 && isOff) style(box, { display: "none" });
    }
  };

  const fitAll = (rendered: Element, bounds: DOMRect) => {
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
  };

  class FitHeight extends paged.Paged.Handler {
    onPageLayout(_wrapper: Element, _token: unknown, layout: PagedLayout) {
      const findOverflow = layout.findOverflow.bind(layout);
      layout.findOverflow = (rendered, bounds) => {
        for (const box of rendered.querySelectorAll<HTMLElement>("[data-scrolls]")) showScrolled(box);
        dropPlaced(rendered, bounds);
        if (layout.hasOverflow(rendered, bounds)) fitAll(rendered, bounds);
        return findOverflow(rendered, bounds);
      };
    }

    renderNode(_rendered: Node, origin: Node) {
      source = origin.getRootNode() as ParentNode & Node;
    }
  }
  paged.PagedPolyfill.registerHandlers(FitHeight);
}
