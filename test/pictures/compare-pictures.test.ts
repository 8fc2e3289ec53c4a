// What the comparison of pictures sees, and what it passes over.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { siteOf } from "../e2e/web/use-web.ts";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";
import { comparePictures, TOLERATED } from "./compare-pictures.ts";
import { encodePalette, type Picture } from "./palette-png.ts";
import { hasPictureBrowser, withPictureBrowser } from "./picture-browser.ts";
import { withPdf } from "./take-pdf-pictures.ts";
import { listWebShots, takeWebPicture } from "./take-web-pictures.ts";

const site = siteOf("open");
/** A page of either width and scheme. */
const shots = (await listWebShots(site.folder)).filter(({ path, width, scheme }) =>
  scheme === "light" ? path === "index.html" && width === 1280 : /^sources/.test(path) && width === 390,
);

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

describe.runIf(await hasPictureBrowser())("of a page", () => {
  it.for(shots)("$name: sees what moved or changed, and nothing else", async (shot) => {
    await withPictureBrowser(async (browser) => {
      const plain = await takeWebPicture(browser, site.address, shot);
      const approved = PNG.sync.read(encodePalette(plain));
      const differ = async (change: (page: Page) => Promise<void>): Promise<number> =>
        comparePictures(await takeWebPicture(browser, site.address, shot, change), approved).pixels;
      expect(await differ(async () => undefined), "the same").toBe(0);
      expect(comparePictures(smoothOtherwise(plain), approved).pixels, "smoothed").toBeLessThanOrEqual(
        TOLERATED,
      );
      expect(await differ(withRule("h1 { position: relative; top: 4px }")), "4 px down").toBeGreaterThan(100);
      expect(await differ(withRule("h1 { position: relative; top: 1px }")), "1 px down").toBeGreaterThan(
        TOLERATED,
      );
      expect(await differ(withLetter("o", "e")), "o for e").toBeGreaterThan(TOLERATED);
      expect(await differ(withLetter("e", "c")), "e for c").toBeGreaterThan(TOLERATED);
      expect(await differ(withRule("h1 { color: #900 }")), "colour").toBeGreaterThan(100);
      expect(await differ(withRule("* { border-color: transparent !important }")), "rules").toBeGreaterThan(
        100,
      );
      expect(
        await differ(withRule(".masthead { border-color: transparent !important }")),
        "one",
      ).toBeGreaterThanOrEqual(shot.width);
      expect(await differ(withRule("main p { font-style: italic }")), "face").toBeGreaterThan(100);
    });
  });
});

describe("of a page of the PDF", () => {
  it("comes out the same twice, and sees another page", async () => {
    const path = join(site.folder, "briefing.pdf");
    const draw = () =>
      withPdf(path, [], async (pdf) => {
        const [cover, next] = pdf.shots;
        if (!cover || !next) throw new Error("The PDF has no parts.");
        return { cover: await pdf.draw(cover), next: await pdf.draw(next) };
      });
    const [one, other] = [await draw(), await draw()];
    expect(Buffer.compare(one.cover.data, other.cover.data)).toBe(0);
    expect(comparePictures(one.cover, PNG.sync.read(encodePalette(one.cover))).pixels).toBe(0);
    expect(comparePictures(one.cover, one.next).pixels).toBeGreaterThan(1000);
  });
});

describe("of pictures", () => {
  const temporary = useTemporaryFolder();
  const plain = (width: number, height: number, value: number): Picture => ({
    width,
    height,
    data: new Uint8Array(width * height * 4).fill(value).map((one, at) => (at % 4 === 3 ? 255 : one)),
  });

  /** A ground, one line high or wide of another colour across it, and another ground beyond the line. */
  const lined = (value: number, beyond: number, direction: "row" | "column"): Picture => ({
    width: 40,
    height: 40,
    data: Uint8Array.from({ length: 40 * 40 * 4 }, (_, at) => {
      if (at % 4 === 3) return 255;
      const [row, column] = [Math.floor(at / 160), Math.floor(at / 4) % 40];
      const place = direction === "row" ? row : column;
      if (place === 20) return value;
      return place < 20 ? 255 : beyond;
    }),
  });

  it.each(["row", "column"] as const)(
    "notices one hairline that only loses its colour, along a %s",
    (way) => {
      // On one ground; between two, where it could be the smoothed edge of either; and paler.
      expect(comparePictures(lined(255, 255, way), lined(200, 255, way)).pixels).toBe(40);
      expect(comparePictures(lined(243, 243, way), lined(200, 243, way)).pixels).toBe(40);
      expect(comparePictures(lined(120, 20, way), lined(200, 20, way)).pixels).toBe(40);
      expect(comparePictures(lined(230, 255, way), lined(200, 255, way)).pixels).toBe(40);
    },
  );

  it("passes over a line in a colour that smoothing and a palette may give it, and one that is as short as a stem", () => {
    expect(comparePictures(lined(216, 255, "row"), lined(200, 255, "row")).pixels).toBe(0);
    const [one, other] = [lined(120, 20, "row"), lined(200, 20, "row")];
    const short = one.data.map((value, at) => (Math.floor(at / 4) % 40 < 20 ? value : (other.data[at] ?? 0)));
    expect(comparePictures({ ...one, data: short }, other).pixels).toBeLessThanOrEqual(TOLERATED);
  });

  it("of other sizes tells every pixel", () => {
    expect(comparePictures(plain(10, 11, 255), plain(10, 10, 255)).pixels).toBe(100);
  });

  it("keeps flat colours in the file as they are, and few bytes", async () => {
    const picture = plain(200, 200, 201);
    await writeFiles(temporary(), { "a.png": encodePalette(picture) });
    const file = join(temporary(), "a.png");
    expect((await stat(file)).size).toBeLessThan(200);
    const read = PNG.sync.read(await readFile(file));
    expect([...read.data.subarray(0, 4)]).toEqual([201, 201, 201, 255]);
  });

  it("refuses to write what a palette cannot hold", () => {
    // Every thirty-second level of each channel with every other, further apart than the coarsest palette may be.
    const data = Uint8Array.from({ length: 512 * 4 }, (_, at) => ((at >> 2) >> ((at % 4) * 3)) * 32);
    expect(() => encodePalette({ width: 32, height: 16, data })).toThrow("more colours than a palette holds");
  });
});
