// The stylesheets of the site and of the print document, put together from templates/styles.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PageSetup, Paper } from "../model/paper.ts";
import { composeFontStyles, composeScreenFontStyles, type Fonts } from "./fonts/fonts.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { composePaperTheme, composeScreenTheme } from "./theme-styles.ts";
import type { SiteView } from "./view/site-view.ts";

/** The files of each stylesheet in the order in which they stand in it; the print document has those of its paper besides. */
const SHEETS = {
  site: [
    "tokens",
    "schemes",
    "base",
    "prose",
    "record",
    "data",
    "evidence",
    "figures",
    "rhythm",
    "page",
    "place",
    "downloads",
    "logo",
    "popovers",
    "copy",
    "search",
    "fit",
    "narrow",
    "print-browser",
  ],
  print: [
    "tokens",
    "base",
    "prose",
    "record",
    "data",
    "evidence",
    "figures",
    "print-page",
    "print-parts",
    "print-cover",
    "print-contents",
    "print-source",
    "print-summary",
    "print-about",
    "print-notes",
    "print-figures",
    "handout",
    "logo",
  ],
  notFound: ["tokens", "schemes", "not-found"],
} as const;

/** The files of every stylesheet but those of a paper, which show no text. */
export const STYLE_FILES: readonly string[] = [...new Set<string>(Object.values(SHEETS).flat())].map(fileOf);

/** The stylesheet of the site's pages. */
export async function composeSiteStyles(site: SiteView, fonts: Fonts): Promise<string> {
  const theme = composeScreenTheme(site.theme, fonts.families);
  return compose(SHEETS.site, await composeScreenFontStyles(fonts), theme, packStyles(site));
}

const PAPER_SHEETS: Readonly<Record<Paper, string>> = { A4: "print-a4", Letter: "print-letter" };

/** The stylesheet of the print documents. */
export async function composePrintStyles(
  site: SiteView,
  fonts: Fonts,
  { paper, cropMarks }: PageSetup,
): Promise<string> {
  const theme = composePaperTheme(site.theme, fonts.families);
  const sheets = [...SHEETS.print, PAPER_SHEETS[paper], ...(cropMarks ? ["print-crop-marks"] : [])];
  return compose(sheets, composeFontStyles(fonts), theme, packStyles(site));
}

/** The styles that stand in the page for addresses that lead nowhere, which can load none, nor a font. */
export async function composeNotFoundStyles(site: SiteView, { families }: Fonts): Promise<string> {
  return compose(SHEETS.notFound, composeScreenTheme(site.theme, families), packStyles(site));
}

async function compose(names: readonly string[], ...own: readonly string[]): Promise<string> {
  const files = await Promise.all(names.map((name) => readFile(fileOf(name), "utf8")));
  return [...own, ...files].join("\n");
}

function fileOf(name: string): string {
  return join(PACKAGE_ROOT, "templates/styles", `${name}.css`);
}

/** What the styles take from the pack: the colour of its marking, and the lines in the margins of printed pages. */
function packStyles({ title, marking }: SiteView): string {
  return `:root {
  --marking-text: ${marking.colour};
  --marking-label: ${cssString(marking.label)};
  --running-title: ${cssString(title)};
}
`;
}

/** Text as a CSS string: whatever could end it or begin an escape is written as a code point. */
function cssString(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{M}\p{N} .,;:!?–—’‘“”()&/+-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16) ?? ""} `,
  );
  return `"${safe}"`;
}
