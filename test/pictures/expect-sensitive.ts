// Changes a page a little, one way after another, and expects that the comparison of pictures sees it.
import { PNG } from "pngjs";
import type { Browser, Page } from "puppeteer";
import { expect } from "vitest";
import { comparePictures, TOLERATED } from "./compare-pictures.ts";
import { encodePalette, type Picture } from "./palette-png.ts";
import { listWebShots, takeWebPicture, type WebShot } from "./take-web-pictures.ts";

/** A page of either width and scheme of the site in `folder`. */
export async function listSensitiveShots(folder: string): Promise<WebShot[]> {
  return (await listWebShots(folder)).filter(({ path, width, scheme }) =>
    scheme === "light" ? path === "index.html" && width === 1280 : /^sources/.test(path) && width === 390,
  );
}

/** Adds a rule after all others. */
const withRule = (rule: string) => async (page: Page) => {
  await page.addStyleTag({ content: rule });
};

/** Puts one letter in place of another, once, in the text of the page. */
const withLetter = (from: string, to: string) => async (page: Page) => {
  const changed = await page.evaluate(
    (one, other) => {
      const walker = document.createTreeWalker(
        document.querySelector("main p") ?? document,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.includes(one)) continue;
        node.textContent = node.textContent.replace(one, other);
        return true;
      }
      return false;
    },
    from,
    to,
  );
  expect(changed).toBe(true);
};

/** Mixes every pixel with a little of the one beside it, as another rasteriser smooths an edge in another way. */
function smoothOtherwise({ width, height, data }: Picture): Picture {
  const mixed = Uint8Array.from(data, (value, at) =>
    at % 4 === 3 || at < 4 ? value : Math.round(value * 0.93 + (data[at - 4] ?? 0) * 0.07),
  );
  return { width, height, data: mixed };
}

/** Expects that of a page, served at `address`, every change is seen, and what is none is not. */
export async function expectSensitive(browser: Browser, address: string, shot: WebShot): Promise<void> {
  const plain = await takeWebPicture(browser, address, shot);
  const approved = PNG.sync.read(encodePalette(plain));
  const differ = async (change: (page: Page) => Promise<void>): Promise<number> =>
    comparePictures(await takeWebPicture(browser, address, shot, change), approved).pixels;
  expect(await differ(async () => undefined), "the same").toBe(0);
  expect(comparePictures(smoothOtherwise(plain), approved).pixels, "smoothed").toBeLessThanOrEqual(TOLERATED);
  expect(await differ(withRule("h1 { position: relative; top: 4px }")), "4 px down").toBeGreaterThan(100);
  expect(await differ(withRule("h1 { position: relative; top: 1px }")), "1 px down").toBeGreaterThan(
    TOLERATED,
  );
  expect(await differ(withLetter("o", "e")), "o for e").toBeGreaterThan(TOLERATED);
  expect(await differ(withLetter("e", "c")), "e for c").toBeGreaterThan(TOLERATED);
  expect(await differ(withRule("h1 { color: #900 }")), "colour").toBeGreaterThan(100);
  expect(await differ(withRule("* { border-color: transparent !important }")), "rules").toBeGreaterThan(100);
  expect(
    await differ(withRule(".masthead { border-color: transparent !important }")),
    "one",
  ).toBeGreaterThanOrEqual(shot.width);
  expect(await differ(withRule("main p { font-style: italic }")), "face").toBeGreaterThan(100);
}
