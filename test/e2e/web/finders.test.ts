// The finders find: each is given a page with the fault that it is for, and the same page without.
import type { Page } from "puppeteer";
import { expect, inject, it } from "vitest";
import { findViolations } from "./find-violations.ts";
import { findHiddenText } from "./in-page/find-hidden-text.ts";
import { findLostText } from "./in-page/find-lost-text.ts";
import { findSidewaysScroll } from "./in-page/find-sideways-scroll.ts";
import { type Finder, runInPage } from "./in-page/run-in-page.ts";
import { withPage } from "./open-page.ts";
import { useBrowser } from "./use-web.ts";
import { walkFocus } from "./walk-focus.ts";

const browser = useBrowser();

const written = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Page</title><style>body { margin: 0 } ${head}</style></head><body><main><h1>Title</h1>${body}</main></body></html>`;

function onPage<T>(head: string, body: string, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), "about:blank", { width: 390, scheme: "light" }, async ({ page }) => {
    await page.setContent(written(head, body));
    return use(page);
  });
}

const find = (finder: Finder, head: string, body: string): Promise<string[]> =>
  onPage(head, body, (page) => runInPage(page, finder));

it.each([
  [
    "a box wider than the window",
    ".wide { width: 2000px }",
    '<p class="wide">Text</p>',
    /^scrolls sideways: 2000 in 390 pixels: p\.wide/,
  ],
  [
    "a box that scrolls without a name",
    ".box { overflow: auto }",
    '<div class="box" tabindex="0"><p style="width: 900px">Text</p></div>',
    /^scrolls without a name or a way in: div\.box/,
  ],
  [
    "a box that scrolls and cannot be reached",
    ".box { overflow: auto }",
    '<div class="box" role="region" aria-label="Table"><p style="width: 900px">Text</p></div>',
    /^scrolls without a name or a way in: div\.box/,
  ],
])("finds %s", async (_, head, body, expected) => {
  expect(await find(findSidewaysScroll, head, body)).toEqual([expect.stringMatching(expected)]);
});

it("lets a box scroll that has a name and takes the focus", async () => {
  const box =
    '<div class="box" role="region" aria-label="Table" tabindex="0"><p style="width: 900px">Text</p></div>';
  expect(await find(findSidewaysScroll, ".box { overflow: auto }", box)).toEqual([]);
});

it.each([
  [
    "cut off below",
    ".box { height: 20px; overflow: hidden }",
    '<p class="box">One<br>two<br>three</p>',
    /^text is cut off by p: p\.box/,
  ],
  [
    "cut off at the side",
    ".box { width: 60px; overflow: clip; white-space: nowrap }",
    '<p class="box">A line that is longer than its box</p>',
    /^text is cut off by p: p\.box/,
  ],
  ["off the side", ".box { margin-left: -60px }", '<p class="box">Text</p>', /^text is off the side: p\.box/],
  [
    "under other text",
    ".box { margin-top: -1.3em }",
    '<p>First</p><p class="box">Second</p>',
    /^text lies over text: p\.box “Second” and p “First”/,
  ],
])("finds text that is %s", async (_, head, body, expected) => {
  expect(await find(findLostText, `p { margin: 0 } ${head}`, body)).toEqual([
    expect.stringMatching(expected),
  ]);
});

it("lets text be for ears only, scrolled to, or close to the next line", async () => {
  const head = `.ears { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .box { overflow: auto } p { margin: 0; line-height: 1 }`;
  const body =
    '<p class="ears">For ears</p><div class="box"><p style="width: 900px">Wide</p></div><p>One</p><p>Two</p>';
  expect(await find(findLostText, head, body)).toEqual([]);
});

it.each([
  ["display", "display: none"],
  ["visibility", "visibility: hidden"],
  ["opacity", "opacity: 0"],
])("finds text that waits for a script by its %s", async (_, rule) => {
  const found = await find(findHiddenText, `.later { ${rule} }`, '<p class="later">Later</p><p>Now</p>');
  expect(found).toEqual(["text is not shown: p.later “Later”"]);
});

it("lets text wait in what the browser opens by itself", async () => {
  const body = "<details><summary>More</summary><p>Inside</p></details><div popover>Shown in place</div>";
  expect(await find(findHiddenText, "", body)).toEqual([]);
});

it.each([
  [
    "that looks the same with the focus",
    "a { outline: none }",
    '<a href="#x">Link</a>',
    "looks the same with the focus",
  ],
  ["that is transparent", "a { opacity: 0 }", '<a href="#x">Link</a>', "is transparent"],
  [
    "that is covered by a bar",
    ".bar { position: fixed; inset: 0 0 auto; height: 200px; background: #fff }",
    '<a href="#x">Link</a><div class="bar"></div>',
    "is covered by something else",
  ],
  [
    "out of the window",
    "a { position: absolute; left: -900px }",
    '<a href="#x">Link</a>',
    "is outside of the window",
  ],
  [
    "out of the order of reading",
    "",
    '<a href="#x">Link</a><a href="#y" tabindex="2">First</a>',
    "has a tabindex of its own order",
  ],
])("finds a stop %s", async (_, head, body, expected) => {
  const { faults } = await onPage(head, body, walkFocus);
  expect(faults).toContainEqual(expect.stringContaining(expected));
});

it("walks to the end of a page without a fault", async () => {
  const { stops, faults } = await onPage(
    "",
    '<a href="#x">One</a><button type="button">Two</button>',
    walkFocus,
  );
  expect({ stops, faults }).toEqual({ stops: 2, faults: [] });
});

it("finds what axe finds: a small target, a faint colour", async () => {
  const body =
    '<p style="color: #bbb">Faint</p><button style="width: 12px; height: 12px; padding: 0" aria-label="a"></button><button style="width: 12px; height: 12px; padding: 0" aria-label="b"></button>';
  const found = await onPage("", body, findViolations);
  expect(found).toContainEqual(expect.stringMatching(/^axe color-contrast: p/));
  expect(found).toContainEqual(expect.stringMatching(/^axe target-size: button/));
});

it("notes a message, an error and a failed request", async () => {
  const address = `${inject("web").origin}/repository/index.html`;
  const expected = [/^console: said/, /^error: .*thrown/, /^failed: .*missing\.json 404/];
  await withPage(browser(), address, { width: 390, scheme: "light" }, async ({ page, faults }) => {
    await page.evaluate(async () => {
      console.warn("said");
      setTimeout(() => {
        throw new Error("thrown");
      });
      await fetch("missing.json");
    });
    for (const fault of expected) expect(faults).toContainEqual(expect.stringMatching(fault));
  });
});

it("notes a request to elsewhere", async () => {
  await withPage(browser(), "about:blank", { width: 390, scheme: "light" }, async ({ page, faults }) => {
    await page.evaluate(() => fetch("https://elsewhere.test/x.json").catch(() => undefined));
    expect(faults).toContain("elsewhere: https://elsewhere.test/x.json");
  });
});
