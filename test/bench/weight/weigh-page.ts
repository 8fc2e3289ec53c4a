// What a reader's browser loads to show a page, and when it first shows something, without script.

import { startBrowser } from "../../start-browser.ts";
import { type Sent, withPackedServer } from "./serve-packed.ts";

/** The most that the landing page may weigh on the wire with its fonts, in bytes. */
export const HEAVIEST_LANDING_PAGE = 100_000;

/** What a page weighs. */
export interface PageWeight {
  /** Every file in the order in which it was sent. */
  readonly sent: readonly Sent[];
  readonly bytes: number;
  /** From the request of the page to its first text or picture, in milliseconds; as good as no time goes into the network. */
  readonly firstPaintMs: number;
}

/** Weighs a page of the site in `folder` as a browser of 1280 by 800 pixels loads it, scrolled to its end. */
export async function weighPage(
  folder: string,
  page: string,
  { script }: { readonly script: boolean },
): Promise<PageWeight> {
  const browser = await startBrowser();
  try {
    return await withPackedServer(folder, async (origin, sent) => {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 800 });
      await tab.setJavaScriptEnabled(script);
      await tab.goto(`${origin}/${page}`, { waitUntil: "networkidle0" });
      const firstPaintMs = Number(
        await tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"),
      );
      await tab.evaluate("window.scrollTo(0, document.body.scrollHeight)");
      await tab.waitForNetworkIdle({ idleTime: 300 });
      return { sent: [...sent], bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), firstPaintMs };
    });
  } finally {
    await browser.close();
  }
}
