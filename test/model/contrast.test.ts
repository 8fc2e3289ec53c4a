import { describe, expect, it } from "vitest";
import { contrastRatio, findPoorContrast } from "../../src/model/contrast.ts";
import { sampleTheme, THEME_NAMES } from "../site/sample-theme.ts";

describe("the contrast ratio", () => {
  it.each([
    ["#ffffff", "#000000", 21],
    ["#000000", "#ffffff", 21],
    ["#777777", "#777777", 1],
    // The lightest grey that is AA on white, and the next one, which is not.
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#ff0000", "#ffffff", 4.0],
  ])("of %s and %s is %f", (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  });
});

describe("the themes", () => {
  it("are at least two", () => {
    expect(THEME_NAMES).toEqual(["briefing", "government"]);
  });

  it.each(THEME_NAMES)("%s can be read in every scheme", (name) => {
    expect(findPoorContrast(sampleTheme(name))).toEqual([]);
  });
});

describe("a theme whose colours lie too near each other", () => {
  const { colours } = sampleTheme();
  const withColour = (scheme: keyof typeof colours, change: Partial<(typeof colours)["light"]>) =>
    findPoorContrast({ colours: { ...colours, [scheme]: { ...colours[scheme], ...change } } }).map(
      ({ scheme: where, front, behind, least }) => `${where}: ${front} on ${behind}, ${least}`,
    );

  it("is told by scheme and pair, for text", () => {
    expect(withColour("dark", { "ink-soft": "#6a7077" })).toEqual([
      "dark: ink-soft on paper, 4.5",
      "dark: ink-soft on surface, 4.5",
      "dark: ink-soft on accent-surface, 4.5",
    ]);
    expect(withColour("light", { accent: "#5b9fbc" })).toContain("light: paper on accent, 4.5");
  });

  it("is told for lines that tell something, and not for hairlines", () => {
    expect(withColour("light", { "rule-strong": "#c6cbcf" })).toHaveLength(3);
    expect(withColour("light", { rule: "#fefefe" })).toEqual([]);
  });

  it("is held to more where a reader asks for more contrast", () => {
    expect(withColour("more-contrast", { link: "#0b6c8f" })).toContain("more-contrast: link on paper, 7");
    expect(withColour("light", { link: "#0b6c8f" })).toEqual([]);
  });
});
