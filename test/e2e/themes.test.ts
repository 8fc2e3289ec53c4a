// A pack in each theme, with a logo: site and PDFs are built, and what is printed is proved.
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { recordIo } from "../cli/fake-io.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { readPdf } from "../print/read-pdf.ts";
import { checkAccessibility } from "../print/ua/check-accessibility.ts";
import { THEME_NAMES } from "../site/sample-theme.ts";

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/></svg>`;

describe.each(THEME_NAMES)("the theme %s", (theme) => {
  let folder: string;
  let told: string;
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "briefing-theme-")));
    await cp(packFolder("good"), join(folder, "content"), { recursive: true });
    await writeFile(join(folder, "content/images/board.svg"), LOGO);
    const manifest = join(folder, "content/pack.yaml");
    const lines = `theme: ${theme}\nlogo:\n  file: images/board.svg\n  alt: Harbour board\n`;
    await writeFile(manifest, `${await readFile(manifest, "utf8")}${lines}`);
    const io = recordIo(folder, { env: process.env });
    const exitCode = await run(["build", "--out", join(folder, "out")], io);
    expect({ exitCode, err: io.err() }).toMatchObject({ exitCode: 0 });
    told = io.out();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("shows the logo on the cover and at the head of every page", async () => {
    const alt = 'alt="Harbour board"';
    for (const page of ["index.html", "sources/s1.html", "print/index.html", "print/summary.html"]) {
      expect(await readFile(join(folder, "out", page), "utf8"), page).toContain(alt);
    }
    expect(await readFile(join(folder, "out/assets/images/images/board.svg"), "utf8")).toBe(LOGO);
  });

  it("has a cover of one page, with the logo above the title", async () => {
    const { pages } = await readPdf(join(folder, "out/briefing.pdf"));
    expect(pages[0]).toContain("The harbour toll of Velmora");
    expect(pages[0]).toContain("Prepared by");
    expect(pages[1]).toContain("Contents");
  });

  it("is printed whole, in PDFs that a reader of screens can read", async () => {
    for (const name of ["briefing", "summary"]) {
      const bytes = await readFile(join(folder, `out/${name}.pdf`));
      expect(await checkAccessibility(new Uint8Array(bytes))).toEqual([]);
      const proof = JSON.parse(await readFile(join(folder, `out/${name}.proof.json`), "utf8"));
      expect(proof.text.missingGlyphs).toBe(0);
    }
  });

  it("has the summary alone on two pages, with marking, sources and no page of another PDF", async () => {
    const { pages, info } = await readPdf(join(folder, "out/summary.pdf"));
    expect(pages.length).toBeLessThanOrEqual(2);
    const text = pages.join(" ");
    expect(text).toContain("The harbour toll of Velmora");
    expect(text).toContain("https://example.org/harbour/");
    expect(text).toMatch(/S1 ¶/);
    expect(text).not.toMatch(/, p\. \d/);
    for (const page of pages) expect(page.match(/TLP:CLEAR/g)?.length).toBeGreaterThanOrEqual(2);
    expect(info).toMatchObject({ Title: "Summary: The harbour toll of Velmora" });
  });

  it("keeps each PDF under a name of its own, too, to which the pages link", async () => {
    const landing = await readFile(join(folder, "out/index.html"), "utf8");
    const names = { briefing: "the-harbour-toll-of-velmora", summary: "the-harbour-toll-of-velmora-summary" };
    for (const [constant, name] of Object.entries(names)) {
      const file = `${name}-edition-2-2026-02-28.pdf`;
      expect(told).toContain(`${constant}.pdf  `);
      expect(told).toContain(`also as ${file}`);
      expect(landing).toContain(`href="${file}"`);
      const [one, other] = await Promise.all(
        [`${constant}.pdf`, file].map((path) => readFile(join(folder, "out", path))),
      );
      expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
    }
  });
});
