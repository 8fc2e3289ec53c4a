// Finds text that is there but cannot be read: cut off by its box, outside of the window, or under other text (WCAG 1.4.4, 1.4.10, 1.4.12).
import type { Means } from "./run-in-page.ts";

/** Every text that is cut off, off the side of the page, or overlapped by that of another block. */
export function findLostText({ tell, drawn, ownText }: Means): string[] {
  const width = document.documentElement.clientWidth;
  const faults: string[] = [];
  // For ears only: a box of one pixel, on purpose.
  const isForEars = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { clipPath, position } = getComputedStyle(at);
      const { width: wide, height } = at.getBoundingClientRect();
      if (position === "absolute" && (clipPath !== "none" || (wide <= 2 && height <= 2))) return true;
    }
    return false;
  };
  // A skip link stands aside until it has the focus.
  const isOffOnPurpose = (element: Element): boolean => {
    const link = element.closest('a[href^="#"]');
    return link !== null && /absolute|fixed/.test(getComputedStyle(link).position);
  };
  const clips = (value: string): boolean => value === "hidden" || value === "clip";
  const texts = drawn().filter(
    (element) => ownText(element).length > 0 && !isForEars(element) && !isOffOnPurpose(element),
  );
  const rectsOf = (element: Element): DOMRect[] => {
    const range = document.createRange();
    return ownText(element).flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    });
  };
  const blockOf = (element: Element): Element => {
    let at = element;
    while (at.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(at).display))
      at = at.parentElement;
    return at;
  };
  interface Line {
    readonly element: Element;
    readonly block: Element;
    readonly rect: DOMRect;
  }
  const lines: Line[] = [];
  for (const element of texts) {
    const rects = rectsOf(element);
    let scroller: Element | null = null;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflow)) {
        scroller = at;
        break;
      }
      const box = at.getBoundingClientRect();
      const cut = rects.some(
        (rect) =>
          (clips(style.overflowX) && (rect.right > box.right + 1 || rect.left < box.left - 1)) ||
          (clips(style.overflowY) && (rect.bottom > box.bottom + 2 || rect.top < box.top - 2)),
      );
      if (cut) {
        faults.push(`text is cut off by ${at.localName}: ${tell(element)}`);
        break;
      }
    }
    if (!scroller && rects.some((rect) => rect.right > width + 1 || rect.left < -1)) {
      faults.push(`text is off the side: ${tell(element)}`);
    }
    // What is fixed or sticky stands above the text by design; whether it hides what has the focus is asked elsewhere.
    let floats = false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      floats ||= /fixed|sticky/.test(getComputedStyle(at).position) || at.matches(":popover-open");
    }
    if (!floats && !scroller)
      lines.push(...rects.map((rect) => ({ element, block: blockOf(element), rect })));
  }
  // The middle of a line is what must stay free: boxes of glyphs are taller than what is drawn.
  const core = ({ rect }: Line) => ({
    top: rect.top + rect.height * 0.3,
    bottom: rect.bottom - rect.height * 0.3,
    left: rect.left + 1,
    right: rect.right - 1,
  });
  const sorted = lines.map((line) => ({ line, ...core(line) })).sort((one, other) => one.top - other.top);
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.top >= one.bottom) break;
      if (other.left >= one.right || one.left >= other.right || one.line.block === other.line.block) continue;
      faults.push(`text lies over text: ${tell(one.line.element)} and ${tell(other.line.element)}`);
    }
  }
  return [...new Set(faults)];
}
