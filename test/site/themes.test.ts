// What a theme makes of a site: its own colours, faces and weights, and nothing of another.
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/errors.ts";
import { findFamilies } from "../../src/site/fonts/families.ts";
import { STYLE_FILES } from "../../src/site/styles.ts";
import { type BuiltSite, buildSample } from "./built-site.ts";
import { sampleTheme, THEME_NAMES } from "./sample-theme.ts";

const sites = new Map<string, BuiltSite>();
beforeAll(async () => {
  for (const theme of THEME_NAMES) sites.set(theme, await buildSample({ theme }));
});
afterAll(async () => {
  for (const site of sites.values()) await site.remove();
});

const textOf = (theme: string, path: string): string => sites.get(theme)?.text(path) ?? "";

describe.each(THEME_NAMES)("the theme %s", (theme) => {
  it.each(["site", "print"])("declares every property to which the styles of the %s refer", (sheet) => {
    const css = textOf(theme, `assets/${sheet}.css`);
    const declared = new Set(Array.from(css.matchAll(/(--[\w-]+):/g), ([, name]) => name));
    const used = Array.from(css.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  });

  it("has a file for every face that the styles declare", () => {
    for (const sheet of ["site", "print"]) {
      const css = textOf(theme, `assets/${sheet}.css`);
      const files = Array.from(css.matchAll(/url\("([^"]+)"\)/g), ([, url]) => `assets/${url}`);
      expect(files.length).toBeGreaterThan(20);
      expect(files.filter((file) => !sites.get(theme)?.paths.includes(file))).toEqual([]);
    }
  });

  it("sets dark colours and those for more contrast on screen alone", () => {
    const { colours } = sampleTheme(theme);
    const [site, print] = [textOf(theme, "assets/site.css"), textOf(theme, "assets/print.css")];
    for (const scheme of ["dark", "more-contrast", "more-contrast-dark"] as const)
      expect(site).toContain(`--accent-surface: ${colours[scheme]["accent-surface"]};`);
    expect(print).toContain(`--ink: ${colours.light.ink};`);
    expect(print).not.toContain(`--paper: ${colours.dark.paper};`);
  });

  it("names its families where it tells of its fonts, and in the page that loads no stylesheet", async () => {
    const { byRole } = await findFamilies(sampleTheme(theme));
    expect(textOf(theme, "about.html")).toContain(byRole.display.name);
    expect(textOf(theme, "404.html")).toContain(`"${byRole.text.name}"`);
    expect(textOf(theme, "404.html")).toContain(sampleTheme(theme).colours.dark.paper);
  });
});

describe("a theme without a serif", () => {
  it("ships none, and nothing names one", () => {
    const site = sites.get("government");
    expect(site?.paths.filter((path) => path.includes("serif"))).toEqual([]);
    for (const [path, text] of site?.texts ?? []) expect(text, path).not.toContain("Source Serif");
  });
});

describe("the styles", () => {
  it("name no colour and no family of their own, but black and white for what no theme changes", async () => {
    for (const file of STYLE_FILES) {
      const css = await readFile(file, "utf8");
      expect(css.match(/#(?!000000|ffffff)[0-9a-f]{3,8}\b/gi), file).toBeNull();
      expect(css, file).not.toMatch(/Source (Serif|Sans|Code)/);
    }
  });
});

describe("a family that is not installed", () => {
  it("is told with what to do", async () => {
    const faces = { ...sampleTheme().faces, text: "@fontsource/not-there" };
    const error = await findFamilies({ ...sampleTheme(), faces }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BriefingError);
    expect(String(error)).toContain("npm install @fontsource/not-there");
  });
});
