// A theme as custom properties, to which every stylesheet refers.
import type { Scheme, SchemeName, Theme } from "../model/theme.ts";
import type { Families } from "./fonts/families.ts";
import { familyStack } from "./fonts/fonts.ts";

/** When each scheme but the light one is shown; a later one outdoes an earlier one. */
const SCREENS: readonly (readonly [scheme: SchemeName, condition: string])[] = [
  ["dark", "(prefers-color-scheme: dark)"],
  ["more-contrast", "(prefers-contrast: more)"],
  ["more-contrast-dark", "(prefers-contrast: more) and (prefers-color-scheme: dark)"],
];

/** The theme on screen: light, dark, and for those who ask for more contrast. */
export function composeScreenTheme(theme: Theme, families: Families): string {
  const schemes = SCREENS.map(
    ([scheme, condition]) =>
      `@media screen and ${condition} {\n${rule(listColours(theme.colours[scheme]))}}\n`,
  );
  return [composeRoot(theme, families, true), ...schemes].join("\n");
}

/** The theme on paper, which is light. */
export function composePaperTheme(theme: Theme, families: Families): string {
  return composeRoot(theme, families, false);
}

function composeRoot(
  { colours, measures, weights, corner }: Theme,
  families: Families,
  standIns: boolean,
): string {
  return rule([
    ...listColours(colours.light),
    ["text-face", familyStack(families, "text", { standIns })],
    ["display-face", familyStack(families, "display", { standIns })],
    ["code-face", familyStack(families, "mono", { standIns })],
    ["text-size", measures.text],
    ["leading", String(measures.leading)],
    ["measure", measures.line],
    ["title-spacing", measures["title-spacing"]],
    ["title-weight", String(weights.title)],
    ["heading-weight", String(weights.heading)],
    ["band-weight", weights.band],
    ["edge-weight", weights.edge],
    ["corner", corner],
  ]);
}

function listColours(scheme: Scheme): [string, string][] {
  return Object.entries(scheme);
}

function rule(properties: readonly (readonly [name: string, value: string])[]): string {
  return `:root {\n${properties.map(([name, value]) => `  --${name}: ${value};\n`).join("")}}\n`;
}
