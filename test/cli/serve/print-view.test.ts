// The print view: what changed is laid out again and nothing else, and the pages are those of the PDF.
import { mkdir } from "node:fs/promises";
import type { Frame, Page } from "puppeteer";
import { expect, test } from "vitest";
import { engine } from "../../../src/cli/engine.ts";
import { type PrintResult, printDocument } from "../../../src/print/print-document.ts";
import { browserOfTests } from "../../start-browser.ts";
import { markPages, readContents, readFresh, readGenerated, readPages } from "./read-print-view.ts";
import { paneOf, useDesk, whenPaginated, whenShown } from "./use-desk.ts";

const desk = useDesk();

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
  // The last part names the fingerprint of the pack.
  expect(after.fresh).toEqual(["s1", "about"]);
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

/** The engine names notes by the numbers of parts in the PDF, and by the names of parts in the print view. */
const NOTE_ID = /^note-/;

/** Prints the pack as `briefing build` does. */
const printPack = async (): Promise<PrintResult> => {
  const { pack } = await engine.loadPack(desk.inside("content"), { requireReceipts: false });
  if (pack === undefined) throw new Error("The good pack is not good.");
  const folder = desk.inside("built");
  await mkdir(folder);
  await engine.buildSite({ pack, edition: "public", output: folder, pdf: false });
  return printDocument({
    folder,
    document: "print/index.html",
    output: desk.inside("pack.pdf"),
    browser: browserOfTests,
    cache: desk.inside("cache"),
  });
};

/** On which page each note stands, in order. */
const readNotePages = (print: Frame): Promise<number[]> =>
  print.evaluate(() =>
    [...document.querySelectorAll("[data-footnote-marker]:not([data-split-from])")].map((note) =>
      Number(note.closest<HTMLElement>(".pagedjs_page")?.dataset.pageNumber),
    ),
  );

const expectPagesOf = async (print: Frame, printed: PrintResult): Promise<void> => {
  const [notes, others] = [true, false].map((wanted) =>
    Object.entries(printed.pageOfId).filter(([id]) => NOTE_ID.test(id) === wanted),
  );
  const ids = others?.map(([id]) => id) ?? [];
  expect(await readPages(print, ids)).toEqual(Object.fromEntries(others ?? []));
  const notePages = (await readNotePages(print)).sort((one, other) => one - other);
  expect(notePages).toEqual(notes?.map(([, number]) => number).sort((one, other) => one - other));
  expect((await readFresh(print)).pages).toBe(printed.pages);
};

test("the pages are those of the PDF", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  await expectPagesOf(await paneOf(page, "print"), await printPack());
});

test("notes are numbered in each part from 1, and on the pages of the PDF, when their part is laid out by itself", async () => {
  const { page } = await desk.open("/print/preview");
  await whenShown(page, "Key judgements");
  await page.waitForFunction(() => (document.querySelector(".briefing-note") as HTMLElement).hidden);
  await markPages(page.mainFrame());
  const long = "The long note goes on and may run over the page. ".repeat(22);
  const blocks = Array.from({ length: 9 }, (_, index) => {
    const text = `Paragraph ${index} goes on about the harbour. `.repeat(12);
    return `${text}Its last line[^more${index}].\n\n[^more${index}]: ${index % 3 === 0 ? long : "Short."} Note ${index} ends.`;
  });
  const body = `${blocks.join("\n\n")}\n\nAgain, as in the first[^more0].`;
  await desk.edit("sources/s1.md", "## Quotations that matter", `${body}\n\n## Quotations that matter`);
  await whenShown(page, "Note 8 ends.");

  expect((await readFresh(page.mainFrame())).fresh).toEqual(["s1", "about"]);
  await expectPagesOf(page.mainFrame(), await printPack());
  const shown = await readGenerated(page);
  const numbers = Array.from({ length: 10 }, (_, index) => String(index + 1));
  expect(shown.calls).toEqual([...numbers, "1"]);
  expect(shown.labels).toEqual(shown.calls.map((number) => `Note ${number}`));
  expect(shown.markers).toEqual(shown.calls);
  const { s1: first } = await readPages(page.mainFrame(), ["s1"]);
  const { "fn-s1-2": target } = await readPages(page.mainFrame(), ["fn-s1-2"]);
  expect(target).toBeGreaterThan(first ?? 0);
  expect(shown.marks).toEqual([`, p. ${target}`]);
  expect(shown.feet).toEqual(shown.feet.map((_, index) => String(index + 1)));
});

/** What a frame in which parts are laid out has of the print engine. */
interface LayoutEngine {
  layOut(order: unknown): Promise<unknown>;
}

/** Has the engine wait before it lays out the second part of the next change, until the function that is returned is called. */
const holdSecondPart = async (print: Frame): Promise<() => Promise<void>> => {
  await print.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>("iframe.briefing-layout");
    const view = frame?.contentWindow as (Window & { briefingEngine?: LayoutEngine }) | null | undefined;
    const engine = view?.briefingEngine;
    if (frame === null || engine === undefined) return false;
    const { layOut } = engine;
    let parts = 0;
    engine.layOut = async (order) => {
      parts += 1;
      if (parts === 2) {
        frame.dataset.held = "";
        await new Promise((resolve) => frame.addEventListener("let-go", resolve, { once: true }));
      }
      return layOut(order);
    };
    return true;
  });
  return async () => {
    await print.waitForSelector("iframe[data-held]");
    await print.$eval("iframe[data-held]", (frame) => frame.dispatchEvent(new Event("let-go")));
    // The frame is closed when the work in it has ended.
    await print.waitForSelector("iframe[data-held]", { hidden: true });
  };
};

