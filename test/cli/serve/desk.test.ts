// The desk: both panes in one window, what is wrong with its place, and everything where it was after a change.
import { AxePuppeteer } from "@axe-core/puppeteer";
import type { Frame, Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { paneOf, useDesk, whenPaginated, whenShown } from "./use-desk.ts";

const desk = useDesk();

/** What the desk says of the state. */
const stateOf = (page: Page): Promise<string> =>
  page.$eval(".state", (button) => (button as HTMLElement).innerText.trim());

const isOpen = (page: Page): Promise<boolean> =>
  page.$eval(".problem-panel", (panel) => !(panel as HTMLElement).hidden);

const BREAK = ["summary.md", "three marks for every keel", "three marks for any keel"] as const;
const MEND = [BREAK[0], BREAK[2], BREAK[1]] as const;

describe("what is saved", () => {
  test("is shown in both panes, and nothing is written to the console", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    expect(new URL(page.url()).pathname).toBe("/__briefing/desk");
    const panes = [await paneOf(page, "site"), await paneOf(page, "print")];
    for (const pane of panes) await whenShown(pane, "The pilot writes from memory");
    await desk.edit("summary.md", "The pilot writes from memory", "The pilot wrote from memory");
    for (const pane of panes) await whenShown(pane, "The pilot wrote from memory");
    await expect.poll(() => stateOf(page)).toMatch(/^Built/);
    expect(await page.title()).toBe(await page.$eval("h1", (title) => title.textContent ?? ""));
    expect(desk.said()).toEqual([]);
  });

  test("leaves a page of the site alone that does not show it, and keeps the place in one that does", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    const site = await paneOf(page, "site");
    await site.goto(new URL("/sources/s1.html", page.url()).href);
    await site.waitForSelector("#s1-quotations-that-matter");
    await site.evaluate(() => {
      document.body.dataset.known = "";
      const target = document.getElementById("s1-quotations-that-matter");
      document.body.style.paddingBottom = "2000px";
      scrollBy({ top: (target?.getBoundingClientRect().top ?? 0) - 100, behavior: "instant" });
    });
    await desk.edit("summary.md", "The pilot writes from memory", "The pilot wrote from memory");
    await whenShown(await paneOf(page, "print"), "The pilot wrote from memory");
    expect(await site.$("[data-known]")).not.toBeNull();
    await site.evaluate(() => {
      const target = document.getElementById("s1-p2");
      scrollBy({ top: (target?.getBoundingClientRect().top ?? 0) + 20, behavior: "instant" });
    });
    const words = "The treaty was signed a week ago and holds from the day of this notice.";
    await desk.edit("sources/s1.md", words, `${words} `.repeat(30).trim());
    await whenShown(site, `${words} ${words}`);
    expect(await site.$("[data-known]")).toBeNull();
    const top = (): Promise<number> =>
      site.evaluate(() => document.getElementById("s1-p2")?.getBoundingClientRect().top ?? 0);
    await expect.poll(top).toBeGreaterThan(-30);
    expect(await top()).toBeLessThan(-10);
  });
});

describe("a broken pack", () => {
  test("is told with its place, its line and what to do, over the last good state, until it is mended", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    expect(await isOpen(page)).toBe(false);
    await desk.edit(...BREAK);
    await page.waitForSelector(".is-old .problem-panel:not([hidden])", { timeout: 15_000 });
    expect(await stateOf(page)).toBe("1 error");
    const told = await page.$eval(".problem-panel", (panel) => (panel as HTMLElement).innerText);
    expect(told).toMatch(/The pack cannot be built; the last good state is shown/);
    expect(told).toMatch(/content\/summary\.md:\d+:\d+/);
    expect(told).toContain("quotation-without-receipt");
    expect(told).toMatch(/\d+ \| .*three marks for any keel/);
    expect(told).toMatch(/Restore its words/);
    expect(await page.title()).toMatch(/^✗ /);
    for (const name of ["site", "print"] as const) {
      await whenShown(await paneOf(page, name), "three marks for every keel");
    }
    await desk.edit(...MEND);
    await page.waitForSelector(".problem-panel[hidden]", { timeout: 15_000 });
    await expect.poll(() => stateOf(page)).toMatch(/^Built/);
    expect(await page.$(".is-old")).toBeNull();
    expect(desk.said()).toEqual([]);
  });

  test("is told over a page of the site that is open by itself, too", async () => {
    const { page } = await desk.open("/index.html");
    await whenShown(page, "The pilot writes from memory");
    await desk.edit(...BREAK);
    const shown = (): Promise<string | undefined> =>
      page.evaluate(
        () => document.querySelector("[data-briefing-problems]")?.shadowRoot?.textContent ?? undefined,
      );
    await expect.poll(shown, { timeout: 15_000 }).toMatch(/content\/summary\.md:\d+:\d+/);
    await desk.edit(...MEND);
    await expect.poll(shown, { timeout: 15_000 }).toBeUndefined();
    expect(desk.said()).toEqual([]);
  });

  test("that was never whole is shown as soon as it is", async () => {
    await desk.edit(...BREAK);
    const { page } = await desk.open();
    await page.waitForSelector("[data-state=broken] .problem-panel:not([hidden])", { timeout: 15_000 });
    await desk.edit(...MEND);
    await whenPaginated(page);
    await whenShown(await paneOf(page, "site"), "The pilot writes from memory");
  });
});

