// In the page, before pagination: makes the document fit for Paged.js and notes every text that must reach paper.
import type { SourceText } from "../proof/printed-text.ts";

/**
 * Numbers every element (`data-ref`, which Paged.js keeps on what it splits and would else fill at random), opens
 * closed details, wraps text that stands directly in body (Paged.js never finishes it,
 * https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/104), loads every font, and reads the text to come.
 * Self-contained: it runs in the page.
 */
export async function prepareSource(): Promise<SourceText> {
  const NEVER_PRINTED = new Set(
    "SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME TITLE DESC METADATA SELECT OPTION TEXTAREA DATALIST AUDIO VIDEO".split(
      " ",
    ),
  );
  const FIGURES = new Set(["IMG", "SVG", "CANVAS", "OBJECT"]);
  const hasText = (text: string) => /[^\s\u00AD\u200B-\u200D\u2060\uFEFF]/.test(text);

  const wrapDirectText = () => {
    let wrapper: HTMLElement | undefined;
    for (const node of [...document.body.childNodes]) {
      const inline =
        node instanceof Text ||
        (node instanceof HTMLElement && getComputedStyle(node).display.startsWith("inline"));
      if (!inline) wrapper = undefined;
      else if (wrapper) wrapper.append(node);
      else if (hasText(node.textContent ?? "")) {
        wrapper = document.createElement("div");
        node.replaceWith(wrapper);
        wrapper.append(node);
      }
    }
  };

  const isHidden = (element: Element, style: CSSStyleDeclaration) =>
    NEVER_PRINTED.has(element.tagName.toUpperCase()) ||
    style.display === "none" ||
    style.visibility !== "visible" ||
    // Text for screen readers only, clipped to a dot.
    (style.position === "absolute" &&
      style.overflow !== "visible" &&
      element.clientWidth <= 1 &&
      element.clientHeight <= 1);

  const source: SourceText = { texts: [], figures: [], headings: [], blocks: {} };
  const read = (element: Element, inlineRefs: readonly string[]) => {
    const style = getComputedStyle(element);
    if (isHidden(element, style)) {
      element.setAttribute("data-unprinted", "");
      return;
    }
    const ref = element.getAttribute("data-ref") ?? "";
    const part = element.closest("[data-part]")?.getAttribute("data-part");
    const place = part ? ` in the part ${part}` : "";
    const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") + place;
    if (/^H[1-6]$/.test(element.tagName)) {
      const words = (element.textContent ?? "").replaceAll("\u00AD", "").trim();
      source.headings.push(words.replace(/\s+/g, " "));
    }
    if (FIGURES.has(element.tagName.toUpperCase())) source.figures.push({ ref, name });
    const inline = /^(inline|contents|ruby|math)/.test(style.display) || element instanceof SVGElement;
    const refs = inline && inlineRefs.length > 0 ? [ref, ...inlineRefs] : [ref];
    if (refs.length === 1) {
      source.blocks[ref] = name;
      element.setAttribute("data-block", "");
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) read(child, refs);
      else if (child instanceof Text && hasText(child.data)) source.texts.push({ text: child.data, refs });
    }
  };

  // Paged.js looks for styles in the head only, and would leave those of the body as they are.
  document.head.append(...document.body.querySelectorAll("style, link[rel=stylesheet]"));
  for (const details of document.querySelectorAll("details")) details.open = true;
  wrapDirectText();
  for (const [index, element] of document.body.querySelectorAll("*").entries()) {
    element.setAttribute("data-ref", String(index + 1));
  }
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  await document.fonts.ready;
  for (const child of document.body.children) read(child, []);
  return source;
}
