// Opens a page in a browser and hears everything that the browser has to say of it.
import type { Browser, Page } from "puppeteer";

/**
 * Opens a page and lets `use` look at it. Returns the messages of the console, what the browser itself logs, errors of scripts, and
 * requests that failed or were answered with an error; not that the page itself was answered with one.
 */
export async function listenToPage(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await browser.newPage();
  const heard: string[] = [];
  const hear = (kind: string, text: string, url: string | undefined): void => {
    if (url === address && /^Failed to load resource: .* status of 404/.test(text)) return;
    heard.push(`${kind}: ${text}`);
  };
  try {
    const session = await page.createCDPSession();
    session.on("Log.entryAdded", ({ entry }) => hear("log", entry.text, entry.url));
    await session.send("Log.enable");
    page.on("console", (message) => hear("console", message.text(), message.location().url));
    page.on("pageerror", (error) => heard.push(`error: ${String(error)}`));
    page.on("requestfailed", (request) => heard.push(`failed: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400 && response.url() !== address) {
        heard.push(`${response.status()}: ${response.url()}`);
      }
    });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await use(page);
    // What was said until now has then been heard.
    await session.send("Runtime.evaluate", { expression: "0" });
    return heard;
  } finally {
    await page.close();
  }
}
