// Finds signs that look alike to somebody who sees no colours.
import { PNG } from "pngjs";
import type { Page } from "puppeteer";

/** The side of the square on which a sign is photographed, in pixels. */
const SIDE = 48;

/** How much darker or lighter than the paper a pixel must be to belong to a shape, of 255. */
const CLEAR = 48;

/** How many pixels two shapes must differ in. */
const FEWEST = 40;

/** The pairs among the first elements of selectors whose shapes hardly differ. The page is empty afterwards. */
export async function findAlike(page: Page, selectors: readonly string[]): Promise<string[]> {
  const shapes = await takeShapes(page, selectors);
  return selectors.flatMap((one, index) =>
    selectors.slice(index + 1).flatMap((other, next) => {
      const pixels = countDifferences(shapes[index] ?? [], shapes[index + 1 + next] ?? []);
      return pixels < FEWEST ? [`${one} and ${other}: ${pixels} pixels`] : [];
    }),
  );
}

/**
 * The shapes of the first element of each selector, all drawn at one size on the paper of the page: for each pixel, whether it stands
 * out from the paper.
 */
async function takeShapes(page: Page, selectors: readonly string[]): Promise<boolean[][]> {
  await page.evaluate(
    (wanted, side) => {
      const signs = wanted.map((selector) => {
        const sign = document.querySelector(selector)?.cloneNode(true);
        if (!(sign instanceof SVGElement || sign instanceof HTMLElement)) throw new Error(`no ${selector}`);
        Object.assign(sign.style, { position: "absolute", top: "0", margin: "0" });
        if (sign instanceof SVGElement) {
          Object.assign(sign.style, { width: `${side}px`, height: `${side}px` });
        } else {
          // A badge is put before a word by the styles, and stands alone here.
          sign.replaceChildren();
          sign.style.fontSize = `${side * 0.6}px`;
        }
        return sign;
      });
      document.body.replaceChildren(...signs);
      signs.forEach((sign, index) => {
        sign.style.left = `${index * side}px`;
      });
      Object.assign(document.body.style, { position: "relative", margin: "0" });
    },
    selectors,
    SIDE,
  );
  await page.emulateVisionDeficiency("achromatopsia");
  const clip = { x: 0, y: 0, width: SIDE * (selectors.length + 1), height: SIDE };
  const { width, data } = PNG.sync.read(Buffer.from(await page.screenshot({ clip })));
  const greyAt = (x: number, y: number): number => data[(y * width + x) * 4] ?? 0;
  const paper = greyAt(SIDE * selectors.length + SIDE / 2, SIDE / 2);
  return selectors.map((_, index) =>
    Array.from(
      { length: SIDE * SIDE },
      (_, at) => Math.abs(greyAt(index * SIDE + (at % SIDE), Math.floor(at / SIDE)) - paper) > CLEAR,
    ),
  );
}

/** How many pixels belong to one shape and not to the other. */
function countDifferences(one: readonly boolean[], other: readonly boolean[]): number {
  return one.filter((isInk, at) => isInk !== other[at]).length;
}