test("what was saved and taken back is not shown, though its last part was still being laid out", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const print = await paneOf(page, "print");
  const letGo = await holdSecondPart(print);
  const words = ["The pilot writes from memory", "The pilot wrote from memory"] as const;
  await desk.edit("summary.md", ...words);
  await print.waitForSelector("iframe[data-held]");
  await desk.edit("summary.md", words[1], words[0]);
  await whenPaginated(page);
  await letGo();
  await whenPaginated(page);
  expect(await print.evaluate(() => document.body.textContent)).toContain(words[0]);
  expect(await print.evaluate(() => document.body.textContent)).not.toContain(words[1]);
  expect(desk.said()).toEqual([]);
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

/** What is shown over a page that is open by itself; undefined where nothing is. */
const readOver = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => document.querySelector("[data-briefing-problems]")?.shadowRoot?.textContent ?? undefined,
  );

/** What the print view says above its pages; empty where it says nothing. */
const readNote = (page: Page | Frame): Promise<string> =>
  page.$eval(".briefing-note", (note) => (note as HTMLElement).innerText);

const BREAK = ["summary.md", "three marks for every keel", "three marks for any keel"] as const;
const MEND = [BREAK[0], BREAK[2], BREAK[1]] as const;

test("by itself it tells what is wrong with the pack over the last good pages, until it is mended", async () => {
  const { page } = await desk.open("/print/preview");
  await whenShown(page, BREAK[1]);
  expect(await readOver(page)).toBeUndefined();
  await desk.edit(...BREAK);
  await expect.poll(() => readOver(page), { timeout: 15_000 }).toMatch(/content\/summary\.md:\d+:\d+/);
  expect(await readOver(page)).toMatch(/^The pack cannot be built; the last good state is shown/);
  expect(await page.evaluate(() => document.body.textContent)).toContain(BREAK[1]);
  expect(await readNote(page)).toBe("");
  await desk.edit(...MEND);
  await expect.poll(() => readOver(page), { timeout: 15_000 }).toBeUndefined();
  expect(desk.said()).toEqual([]);
});

test("of a pack that was never whole it says that there are no pages, and why, and shows them as soon as it is", async () => {
  await desk.edit(...BREAK);
  const { page } = await desk.open("/print/preview");
  await expect.poll(() => readOver(page), { timeout: 15_000 }).toMatch(/content\/summary\.md:\d+:\d+/);
  expect(await readOver(page)).toMatch(/^The pack cannot be built(?!;)/);
  expect(await readNote(page)).toBe("There are no pages until the pack can be built.");
  await desk.edit(...MEND);
  await whenShown(page, BREAK[1]);
  await expect.poll(() => readNote(page)).toBe("");
  expect(await readOver(page)).toBeUndefined();
  expect(desk.said()).toEqual([]);
});

test("what goes wrong when pages are laid out is said above them, where there is no desk that says it", async () => {
  desk.editPrintStyles("break-before: page;", "");
  const { page } = await desk.open("/print/preview");
  await expect.poll(() => readNote(page), { timeout: 30_000 }).toMatch(/The part s2 cannot be laid out/);
  expect(await readNote(page)).toMatch(
    /\nRun “briefing build”, which prints the pack and tells the place\.$/,
  );
  // They lie over the pages, and hide nothing of the one that is asked for.
  await page.setViewport({ width: 800, height: 400 });
  await page.click('[data-of-part="contents"] a[href="#s1"]');
  const distance = (): Promise<number> =>
    page.evaluate(() => {
      const top = document.getElementById("s1")?.closest(".pagedjs_page")?.getBoundingClientRect().top ?? 0;
      return Math.round(top - (document.querySelector<HTMLElement>(".briefing-note")?.offsetHeight ?? 0));
    });
  await expect.poll(distance).toBe(12);
  await page.goto(new URL("/__briefing/desk", page.url()).href);
  await whenPaginated(page);
  expect(await readNote(await paneOf(page, "print"))).toBe("");
  expect(await page.$eval(".problem-list", (list) => list.textContent)).toContain("cannot be laid out");
});

test("by itself it listens to the server only while it can be seen", async () => {
  const { page } = await desk.open("/print/preview");
  await page.evaluateOnNewDocument(() => {
    const count = { opened: 0 };
    Object.assign(window, { count });
    Object.defineProperty(document, "hidden", {
      get: () => document.documentElement.dataset.seen === undefined,
    });
    window.EventSource = class extends EventSource {
      constructor(address: string | URL) {
        super(address);
        count.opened += 1;
      }
    };
  });
  await page.reload({ waitUntil: "networkidle0" });
  const countOpened = (): Promise<unknown> => page.evaluate("count.opened");
  expect(await countOpened()).toBe(0);
  await page.evaluate(() => {
    document.documentElement.dataset.seen = "";
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await whenShown(page, "Key judgements");
  expect(await countOpened()).toBe(1);
});
