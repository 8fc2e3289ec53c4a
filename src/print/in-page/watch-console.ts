// In the page: makes every warning and error that a script writes readable from outside.
import type { PagedWindow } from "./paged-js.ts";

/**
 * Tells Paged.js to wait, and turns warnings and errors into console errors that name elements by tag, id and first
 * words. Paged.js reports lost content only there. Self-contained: it runs in the page.
 */
export function watchConsole(): void {
  (window as unknown as PagedWindow).PagedConfig = { auto: false };
  const describe = (value: unknown): string => {
    if (value instanceof Node) {
      const element = value instanceof Element ? value : value.parentElement;
      const id = element?.id || element?.getAttribute("data-id");
      const words = (value.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
      return `${element?.tagName.toLowerCase() ?? "text"}${id ? `#${id}` : ""} “${words}”`;
    }
    return value instanceof Error ? value.message : String(value);
  };
  const write = console.error.bind(console);
  const report = (...values: unknown[]) => {
    // Paged.js lays such a page out again; text that still runs over is found by its place.
    if (!String(values[0]).startsWith("overflow on")) write(values.map(describe).join(" "));
  };
  console.warn = report;
  console.error = report;
}
