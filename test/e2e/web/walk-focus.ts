// Walks through a page with the Tab key, from the first stop to the last.
import type { Page } from "puppeteer";
import { noteUnfocused, readFocus } from "./in-page/focus.ts";
import { runInPage } from "./in-page/run-in-page.ts";

/** What was met on the way. */
export interface Walk {
  readonly stops: number;
  readonly faults: readonly string[];
}

/** More than any page has; a walk that does not end has been caught in a trap. */
const MOST = 1500;

/** Presses Tab until the focus leaves the page. */
export async function walkFocus(page: Page): Promise<Walk> {
  await runInPage(page, noteUnfocused);
  const faults: string[] = [];
  for (let stops = 0; stops < MOST; stops += 1) {
    await page.keyboard.press("Tab");
    const found = await runInPage(page, readFocus);
    if (found[0] === "end") return { stops, faults };
    faults.push(...found);
  }
  return { stops: MOST, faults: [...faults, "the focus does not leave the page"] };
}
