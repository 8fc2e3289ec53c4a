// Takes a picture of the head of each kind of page, at two widths and in both schemes.
import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
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

/** Takes one picture. @param change styles to see the page with, of a test */
export async function takeWebPicture(
  browser: Browser,
  folder: string,
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
    await page.goto(pathToFileURL(join(folder, path)).href, { waitUntil: "load" });
    await page.addStyleTag({ content: STILL });
    await change(page);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    return PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
  } finally {
    await page.close();
  }
}
