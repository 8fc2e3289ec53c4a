// What the pages load: styles, scripts, the icon and the card, composed before the pages, which name them and bear their digests.
import type { PageSetup } from "../model/paper.ts";
import type { Fonts } from "./fonts/fonts.ts";
import { CARD_SIZE, drawCard } from "./hosting/card.ts";
import { digestOf, nameByContent } from "./hosting/content-names.ts";
import { composeIcon } from "./hosting/icon.ts";
import { readScript, SCRIPTS } from "./scripts.ts";
import { composeNotFoundStyles, composePrintStyles, composeSiteStyles } from "./styles.ts";
import type { SiteView } from "./view/site-view.ts";

/** A file that pages load. */
export interface Asset {
  /** A path from the site's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Subresource Integrity metadata, where a page that loads it is to insist on it. */
  readonly integrity: string | undefined;
}

/** Every asset that is composed; fonts and images are written by themselves. */
export interface Assets {
  readonly styles: Asset;
  readonly scripts: readonly Asset[];
  readonly printStyles: Asset;
  readonly icon: Asset;
  /** The card of a hosted pack. */
  readonly card: (Asset & typeof CARD_SIZE) | undefined;
  /** The styles that stand in 404.html. */
  readonly notFoundStyles: string;
}

/**
 * Composes the assets. Those of a pack that is hosted are named by their content, so that hosts and readers may keep them, and pages
 * insist on their digests. Those of a pack that is handed on as a folder keep plain names and have no digest: browsers block whatever
 * has one where a page is opened from disk.
 */
export async function composeAssets(
  site: SiteView,
  fonts: Fonts,
  page: PageSetup,
  hosted: boolean,
): Promise<Assets> {
  const place = hosted ? placeHosted : placePlain;
  return {
    styles: place("site.css", await composeSiteStyles(site, fonts)),
    scripts: await Promise.all(SCRIPTS.map(async (name) => place(`${name}.js`, await readScript(name)))),
    printStyles: placePlain("print.css", await composePrintStyles(site, fonts, page)),
    icon: placePlain("icon.svg", composeIcon(site.theme.colours.light.accent)),
    card: hosted ? { ...placeHosted("card.png", await drawPackCard(site, fonts)), ...CARD_SIZE } : undefined,
    notFoundStyles: await composeNotFoundStyles(site, fonts),
  };
}

/** The assets that are files. */
export function listFiles({ styles, scripts, printStyles, icon, card }: Assets): Asset[] {
  return [styles, ...scripts, printStyles, icon, ...(card === undefined ? [] : [card])];
}

function placePlain(name: string, content: string): Asset {
  return { path: `assets/${name}`, content, integrity: undefined };
}

function placeHosted(name: string, content: string | Uint8Array): Asset {
  const digest = digestOf(content);
  return {
    path: `assets/${nameByContent(name, digest)}`,
    content,
    integrity: `sha384-${digest.toString("base64")}`,
  };
}

function drawPackCard(
  { title, subtitle, edition, marking, theme }: SiteView,
  fonts: Fonts,
): Promise<Uint8Array> {
  const text = { title, subtitle, edition: `${edition.label}, ${edition.date.text}`, marking };
  return drawCard(text, theme, fonts);
}
