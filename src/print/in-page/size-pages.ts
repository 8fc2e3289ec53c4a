// In the page, after pagination: gives every page the size it was laid out for.

/**
 * Paged.js sets one size for the whole print, whatever the named pages ask for: pages of another size are cut
 * (https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/6). It sets it by name, and knows names that the browser
 * does not (A6). Returns width and height of each page, in CSS pixels.
 * Self-contained: it runs in the page.
 */
export function sizePages(): (readonly [width: number, height: number])[] {
  /** On screen sheets are stretched to the window; their tracks are as long as the paper: bleed, page box, bleed. */
  const paperLength = (page: Element, side: "gridTemplateColumns" | "gridTemplateRows") => {
    const tracks = (selector: string) => {
      const list = getComputedStyle(page.querySelector(selector) ?? page)[side];
      return [...list.matchAll(/([\d.]+)px/g)].map(([, length]) => Number(length));
    };
    const bleeds = tracks(".pagedjs_sheet");
    const box = tracks(".pagedjs_pagebox");
    return [bleeds.at(0), ...box, bleeds.at(-1)].reduce<number>((sum, length) => sum + (length ?? 0), 0);
  };

  const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map((page) => {
    return {
      page,
      width: paperLength(page, "gridTemplateColumns"),
      height: paperLength(page, "gridTemplateRows"),
    };
  });
  const names = new Map<string, string>();
  for (const { page, width, height } of pages) {
    if (width === pages[0]?.width && height === pages[0].height) continue;
    const size = `${width}px ${height}px`;
    if (!names.has(size)) names.set(size, `size-${names.size + 1}`);
    page.style.setProperty("page", names.get(size) ?? "");
    for (const side of ["", "-left", "-right"]) {
      page.style.setProperty(`--pagedjs-width${side}`, `${width}px`);
      page.style.setProperty(`--pagedjs-height${side}`, `${height}px`);
    }
  }
  const style = document.createElement("style");
  const [first] = pages;
  const rules = [...names].map(([size, name]) => `@page ${name} { size: ${size}; margin: 0 }`);
  if (first) rules.unshift(`@page { size: ${first.width}px ${first.height}px; margin: 0 }`);
  style.textContent = rules.join("\n");
  document.head.append(style);
  return pages.map(({ width, height }) => [width, height] as const);
}
