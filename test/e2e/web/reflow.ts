// The ways in which a reader makes text larger or the window smaller, and what becomes unreadable by it (WCAG 1.4.4, 1.4.10, 1.4.12).
import type { Browser, Page } from "puppeteer";
import { findLayoutFaults } from "./inspect-page.ts";
import { withPage } from "./open-page.ts";

/** A width, and what is done to the text. */
export interface Strain {
  readonly width: number;
  readonly text: "as it is" | "spaced out" | "twice as large";
}

/** What every page is put through at every test. */
export const ESSENTIAL_STRAINS: readonly Strain[] = [
  { width: 320, text: "as it is" },
  { width: 390, text: "spaced out" },
  { width: 390, text: "twice as large" },
  { width: 1280, text: "twice as large" },
];

/** Every strain at every width. */
export const ALL_STRAINS: readonly Strain[] = [
  { width: 320, text: "as it is" },
  ...[320, 390, 768, 1280].map((width) => ({ width, text: "spaced out" as const })),
  ...[390, 768, 1280].map((width) => ({ width, text: "twice as large" as const })),
];

/** What a reader may set, by WCAG 1.4.12. A drawing is a picture: what it says stands beside it as text. */
const SPACED_OUT = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
svg * { letter-spacing: normal !important; word-spacing: normal !important; }`;

/** What is lost of a page under each of the strains. */
export async function findReflowFaults(
  browser: Browser,
  address: string,
  strains: readonly Strain[],
): Promise<string[]> {
  return withPage(browser, address, { width: 320, scheme: "light" }, async ({ page }) => {
    const found: string[] = [];
    for (const { width, text } of strains) {
      await page.setViewport({ width, height: 800 });
      await setStyles(page, "");
      await setStyles(page, await rulesOf(page, text));
      const faults = await findLayoutFaults(page);
      found.push(...faults.map((fault) => `${width} pixels, text ${text}: ${fault}`));
    }
    return found;
  });
}

async function rulesOf(page: Page, text: Strain["text"]): Promise<string> {
  if (text === "as it is") return "";
  if (text === "spaced out") return SPACED_OUT;
  // As a browser does for a reader who sets a larger text: every measure of the styles follows the size of the root.
  const size = await page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  return `html { font-size: ${2 * size}px !important; }`;
}

/** Gives a page styles the way a reader's own do, past the policy that it is served under, in place of those given before. */
async function setStyles(page: Page, rules: string): Promise<void> {
  await page.evaluate(async (text) => {
    document.adoptedStyleSheets = [await new CSSStyleSheet().replace(text)];
  }, rules);
}
