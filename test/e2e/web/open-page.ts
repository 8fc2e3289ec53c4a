// Opens a page as a certain reader sees it, and notes everything that goes wrong while it is open.
import type { Browser, Page } from "puppeteer";

/** How a reader sees a page. */
export interface View {
  /** In CSS pixels. */
  readonly width: number;
  readonly scheme: "light" | "dark";
  /** Whether the reader asks for more contrast, or forces colours of their own. */
  readonly contrast?: "more" | "forced";
  /** Left out, the page's scripts run. */
  readonly script?: "off";
}

/** A page that is open. */
export interface OpenPage {
  readonly page: Page;
  /** What went wrong so far, one line each: console, errors, failed requests, requests to elsewhere. */
  readonly faults: readonly string[];
}

const HEIGHTS = { phone: 844, desktop: 800 };

/** Says a view in a few words. */
export function tellView({ width, scheme, contrast, script }: View): string {
  return [width, scheme, contrast, script && "no script"].filter(Boolean).join(" ");
}

/** Opens an address in a tab of its own, waits for its fonts, lends it out and closes it. */
export async function withPage<T>(
  browser: Browser,
  address: string,
  view: View,
  use: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    const faults: string[] = [];
    watchPage(page, new URL(address), faults);
    await setView(page, view);
    await page.goto(address);
    // What is done in the page from here on needs its timers; the scripts that did not run, do not run later either.
    if (view.script === "off") await page.setJavaScriptEnabled(true);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    return await use({ page, faults });
  } finally {
    await page.close();
  }
}

async function setView(page: Page, { width, scheme, contrast, script }: View): Promise<void> {
  await page.setViewport({ width, height: width < 600 ? HEIGHTS.phone : HEIGHTS.desktop });
  await page.setJavaScriptEnabled(script !== "off");
  // Puppeteer's own way knows neither contrast nor forced colours.
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-contrast", value: contrast === "more" ? "more" : "no-preference" },
      { name: "forced-colors", value: contrast === "forced" ? "active" : "none" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
  // The page behaves as the one in front, however many tabs are open.
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
}

function watchPage(page: Page, { origin, protocol }: URL, faults: string[]): void {
  const isOwn = (url: string) =>
    protocol === "file:" ? url.startsWith("file:") : url.startsWith(`${origin}/`);
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error instanceof Error ? error.message : error}`));
  page.on("requestfailed", (request) =>
    faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`failed: ${response.url()} ${response.status()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!isOwn(url) && !url.startsWith("data:")) faults.push(`elsewhere: ${url}`);
  });
}
