// The paper of a pack: its size, and sheets with crop marks of which the PDF says where they are cut.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CROP_MARGINS, type PageSetup } from "../../src/model/paper.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { makeSamplePack } from "../site/sample-pack.ts";

const MM = 72 / 25.4;
/** A browser rounds lengths to whole pixels. */
const NEAR = 1;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-setup-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Width and height in millimetres of each page as it will be cut, of the colour around it, and of the sheet. */
async function printOn(name: string, page: Partial<PageSetup>) {
  const output = join(folder, name);
  await buildSite({ pack: makeSamplePack(), edition: "public", output, pdf: true, page });
  const pdf = join(output, "briefing.pdf");
  const trim = page.cropMarks ? CROP_MARGINS : undefined;
  await printDocument({
    folder: output,
    document: "print/index.html",
    output: pdf,
    browser: "bundled",
    trim,
  });
  const pages = (await PDFDocument.load(await readFile(pdf))).getPages();
  const size = ({ width, height }: { width: number; height: number }) => [width / MM, height / MM] as const;
  return pages.map((one) => ({
    trim: size(one.getTrimBox()),
    bleed: size(one.getBleedBox()),
    sheet: size(one.getMediaBox()),
  }));
}

describe("a pack is printed", () => {
  it.each([
    ["on A4, as its manifest says", "a4", {}, [210, 297], 0],
    ["on Letter", "letter", { paper: "Letter" }, [215.9, 279.4], 0],
    ["on sheets larger than A4", "crop", { cropMarks: true }, [210, 297], CROP_MARGINS.sheet],
  ] as const)("%s", async (_what, name, page, [width, height], margin) => {
    const pages = await printOn(name, page);
    expect(pages.length).toBeGreaterThan(8);
    const bleed = margin > 0 ? CROP_MARGINS.bleed : 0;
    for (const { trim, bleed: around, sheet } of pages) {
      for (const [side, length] of [width, height].entries()) {
        expect(Math.abs((trim[side] ?? 0) - length)).toBeLessThan(NEAR);
        expect(Math.abs((around[side] ?? 0) - length - 2 * bleed)).toBeLessThan(NEAR);
        expect(Math.abs((sheet[side] ?? 0) - length - 2 * margin)).toBeLessThan(NEAR);
      }
    }
  });
});
