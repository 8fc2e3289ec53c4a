// The print view: what changed is laid out again and nothing else, and the pages are those of the PDF.
import { mkdir } from "node:fs/promises";
import type { Frame } from "puppeteer";
import { expect, test } from "vitest";
import { engine } from "../../../src/cli/engine.ts";
import { printDocument } from "../../../src/print/print-document.ts";
import { paneOf, useDesk, whenPaginated, whenShown } from "./use-desk.ts";

const desk = useDesk();

/** Marks every page that is shown, to tell later which of them were left alone. */
const markPages = (print: Frame): Promise<void> =>
  print.evaluate(() => {
    for (const page of document.querySelectorAll(".pagedjs_page")) page.setAttribute("data-known", "");
  });

/** The parts that have a page which was not there before, and how many pages there are. */
const readFresh = (print: Frame): Promise<{ fresh: string[]; pages: number }> =>
  print.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
    const fresh = pages.filter((page) => !page.hasAttribute("data-known"));
    return { fresh: [...new Set(fresh.map(({ dataset }) => dataset.ofPart ?? ""))], pages: pages.length };
  });

/** Every number that the contents print, by the part to which it leads, as the page's own counters give it. */
const readContents = (print: Frame): Promise<Record<string, string>> =>
  print.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLElement>('[data-of-part="contents"] [data-page-of]')];
    return Object.fromEntries(
      links.map((link) => [
        decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""),
        /target-counter\S* (\d+)/.exec(getComputedStyle(link).counterReset)?.[1] ??
          getComputedStyle(link).counterReset,
      ]),
    );
  });

/** On which page each of some ids is. */
const readPages = (print: Frame, ids: readonly string[]): Promise<Record<string, number>> =>
  print.evaluate(
    (wanted) =>
      Object.fromEntries(
        wanted.flatMap((id) => {
          const page = document.getElementById(id)?.closest<HTMLElement>(".pagedjs_page");
          return page ? [[id, Number(page.dataset.pageNumber)] as const] : [];
        }),
      ),
    [...ids],
  );

test("only the pages of the part that changed are replaced; numbers and contents follow when it grows", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  const before = { ...(await readFresh(print)), numbers: await readPages(print, ["s1", "s2", "evidence"]) };
  await markPages(print);
  const words = "The treaty was signed a week ago and holds from the day of this notice.";
  const more = Array.from({ length: 60 }, (_, index) => `It says so in line ${index} of many. ${words}`);
  await desk.edit("sources/s1.md", words, more.join(" "));
  await whenShown(print, "line 59 of many");

  const after = await readFresh(print);
  expect(after.fresh).toEqual(["s1"]);
  const grown = after.pages - before.pages;
  expect(grown).toBeGreaterThan(0);
  const numbers = await readPages(print, ["s1", "s2", "evidence"]);
  expect(numbers).toEqual({
    s1: before.numbers.s1,
    s2: (before.numbers.s2 ?? 0) + grown,
    evidence: (before.numbers.evidence ?? 0) + grown,
  });
  expect(await readContents(print)).toMatchObject(
    Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, String(number)])),
  );
  const feet = await print.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map(({ dataset }) =>
      Number(dataset.pageNumber),
    ),
  );
  expect(feet).toEqual(feet.map((_, index) => index + 1));
  expect(desk.said()).toEqual([]);
});

test("the pages are those of the PDF", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  const { pack } = await engine.loadPack(desk.inside("content"), { requireReceipts: false });
  if (pack === undefined) throw new Error("The good pack is not good.");
  const folder = desk.inside("built");
  await mkdir(folder);
  await engine.buildSite({ pack, edition: "public", output: folder, pdf: false });
  const printed = await printDocument({
    folder,
    document: "print/index.html",
    output: desk.inside("pack.pdf"),
    cache: desk.inside("cache"),
  });
  expect(await readPages(print, Object.keys(printed.pageOfId))).toEqual(printed.pageOfId);
  expect((await readFresh(print)).pages).toBe(printed.pages);
});

test("a part that no page of another names comes, goes and changes its place", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  const order = (): Promise<string[]> =>
    print.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map(
          ({ dataset }) => dataset.ofPart ?? "",
        ),
      ),
    ]);
  const before = await order();
  await markPages(print);
  await desk.edit("pack.yaml", "  - S1\n  - S2\n", "  - S2\n  - S1\n");
  await expect
    .poll(order, { timeout: 15_000 })
    .toEqual(before.map((name) => (name === "s1" ? "s2" : name === "s2" ? "s1" : name)));
  expect((await readFresh(print)).fresh).not.toContain("s2");
});

test("the styles are left alone when a part is laid out by itself, and a style that changes lays all out anew", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  await print.evaluate(() => {
    for (const sheet of document.querySelectorAll("style[data-of-print]"))
      sheet.setAttribute("data-known", "");
  });
  await markPages(print);
  await desk.edit("pack.yaml", "audience: ", "audience: To be read by ");
  await whenShown(print, "To be read by");
  const known = await print.evaluate(() =>
    [...document.querySelectorAll("style[data-of-print]")].map((sheet) => sheet.hasAttribute("data-known")),
  );
  expect(known.length).toBeGreaterThan(1);
  expect(known).not.toContain(false);
  expect((await readFresh(print)).fresh).toContain("cover");
  expect((await readFresh(print)).fresh).not.toContain("s1");
  await desk.edit("pack.yaml", "public: TLP:CLEAR", "public: TLP:GREEN");
  await print.waitForFunction(() => document.querySelector("[data-known].pagedjs_page") === null, {
    timeout: 15_000,
  });
  expect((await readFresh(print)).fresh).toContain("s2");
});

test("the reader stays at the page, through a change before it and through a reload", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  const place = (): Promise<unknown> =>
    (async () => {
      const pane = await paneOf(page, "print");
      return pane.evaluate(() => {
        const seen = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].find(
          (one) => one.getBoundingClientRect().bottom > 0,
        );
        return { part: seen?.dataset.ofPart, top: seen?.getBoundingClientRect().top ?? 0 };
      });
    })();
  await print.evaluate(() => {
    const target = document.querySelector('[data-of-part="s2"]');
    scrollBy({ top: (target?.getBoundingClientRect().top ?? 0) + 137, behavior: "instant" });
  });
  const before = { part: "s2", top: expect.closeTo(-137, -0.7) };
  expect(await place()).toEqual(before);
  const count = (await readFresh(print)).pages;
  const words = "The treaty was signed a week ago and holds from the day of this notice.";
  await desk.edit("sources/s1.md", words, Array.from({ length: 120 }, () => words).join("\n\n"));
  await expect
    .poll(async () => (await readFresh(print)).pages, { timeout: 15_000 })
    .toBeGreaterThan(count + 2);
  expect(await place()).toEqual(before);
  await page.reload();
  await whenPaginated(page);
  expect(await place()).toEqual(before);
});

test("stands by itself, and a link in it leads to its page", async () => {
  const { page } = await desk.open("/print/preview");
  await whenShown(page, "Key judgements");
  await page.waitForFunction(() => (document.querySelector(".briefing-note") as HTMLElement).hidden);
  await page.click('[data-of-part="contents"] a[href="#s2"]');
  await expect
    .poll(() =>
      page.evaluate(() => {
        const top = document.getElementById("s2")?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < window.innerHeight / 2;
      }),
    )
    .toBe(true);
  expect(desk.said()).toEqual([]);
});
