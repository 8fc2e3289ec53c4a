// The stylesheets of the folder: none lies there unused, and each stands whole in a sheet that pages load.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findFamilies } from "../../src/site/fonts/families.ts";
import { readFonts } from "../../src/site/fonts/read-fonts.ts";
import { PACKAGE_ROOT } from "../../src/site/package-root.ts";
import { composeNotFoundStyles, composePrintStyles, composeSiteStyles } from "../../src/site/styles.ts";
import { viewSite } from "../../src/site/view/site-view.ts";
import { makeSamplePack } from "./sample-pack.ts";

it("every stylesheet is part of one that pages load", async () => {
  const pack = makeSamplePack();
  const site = viewSite(pack, "public", true);
  const fonts = await readFonts(await findFamilies(pack.theme), []);
  const sheets = await Promise.all([
    composeSiteStyles(site, fonts),
    composePrintStyles(site, fonts, { paper: "A4", cropMarks: true }),
    composePrintStyles(site, fonts, { paper: "Letter", cropMarks: false }),
    composeNotFoundStyles(site, fonts),
  ]);
  const folder = join(PACKAGE_ROOT, "templates/styles");
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    expect(
      sheets.some((sheet) => sheet.includes(text)),
      name,
    ).toBe(true);
  }
});
