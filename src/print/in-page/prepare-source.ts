// In the page, before pagination: makes the document fit for Paged.js and notes every text that must reach paper.
import type { ControlKind, SourceText } from "../proof/printed-text.ts";

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

  /** What is to be worked with, and shows on paper only a part of what it holds. */
  const readControl = (
    element: Element,
  ): { readonly kind: ControlKind; readonly text: string } | undefined => {
    if (element instanceof HTMLSelectElement) {
      const unseen = element.size > 1 ? [] : [...element.options].filter(({ selected }) => !selected);
      const words = unseen.map(({ text }) => text.trim()).filter(Boolean);
      return words.length > 0 ? { kind: "menu", text: words.join(" ") } : undefined;
    }
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      const isCut =
        element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2;
      return isCut && element.value.trim() ? { kind: "field", text: element.value.trim() } : undefined;
    }
    if (element instanceof HTMLIFrameElement) {
      const isFilled = element.srcdoc !== "" || !/^(about:blank)?$/.test(element.getAttribute("src") ?? "");
      return isFilled ? { kind: "frame", text: element.title || element.srcdoc || element.src } : undefined;
    }
    if (element instanceof HTMLMediaElement) {
      return { kind: "recording", text: element.currentSrc || element.innerText };
    }
    if (element instanceof HTMLObjectElement && element.contentDocument) {
      return { kind: "frame", text: element.data };
    }
    return undefined;
  };

  /** Whether nothing shows of it, whatever it is. */
  const takesNoPlace = (element: Element, style: CSSStyleDeclaration) =>
    style.display === "none" || style.visibility !== "visible" || element.getBoundingClientRect().width < 1;

  const isHidden = (element: Element, style: CSSStyleDeclaration) =>
    NEVER_PRINTED.has(element.tagName.toUpperCase()) ||
    style.display === "none" ||
    style.visibility !== "visible" ||
    // Text for screen readers only, clipped to a dot.
    (style.position === "absolute" &&
      style.overflow !== "visible" &&
      element.clientWidth <= 1 &&
      element.clientHeight <= 1);

  /** Paged.js passes over what an element without a box holds. One in a row or grid is left: a box would change the layout. */
  const giveBox = (element: HTMLElement) => {
    if (/flex|grid|table/.test(getComputedStyle(element.parentElement ?? element).display)) return;
    const inline = [...element.children].every((child) =>
      /^(inline|none)/.test(getComputedStyle(child).display),
    );
    element.style.setProperty("display", inline ? "inline" : "block", "important");
  };

  /** A picture that says nothing has to say so, by `alt=""`; a drawing without a text of its own holds what can be read. */
  const isUnnamed = (element: Element) =>
    element.localName === "img" &&
    !["alt", "aria-label", "aria-labelledby", "title"].some((name) => element.hasAttribute(name)) &&
    !/^(presentation|none)$/.test(element.getAttribute("role") ?? "") &&
    element.closest('[aria-hidden="true"]') === null;

  const isPack = document.querySelector("[data-source-file]") !== null;
  /** The line of the document, or of the file of the pack; layout needs neither. Blocks that templates make have the file alone. */
  const readPlace = (element: Element, ref: string) => {
    const line = element.getAttribute("data-briefing-line");
    element.removeAttribute("data-briefing-line");
    if (!isPack) {
      if (line) source.places[ref] = { file: "", line: Number(line) };
      return;
    }
    const file = element.closest("[data-source-file]")?.getAttribute("data-source-file");
    const fileLine = element.closest("[data-source-line]")?.getAttribute("data-source-line");
    if (file) source.places[ref] = { file, line: Number(fileLine ?? 1) };
  };

  const nameOf = (element: Element) => {
    const part = element.closest("[data-part]")?.getAttribute("data-part");
    const place = part ? ` in the part ${part}` : "";
    return element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") + place;
  };

  const source: SourceText = { texts: [], figures: [], headings: [], blocks: {}, controls: [], places: {} };
  const read = (element: Element, inlineRefs: readonly string[]) => {
    const style = getComputedStyle(element);
    const control = takesNoPlace(element, style) ? undefined : readControl(element);
    if (control)
      source.controls.push({
        ref: element.getAttribute("data-ref") ?? "",
        name: nameOf(element),
        ...control,
      });
    if (isHidden(element, style)) {
      element.setAttribute("data-unprinted", "");
      return;
    }
    // What the handlers that fit a document to its pages look for.
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) element.setAttribute("data-scrolls", "");
    if (style.display === "contents" && element instanceof HTMLElement) giveBox(element);
    if (style.position === "absolute") element.setAttribute("data-placed", "");
    if (style.contentVisibility === "auto" && element instanceof HTMLElement) {
      element.style.setProperty("content-visibility", "visible", "important");
    }
    const ref = element.getAttribute("data-ref") ?? "";
    const name = nameOf(element);
    if (/^H[1-6]$/.test(element.tagName)) {
      const words = (element.textContent ?? "").replaceAll("\u00AD", "").trim();
      source.headings.push(words.replace(/\s+/g, " "));
    }
    if (FIGURES.has(element.tagName.toUpperCase()))
      source.figures.push({ ref, name, ...(isUnnamed(element) ? { unnamed: true } : {}) });
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
    readPlace(element, String(index + 1));
  }
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  await document.fonts.ready;
  for (const child of document.body.children) read(child, []);
  return source;
}
