// Everything that is asked of a page as it stands before a reader, in one visit.
import type { Browser, Page } from "puppeteer";
import { findViolations } from "./find-violations.ts";
import { findHiddenText } from "./in-page/find-hidden-text.ts";
import { findLostText } from "./in-page/find-lost-text.ts";
import { findSidewaysScroll } from "./in-page/find-sideways-scroll.ts";
import { runInPage } from "./in-page/run-in-page.ts";
import { tellView, type View, withPage } from "./open-page.ts";

/** What is wrong with how the page is laid out. */
export async function findLayoutFaults(page: Page): Promise<string[]> {
  return [...(await runInPage(page, findSidewaysScroll)), ...(await runInPage(page, findLostText))];
}

/**
 * What is wrong with a page in each of the views, one line for each fault: what axe finds, text that cannot be read, requests that
 * fail or go elsewhere, and whatever the browser complains of.
 * @param withAxe those of the views in which axe is asked, which takes as long as all else
 */
export async function inspectPage(
  browser: Browser,
  address: string,
  views: readonly View[],
  withAxe: readonly View[] = views,
): Promise<string[]> {
  const found: string[] = [];
  // Two tabs at once keep two cores busy; more would only wait.
  for (let at = 0; at < views.length; at += 2) {
    const pair = views
      .slice(at, at + 2)
      .map((view) => inspectView(browser, address, view, withAxe.includes(view)));
    found.push(...(await Promise.all(pair)).flat());
  }
  return found;
}

async function inspectView(
  browser: Browser,
  address: string,
  view: View,
  withAxe: boolean,
): Promise<string[]> {
  const faults = await withPage(browser, address, view, async ({ page, faults }) => [
    ...(view.script === "off" ? await runInPage(page, findHiddenText) : []),
    ...(await findLayoutFaults(page)),
    ...(withAxe ? await findViolations(page, rulesWithout(view)) : []),
    ...faults,
  ]);
  return faults.map((fault) => `${tellView(view)}: ${fault}`);
}

/** Rules that would tell nothing, or nothing new. */
function rulesWithout({ contrast, script }: View): string[] {
  // Forced colours are the reader's; axe reads those of the page behind them. Without script they are the same as with it, and this
  // rule takes as long as all others.
  return contrast === "forced" || script === "off" ? ["color-contrast"] : [];
}
