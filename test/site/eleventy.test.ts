import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeAssets } from "../../src/site/assets.ts";
import { runEleventy } from "../../src/site/eleventy.ts";
import { findFamilies } from "../../src/site/fonts/families.ts";
import { readFonts } from "../../src/site/fonts/read-fonts.ts";
import { viewHosting } from "../../src/site/hosting/hosting-view.ts";
import { PACKAGE_ROOT } from "../../src/site/package-root.ts";
import { viewSite } from "../../src/site/view/site-view.ts";
import { listFiles } from "./built-site.ts";
import { makeSamplePack } from "./sample-pack.ts";

let folder = "";
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "briefing-eleventy-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("Eleventy", () => {
  it("says what to do when it is started without a pack", async () => {
    const run = runEleventy({
      templates: join(PACKAGE_ROOT, "templates"),
      configuration: join(PACKAGE_ROOT, "eleventy.config.ts"),
      output: folder,
      data: {},
    });
    await expect(run).rejects.toThrow(/started without a pack.*briefing build/);
  });

  it("hands on what the system answers where a page cannot be written", async () => {
    await writeFile(join(folder, "file"), "in the way");
    const pack = makeSamplePack();
    const site = viewSite(pack, "public", false);
    const fonts = await readFonts(await findFamilies(pack.theme), []);
    const run = runEleventy({
      templates: join(PACKAGE_ROOT, "templates"),
      configuration: join(PACKAGE_ROOT, "eleventy.config.ts"),
      output: join(folder, "file", "out"),
      data: {
        site: { ...site, software: "briefing-pack" },
        hosting: viewHosting(
          pack,
          site,
          await composeAssets(site, fonts, { paper: "A4", cropMarks: false }, false),
        ),
      },
    });
    await expect(run).rejects.toMatchObject({ code: "ENOTDIR", path: expect.stringContaining("file/out") });
  });

  it("builds the same site from a package that lies in node_modules, run from elsewhere", async () => {
    const installed = join(folder, "node_modules", "briefing-pack");
    const elsewhere = join(folder, "elsewhere");
    await mkdir(installed, { recursive: true });
    await mkdir(elsewhere);
    for (const name of ["src", "templates", "eleventy.config.ts", "package.json", "tsconfig.json"]) {
      await cp(join(PACKAGE_ROOT, name), join(installed, name), { recursive: true });
    }
    await mkdir(join(installed, "test"));
    await cp(join(PACKAGE_ROOT, "test/site"), join(installed, "test/site"), { recursive: true });
    await symlink(join(PACKAGE_ROOT, "node_modules"), join(installed, "node_modules"));
    await writeFile(join(elsewhere, ".gitignore"), "*\n");
    const script = join(installed, "build.ts");
    await writeFile(
      script,
      `import { buildSite } from "./src/site/build-site.ts";
       import { makeSamplePack } from "./test/site/sample-pack.ts";
       await buildSite({ pack: makeSamplePack(), edition: "public", output: process.argv[2]!, pdf: false });`,
    );
    const output = join(folder, "out");
    await mkdir(output);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), script, output],
      { cwd: elsewhere },
    );
    expect(stdout).toBe("");
    const written = (await listFiles(output)).filter((path) => path.endsWith(".html"));
    expect(written).toContain("print/index.html");
    expect(written).toContain("sources/s1.html");
    expect(written).toHaveLength(12);
  });
});
