// In the page, before printing: has the browser tell of elements in its structure that it would pass over.

/**
 * The browser leaves plain elements out of the structure, unless they say something to assistive technology. What styles add to them
 * has its place by them. Self-contained: it runs in the page.
 * @param marks the marks of the elements
 */
export function exposeElements(marks: readonly string[]): void {
  const wanted = new Set(marks);
  for (const element of document.querySelectorAll("[lang]:not([aria-current], a[href])")) {
    const [, mark = ""] = /-x-b(\d+-\d+)$/.exec(element.getAttribute("lang") ?? "") ?? [];
    if (wanted.has(mark)) element.setAttribute("aria-current", "false");
  }
}
