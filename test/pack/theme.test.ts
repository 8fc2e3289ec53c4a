// The theme and the logo that a manifest names.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readThemeFiles, THEME_FOLDER } from "../../src/files/theme-files.ts";
import { readTheme } from "../../src/pack/assemble/theme.ts";
import { parseYaml } from "../../src/pack/yaml-file.ts";
import { loadAltered, problemsWith, tell } from "./altered-pack.ts";

const LAST = "address: https://example.org/harbour/\n";
const withLines = (lines: string) => ({ "pack.yaml": [[LAST, `${LAST}${lines}`]] as const });
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>`;

describe("the theme", () => {
  it("is the default one where none is named", async () => {
    const { pack } = await loadAltered({});
    expect(pack?.manifest.theme).toBe("briefing");
    expect(pack?.theme.faces.text).toBe("@fontsource/source-serif-4");
  });

  it("is the one that is named", async () => {
    const { pack } = await loadAltered(withLines("theme: government\n"));
    expect(pack?.theme.faces.text).toBe("@fontsource/source-sans-3");
  });

  it("must be one of those that there are", async () => {
    expect(await problemsWith(withLines("theme: goverment\n"))).toMatchInlineSnapshot(`
      [
        "pack.yaml:33:8 unknown-theme, exit 3: there is no theme “goverment” → Write one of briefing, government, or leave the key out.",
      ]
    `);
  });
});

describe("a theme's file", () => {
  const read = async (...changes: readonly (readonly [from: string, to: string])[]) => {
    let text = await readFile(join(THEME_FOLDER, "briefing.yaml"), "utf8");
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    const file = { name: "mine", file: "../templates/themes/mine.yaml", text };
    return readTheme("mine", parseYaml("pack.yaml", "theme: mine\n"), [file]).problems.map(tell);
  };

  it("is named as the pack's folder sees it", async () => {
    const [first] = await readThemeFiles(join(THEME_FOLDER, "../../content"));
    expect(first).toMatchObject({ name: "briefing", file: "../templates/themes/briefing.yaml" });
  });

  it("may hold no wrong value", async () => {
    expect(
      await read(
        ['ink: "#1a1d21"', "ink: black"],
        ['mono: "@fontsource/source-code-pro"', "mono: Courier"],
        ["leading: 1.5", "leading: 3"],
        ["title: 600", "title: 500"],
        ["corner: 0.2em", "corner: round"],
        ["measures:", "typo: 1\nmeasures:"],
      ),
    ).toMatchInlineSnapshot(`
      [
        "../templates/themes/mine.yaml:7:9 wrong-value, exit 3: faces.mono “Courier” is not a family of @fontsource → Write the name of an installed package of static fonts, such as “@fontsource/source-sans-3”.",
        "../templates/themes/mine.yaml:11:10 wrong-value, exit 3: colours.light.ink “black” is not a colour → Write six hexadecimal digits behind a number sign, in quotation marks: "#0b4f6c".",
        "../templates/themes/mine.yaml:58:12 wrong-value, exit 3: measures.leading is the number 3, which is too much → Give at most 2.",
        "../templates/themes/mine.yaml:63:10 wrong-value, exit 3: weights.title is the number 500 → Write 600, or 700.",
        "../templates/themes/mine.yaml:68:9 wrong-value, exit 3: corner “round” is not a length → Write a number with rem, em, px, mm or %, such as 0.35rem, or 0.",
        "../templates/themes/mine.yaml:55:1 unknown-key, exit 3: “typo” is not a key that is known here → Delete it or correct its name; here stand: about, faces, colours, measures, weights, corner.",
      ]
    `);
  });

  it("may hold no colours that can't be told apart", async () => {
    expect(await read(['ink-soft: "#4b525a"', 'ink-soft: "#8b929a"'])).toMatchInlineSnapshot(`
      [
        "../templates/themes/mine.yaml:12:15 poor-contrast, exit 3: ink-soft on paper has a contrast of 3.1 in the scheme light, and needs 4.5 → Move the two colours apart in lightness (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).",
        "../templates/themes/mine.yaml:12:15 poor-contrast, exit 3: ink-soft on surface has a contrast of 2.8 in the scheme light, and needs 4.5 → Move the two colours apart in lightness (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).",
        "../templates/themes/mine.yaml:12:15 poor-contrast, exit 3: ink-soft on accent-surface has a contrast of 2.7 in the scheme light, and needs 4.5 → Move the two colours apart in lightness (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).",
      ]
    `);
  });
});

describe("the logo", () => {
  it("is a picture of the pack, shown although no part shows it", async () => {
    const lines = withLines("logo:\n  file: images/board.svg\n  alt: Harbour board\n");
    const { pack, problems } = await loadAltered({ ...lines, "images/board.svg": LOGO });
    expect(problems).toEqual([]);
    expect(pack?.manifest.logo).toEqual({ file: "images/board.svg", alt: "Harbour board" });
  });

  it("must be there", async () => {
    expect(
      await problemsWith(withLines("logo:\n  file: images/board.svg\n  alt: Harbour board\n")),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:34:9 unknown-image, exit 3: there is no picture “images/board.svg” in the pack → Write one of images/harbour.svg, or add it.",
      ]
    `);
  });

  it("must be SVG or PNG in images/, with words for it that quote nobody", async () => {
    expect(
      await problemsWith(withLines("logo:\n  file: ../board.gif\n  alt: The “board”\n")),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:34:9 wrong-value, exit 3: logo.file “../board.gif” is not an SVG or PNG in images/ → Put the logo into images/ and write its path, such as images/logo.svg.",
        "pack.yaml:35:8 wrong-value, exit 3: logo.alt “The “board”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
    expect(await problemsWith(withLines("logo:\n  file: images/harbour.svg\n"))).toMatchInlineSnapshot(`
      [
        "pack.yaml:34:3 missing-key, exit 3: logo.alt is missing → Add alt: a text.",
      ]
    `);
  });

  it("is checked as every picture is", async () => {
    const lines = withLines("logo:\n  file: images/board.svg\n  alt: Harbour board\n");
    const moving = LOGO.replace("<rect", "<script>1</script><rect");
    expect(await problemsWith({ ...lines, "images/board.svg": moving })).toMatchInlineSnapshot(`
      [
        "images/board.svg:1:61 active-svg, exit 3: the picture images/board.svg holds the element <script>, and a picture of a pack neither runs, moves, loads nor leads anywhere → Remove it, or export the picture as plain SVG or PNG.",
      ]
    `);
  });
});
