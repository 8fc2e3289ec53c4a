// What a browser makes of a theme: its colours for each reader, figures of one width, and signs that differ without any colour.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type View, withPage } from "../e2e/web/open-page.ts";
import { startBrowser } from "../start-browser.ts";
import { type BuiltSite, buildSample } from "./built-site.ts";
import { findAlike } from "./find-alike.ts";
import { sampleTheme, THEME_NAMES } from "./sample-theme.ts";

const sites = new Map<string, BuiltSite>();
let browser: Browser;
beforeAll(async () => {
  for (const theme of THEME_NAMES) sites.set(theme, await buildSample({ theme }));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) await site.remove();
});

/** Signs between which a reader must tell, by the page on which they stand. */
const SIGNS = [
  {
    what: "signs of support",
    path: "evidence.html",
    selectors: [1, 2, 3, 4].map((number) => `.matrix-figure .key + .key li:nth-child(${number}) svg`),
  },
  {
    what: "badges of support",
    path: "evidence.html",
    selectors: ["supports", "contradicts", "compares"].map((support) => `.support-${support}`),
  },
  {
    what: "verdicts",
    path: "appendices/dates.html",
    selectors: ["yes", "no", "partly", "unclear", "not-stated"].map((verdict) => `.sign-${verdict}`),
  },
  {
    what: "marks of a timeline",
    path: "appendices/dates.html",
    selectors: [1, 2, 3].map((number) => `.timeline .key li:nth-child(${number}) svg`),
  },
  {
    what: "passages of a strip",
    path: "evidence.html",
    selectors: [1, 2, 3, 4].map((number) => `.coverage .key li:nth-child(${number}) svg`),
  },
];

const LIGHT: View = { width: 1280, scheme: "light" };

async function onPage<T>(
  theme: string,
  path: string,
  view: View,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const address = pathToFileURL(join(sites.get(theme)?.folder ?? "", path)).href;
  return withPage(browser, address, view, ({ page }) => use(page));
}

describe.each(THEME_NAMES)("the theme %s", (theme) => {
  const { colours } = sampleTheme(theme);

  it.each([
    ["light", LIGHT],
    ["dark", { ...LIGHT, scheme: "dark" }],
    ["more-contrast", { ...LIGHT, contrast: "more" }],
    ["more-contrast-dark", { ...LIGHT, scheme: "dark", contrast: "more" }],
  ] as const)(
    "is shown in its colours %s to whoever asks for them, and in light ones on paper",
    async (scheme, view) => {
      await onPage(theme, "index.html", view, async (page) => {
        expect(await readColours(page)).toEqual(expectColours(colours[scheme]));
        await page.emulateMediaType("print");
        expect(await readColours(page)).toMatchObject({ ink: colours.light.ink, paper: colours.light.paper });
      });
    },
  );

  it.for<readonly [path: string, selector: string, behind?: "::after"]>([
    ["sources/s1.html", ".record td"],
    ["sources/s1.html", ".prose td, .text td"],
    ["appendices/facts.html", ".detail td"],
    ["evidence.html", ".quotations td"],
    ["print/index.html", ".quotations td"],
    ["print/index.html", ".toc-link", "::after"],
  ])("sets figures of one width in %s %s", async ([path, selector, behind]) => {
    await onPage(theme, path, LIGHT, async (page) => {
      const { one, nought } = await measureFigures(page, selector, behind);
      expect(one).toBeGreaterThan(10);
      expect(one).toBeCloseTo(nought, 3);
    });
  });

  it.each(
    SIGNS.flatMap((signs) => [
      { ...signs, scheme: "light" as const },
      { ...signs, scheme: "dark" as const },
    ]),
  )("tells the $what apart by shape alone, in $scheme colours", async ({ path, selectors, scheme }) => {
    await onPage(theme, path, { width: 1280, scheme }, async (page) => {
      expect(await findAlike(page, selectors)).toEqual([]);
    });
  });
});

const readColours = (page: Page) =>
  page.evaluate(() => {
    const own = getComputedStyle(document.documentElement);
    const [ink, paper, accent] = ["--ink", "--paper", "--accent"].map((name) => own.getPropertyValue(name));
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { ink, paper, accent, backgroundColor, color };
  });

const expectColours = ({ ink, paper, accent }: Readonly<Record<"ink" | "paper" | "accent", string>>) => ({
  ink,
  paper,
  accent,
  backgroundColor: rgb(paper),
  color: rgb(ink),
});

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(", ")})`;
}

/**
 * Widths of “1111” and of “0000” in the first element, or in the style of what the styles put behind it: there page numbers stand,
 * which a browser by itself does not set.
 */
const measureFigures = (page: Page, selector: string, behind: "::after" | undefined) =>
  page.$eval(
    selector,
    (element, pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const { fontFamily, fontSize, fontWeight, fontVariantNumeric, fontFeatureSettings } = style;
      const span = document.createElement("span");
      Object.assign(span.style, {
        position: "absolute",
        fontFamily,
        fontSize,
        fontWeight,
        fontVariantNumeric,
        fontFeatureSettings,
      });
      element.append(span);
      const widthOf = (text: string): number => {
        span.textContent = text;
        return span.getBoundingClientRect().width;
      };
      return { one: widthOf("1111"), nought: widthOf("0000") };
    },
    behind,
  );
