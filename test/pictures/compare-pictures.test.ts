// What the comparison of pictures sees, and what it passes over.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { siteOf } from "../e2e/web/use-web.ts";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";
import { comparePictures, TOLERATED } from "./compare-pictures.ts";
import { expectSensitive, listSensitiveShots } from "./expect-sensitive.ts";
import { encodePalette, type Picture } from "./palette-png.ts";
import { hasPictureBrowser, withPictureBrowser } from "./picture-browser.ts";
import { withPdf } from "./take-pdf-pictures.ts";

const site = siteOf("open");
const shots = await listSensitiveShots(site.folder);

describe.runIf(await hasPictureBrowser())("of a page", () => {
  // The other width and scheme are among the long tests.
  it.for(shots.slice(0, 1))("$name: sees what moved or changed, and nothing else", (shot) =>
    withPictureBrowser((browser) => expectSensitive(browser, site.address, shot)),
  );
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
