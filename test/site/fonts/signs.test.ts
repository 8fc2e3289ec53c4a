// Signs that are cut out of their font: they are drawn as the whole font draws them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { describe, expect, it } from "vitest";
import { cutSigns, findSigns, SIGNS_ROOT, withoutSigns } from "../../../src/site/fonts/signs.ts";
import { startBrowser } from "../../start-browser.ts";

/**
 * Width and outermost edges of each sign, 1000 px large. Pictures would differ in shades of grey, for a sign that was cut is not fitted to
 * pixels. All are drawn at half their size, so that one which the machine draws in their place would be twice as large.
 */
async function measureSigns(page: Page, bytes: Uint8Array, signs: string): Promise<number[][]> {
  const url = `data:font/woff2;base64,${Buffer.from(bytes).toString("base64")}`;
  await page.setContent(`<style>@font-face { font-family: F; src: url(${url}); size-adjust: 50% }</style>`);
  const measured = await page.evaluate(`document.fonts.load("1000px F").then((faces) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = "1000px F";
    return [faces.length, [...${JSON.stringify(signs)}].map((sign) => {
      const box = context.measureText(sign);
      return [box.width, box.actualBoundingBoxLeft, box.actualBoundingBoxRight, box.actualBoundingBoxAscent, box.actualBoundingBoxDescent];
    })];
  })`);
  const [faces, boxes] = measured as [number, number[][]];
  expect(faces).toBe(1);
  return boxes;
}

const codes = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0) ?? 0);

describe("signs", () => {
  it("are found as characters and by their numbers, and letters and dashes are none", () => {
    expect(findSigns("a – b — c “d” ≈ → é €")).toEqual(codes("“”→≈"));
    expect(findSigns('content: "\\21a9"; "\\u2192" &#x2713; &#8776;')).toEqual(codes("→↩≈✓"));
  });

  it("are not taken out of a subset of letters", () => {
    expect(withoutSigns("U+0100-02BA,U+1E00-1E9F,U+2020,U+20A0-20AB,U+2113")).toBe(
      "U+0100-02BA,U+1E00-1E9F,U+20A0-20AB",
    );
  });

  it("make no font where there is none, or none that can be drawn", async () => {
    expect(await cutSigns([])).toBeUndefined();
    expect(await cutSigns(codes("\u{2bfe}"))).toBeUndefined();
  });

  it("make the same few bytes each time, and say what they are", async () => {
    const [one, two] = [await cutSigns(codes("→≈½†")), await cutSigns(codes("≈→½†≈"))];
    expect(one?.range).toBe("U+BD,U+2020,U+2192,U+2248");
    expect(one?.bytes.length).toBeLessThan(1500);
    expect(two?.bytes).toEqual(one?.bytes);
  });

  it("look as in the whole font, plain and put together from others", async () => {
    const signs = "→←↩≈≠≤✓☐☒†‡…‰⅓Ω";
    const cut = await cutSigns(codes(signs));
    const whole = await readFile(join(SIGNS_ROOT, "files/dejavu-sans-latin-400-normal.woff2"));
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const drawn = await measureSigns(page, cut?.bytes ?? new Uint8Array(), signs);
      const wanted = await measureSigns(page, whole, signs);
      const apart = drawn.flatMap((boxes, index) =>
        boxes.every((edge, side) => Math.abs(edge - (wanted[index]?.[side] ?? 0)) < 2) ? [] : [signs[index]],
      );
      expect(drawn).toHaveLength(signs.length);
      expect(apart).toEqual([]);
      const arrow = (await cutSigns(codes("→")))?.bytes ?? new Uint8Array();
      expect(await measureSigns(page, arrow, signs)).not.toEqual(drawn);
    } finally {
      await browser.close();
    }
  });
});
