// The stylesheets of the site and of the print document, put together from templates/styles.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PageSetup, Paper } from "../model/paper.ts";
import { composeFontStyles } from "./fonts.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
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
    "rhythm",
    "page",
    "place",
    "popovers",
    "copy",
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
    "print-page",
    "print-parts",
    "print-cover",
    "print-contents",
    "print-source",
    "print-summary",
    "print-about",
    "print-notes",
  ],
  notFound: ["tokens", "schemes", "not-found"],
} as const;

/** The stylesheet of the site's pages. */
export async function composeSiteStyles(site: SiteView): Promise<string> {
  return compose(await composeFontStyles(), packStyles(site), SHEETS.site);
}

const PAPER_SHEETS: Readonly<Record<Paper, string>> = { A4: "print-a4", Letter: "print-letter" };

/** The stylesheet of the print document. */
export async function composePrintStyles(site: SiteView, { paper, cropMarks }: PageSetup): Promise<string> {
  const sheets = [...SHEETS.print, PAPER_SHEETS[paper], ...(cropMarks ? ["print-crop-marks"] : [])];
  return compose(await composeFontStyles(), packStyles(site), sheets);
}

/** The styles that stand in the page for addresses that lead nowhere, which can load none. */
export async function composeNotFoundStyles(site: SiteView): Promise<string> {
  return compose("", packStyles(site), SHEETS.notFound);
}

/**
 * The accent of a stylesheet in its plain reading, neither dark nor of high contrast, as `#rrggbb`: the last that a rule outside any
 * other gives.
 * @throws Error where there is none: a bug of the styles.
 */
export function findAccent(styles: string): string {
  const accents = [...styles.matchAll(/^:root \{([^}]*)\}/gm)].flatMap(
    ([, rule = ""]) => /--accent: (#[0-9a-f]{6});/.exec(rule)?.[1] ?? [],
  );
  const accent = accents.at(-1);
  if (accent === undefined) throw new Error("The styles give no accent as #rrggbb.");
  return accent;
}

async function compose(fonts: string, own: string, names: readonly string[]): Promise<string> {
  const files = await Promise.all(
    names.map((name) => readFile(join(PACKAGE_ROOT, "templates/styles", `${name}.css`), "utf8")),
  );
  return [fonts, own, ...files].join("\n");
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