describe("the window", () => {
  test("brings the print view to the part and the heading that are chosen in the site", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    const [site, print] = [await paneOf(page, "site"), await paneOf(page, "print")];
    const isSeen = (id: string): Promise<boolean> =>
      print.evaluate((wanted) => {
        const top = document.getElementById(wanted)?.getBoundingClientRect().top ?? -1;
        return top >= 0 && top < window.innerHeight;
      }, id);
    expect(await isSeen("s2")).toBe(false);
    await choose(site, 'a[href$="s2.html"]');
    await expect.poll(() => isSeen("s2")).toBe(true);
    await site.waitForSelector("#s2--original");
    await choose(site, "#s2--original");
    await expect.poll(() => isSeen("s2--original")).toBe(true);
  });

  test("is laid out as was chosen, and still after a reload", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    const widths = async (): Promise<(number | undefined)[]> =>
      Promise.all(
        (["site", "print"] as const).map(async (name) => {
          const box = await (await page.$(`iframe.${name}`))?.boundingBox();
          return box && box.x >= 0 ? Math.round(box.width) : undefined;
        }),
      );
    expect(await widths()).toEqual([720, 719]);
    await page.click('[data-value="phone"]');
    expect(await widths()).toEqual([390, 719]);
    await page.click('[data-value="desktop"]');
    expect(await widths()).toEqual([720, 719]);
    expect(await (await paneOf(page, "site")).evaluate(() => window.innerWidth)).toBe(1200);
    await page.focus('[data-value="print"]');
    await page.keyboard.press("Enter");
    expect(await widths()).toEqual([undefined, 1440]);
    await page.reload();
    expect(await widths()).toEqual([undefined, 1440]);
    expect(await page.$eval('[data-value="print"]', (button) => button.ariaPressed)).toBe("true");
    await page.click('[data-value="both"]');
    await page.setViewport({ width: 390, height: 844 });
    await expect.poll(widths).toEqual([390, 390]);
  });

  test("says that the server is gone, and goes on when it is back", async () => {
    const { page, served } = await desk.open();
    await whenPaginated(page);
    const { port } = new URL(served.origin);
    // What is not there yet when the server goes is never there.
    for (const name of ["site", "print"] as const) {
      const pane = await paneOf(page, name);
      await whenShown(pane, "The pilot writes from memory");
      await pane.waitForFunction(() => document.readyState === "complete");
    }
    await served.stop();
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe("The server does not answer");
    await desk.edit("summary.md", "The pilot writes from memory", "The pilot wrote from memory");
    await desk.serve(port);
    for (const name of ["site", "print"] as const) {
      await whenShown(await paneOf(page, name), "The pilot wrote from memory");
    }
    await expect.poll(() => stateOf(page)).toMatch(/^Built/);
  });

  test("is accessible, light and dark, with a good pack and a broken one", async () => {
    const { page } = await desk.open();
    await whenPaginated(page);
    const inScheme = async (scheme: string, axe: AxePuppeteer): Promise<string[]> => {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const { violations } = await axe.exclude(".site").analyze();
      return violations.map(({ id, nodes }) => `${scheme}: ${id} ${nodes[0]?.html}`);
    };
    // Each page of print repeats the elements that its text stands in, the main one among them.
    const repeated = ["landmark-no-duplicate-main", "landmark-unique"];
    const violations = async (): Promise<string[]> => [
      ...(await inScheme("light", new AxePuppeteer(page).disableRules(repeated))),
      // Nothing but colours is another in the dark.
      ...(await inScheme("dark", new AxePuppeteer(page).withRules("color-contrast"))),
    ];
    expect(await violations()).toEqual([]);
    await desk.edit(...BREAK);
    await page.waitForSelector(".problem-panel:not([hidden])", { timeout: 15_000 });
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Tab");
    await page.focus(".close");
    await page.keyboard.press("Escape");
    expect(await isOpen(page)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("state");
  });
});

async function choose(pane: Frame, selector: string): Promise<void> {
  await pane.$eval(selector, (element) => (element as HTMLElement).click());
}
