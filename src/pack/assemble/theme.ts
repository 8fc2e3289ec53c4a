// The theme that `pack.yaml` names: which it is, and whether it can be used.
import { contentProblem, type Problem } from "../../errors.ts";
import type { ThemeFile } from "../../files/theme-files.ts";
import { findPoorContrast } from "../../model/contrast.ts";
import { DEFAULT_THEME, type Theme, themeSchema } from "../../model/theme.ts";
import { validate } from "../validate.ts";
import { parseYaml, type YamlFile } from "../yaml-file.ts";
import type { ReadResult } from "./read-result.ts";

/**
 * Reads the theme of a pack from `themes`. A problem stands in `pack.yaml` where no theme has the name, and in the file of the theme
 * where that is wrong or its colours can't be told apart.
 */
export function readTheme(
  name: string | undefined,
  manifest: Pick<YamlFile, "placeOf">,
  themes: readonly ThemeFile[],
): ReadResult<Theme> {
  const wanted = name ?? DEFAULT_THEME;
  const found = themes.find((theme) => theme.name === wanted);
  if (found === undefined) {
    const names = themes.map((theme) => theme.name).join(", ");
    const message = `there is no theme “${wanted}”`;
    const fix = `Write one of ${names}, or leave the key out.`;
    return {
      value: undefined,
      problems: [contentProblem("unknown-theme", manifest.placeOf(["theme"]), message, fix)],
    };
  }
  const yaml = parseYaml(found.file, found.text);
  const { value, problems } = validate(yaml, themeSchema);
  if (value === undefined) return { value, problems };
  const poor = tellPoorContrast(value, yaml);
  return poor.length > 0 ? { value: undefined, problems: poor } : { value, problems: [] };
}

function tellPoorContrast(theme: Theme, { placeOf }: YamlFile): Problem[] {
  return findPoorContrast(theme).map(({ scheme, front, behind, ratio, least }) =>
    contentProblem(
      "poor-contrast",
      placeOf(["colours", scheme, front]),
      `${front} on ${behind} has a contrast of ${(Math.floor(ratio * 10) / 10).toFixed(1)} in the scheme ${scheme}, and needs ${least}`,
      "Move the two colours apart in lightness (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).",
    ),
  );
}
