// Signs that are cut out of their font: they are drawn as the whole font draws them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { describe, expect, it } from "vitest";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";
import { cutSigns, findSigns, SIGNS_ROOT, withoutSigns } from "../../../src/site/fonts/signs.ts";

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
    const { executablePath, env } = await findBrowser(undefined, systemProbes());
    const browser = await puppeteer.launch({
      executablePath,
      pipe: true,
      env: { ...process.env, ...env },
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    try {
      const page = await browser.newPage();
      const draw = async (bytes: Uint8Array): Promise<string> => {
        const url = `data:font/woff2;base64,${Buffer.from(bytes).toString("base64")}`;
        await page.setContent(
          `<style>@font-face { font-family: F; src: url(${url}) } p { font: 48px F }</style><p>${signs}</p>`,
        );
        expect(await page.evaluate("document.fonts.load('48px F').then((faces) => faces.length)")).toBe(1);
        return page.screenshot({ encoding: "base64" });
      };
      const drawn = await draw(cut?.bytes ?? new Uint8Array());
      expect(drawn === (await draw(whole))).toBe(true);
      expect(drawn === (await draw((await cutSigns(codes("→")))?.bytes ?? new Uint8Array()))).toBe(false);
    } finally {
      await browser.close();
    }
  });
});
