// Prints HTML as one stretch, with the marks that its author gave it by hand.
import { findBrowser } from "../../../src/print/browser/find.ts";
import { type Browser, withBrowser } from "../../../src/print/browser/launch.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";
import type { ElementFacts, PrintedText, StretchFacts } from "../../../src/print/pdf/facts.ts";

/** A stretch as it comes from the browser. */
export interface PrintedStretch {
  readonly pdf: Uint8Array;
  readonly facts: StretchFacts;
}

/**
 * Prints each document. The body of each holds one `section` a page, whose elements carry their number as `data-m`, and
 * a footnote the number of its call as `data-call`.
 */
export async function printStretches(...bodies: readonly string[]): Promise<readonly PrintedStretch[]> {
  const choice = await findBrowser(undefined, systemProbes());
  return withBrowser({ choice }, async (browser) => {
    const stretches: PrintedStretch[] = [];
    for (const body of bodies) stretches.push(await printStretch(browser, body));
    return stretches;
  });
}

async function printStretch(browser: Browser, body: string): Promise<PrintedStretch> {
  const tab = await browser.openTab("http://localhost");
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
@page { size: 300px 400px; margin: 20px } body { margin: 0; font: 12px "DejaVu Sans" } .page { break-after: page }
</style><body>${body}</body></html>`;
  await tab.open(`data:text/html,${encodeURIComponent(html)}`);
  const facts = await tab.call(markByHand);
  return { pdf: new Uint8Array(await tab.printPdf()), facts };
}

/** Self-contained: it runs in the page. */
function markByHand(): StretchFacts {
  const elements: Record<string, ElementFacts> = {};
  const texts: PrintedText[] = [];
  const pages = [...document.querySelectorAll(".page")];
  const markOf = (element: Element) => `0-${element.getAttribute("data-m")}`;
  const changes: (() => void)[] = [];
  for (const [page, sheet] of pages.entries()) {
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      let block = node.parentElement;
      while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      if (block?.hasAttribute("data-m")) texts.push({ mark: markOf(block), text: node.data, page });
    }
    for (const element of sheet.querySelectorAll("[data-m]")) {
      const [lang, alt, call] = ["lang", "alt", "data-call"].map((name) => element.getAttribute(name));
      const href = element.getAttribute("href");
      const facts: { -readonly [K in keyof ElementFacts]: ElementFacts[K] } = { tag: element.localName };
      if (lang) {
        facts.lang = lang;
        // The browser leaves an element that says nothing else out of the structure, and its language with it.
        changes.push(() => element.setAttribute("aria-current", "false"));
      }
      if (alt !== null && alt !== undefined) facts.alt = alt;
      if (call) facts.call = `0-${call}`;
      if (href) {
        const to = href.startsWith("#") ? href.slice(1) : undefined;
        facts.link = { text: element.textContent ?? "", ...(to === undefined ? { href } : { to }) };
        if (to !== undefined)
          changes.push(() => element.setAttribute("href", `https://briefing.invalid/#${to}`));
      }
      elements[markOf(element)] ??= facts;
      const spoken = element.closest("[lang]")?.getAttribute("lang") ?? "und";
      changes.push(() => element.setAttribute("lang", `${spoken}-x-b${markOf(element)}`));
    }
  }
  for (const change of changes) change();
  return { pages: pages.length, elements, texts, generated: [] };
}
