// Takes a picture of the head of each kind of page, at two widths and in both schemes.
import { readdir } from "node:fs/promises";
import { sep } from "node:path";
import { PNG } from "pngjs";
import type { Browser, Page } from "puppeteer";
import type { Picture } from "./palette-png.ts";

/** A picture to take, and how. */
export interface WebShot {
  /** What its file is called, without an extension. */
  readonly name: string;
  /** The page's path in the folder of the site. */
  readonly path: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** How much of a page is taken, from its head, in pixels: a phone's page is narrow and long. */
const HEIGHTS: ReadonlyMap<number, number> = new Map([
  [390, 1600],
  [1280, 1300],
]);

/** The pictures of a site: of every page, but of one source only. */
export async function listWebShots(folder: string): Promise<WebShot[]> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.split(sep).join("/")).sort();
  const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("print/"));
  const [first] = pages.filter((path) => path.startsWith("sources/"));
  return pages
    .filter((path) => path === first || !path.startsWith("sources/"))
    .flatMap((path) =>
      [...HEIGHTS.keys()].flatMap((width) =>
        (["light", "dark"] as const).map((scheme) => ({
          name: `${path.replace(/\.html$/, "").replaceAll("/", "-")}-${width}-${scheme}`,
          path,
          width,
          scheme,
        })),
      ),
    );
}

/** Nothing moves and nothing blinks. */
const STILL =
  "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }";

/**
 * Takes one picture.
 * @param address where the site is served, with a slash at the end: its styles have digests, and are blocked where it is opened from disk
 * @param change what a test does to the page first
 * @throws Error where the page has none of its own fonts, and so none of its styles
 */
export async function takeWebPicture(
  browser: Browser,
  address: string,
  { path, width, scheme }: WebShot,
  change: (page: Page) => Promise<void> = async () => undefined,
): Promise<Picture> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: HEIGHTS.get(width) ?? 1000, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.setBypassCSP(true);
    await page.goto(address + path, { waitUntil: "load" });
    await page.addStyleTag({ content: STILL });
    await change(page);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    const loaded = await page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')");
    // The page that stands for all that are not there can load no font.
    if (loaded !== true && path !== "404.html") throw new Error(`${path} is shown without its styles.`);
    return PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
  } finally {
    await page.close();
  }
}
