// In the page: keeps first letters in the structure where no style asks for them.
import type { PagedWindow } from "./paged-js.ts";

/**
 * Registers a Paged.js handler. What Paged.js carries over to a page, and all directly inside it, gets a first letter of its
 * own, so that one that a style made large is not large again. The browser leaves a text out of its structure that is all
 * first letter (a cell “5”, a label “¶1”), so where no style speaks of first letters the rule is taken out. Self-contained:
 * it runs in the page.
 */
export function spareFirstLetters(): void {
  const paged = window as unknown as PagedWindow;
  const OWN_RULE = /[^{}]*\[data-split-from\]::first-letter\s*\{[^}]*\}/g;

  class SpareFirstLetters extends paged.Paged.Handler {
    /** Runs when all styles are in their place and no page is begun. */
    beforeParsed() {
      const sheets = [...document.querySelectorAll("style")];
      const rest = sheets.map(({ textContent }) => textContent?.replace(OWN_RULE, "") ?? "");
      if (rest.some((text) => /:first-letter/.test(text))) return;
      for (const [index, sheet] of sheets.entries()) {
        const text = rest[index] ?? "";
        if (text !== sheet.textContent) sheet.textContent = text;
      }
    }
  }
  paged.PagedPolyfill.registerHandlers(SpareFirstLetters);
}
