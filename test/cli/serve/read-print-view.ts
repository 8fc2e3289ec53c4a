// What a test reads of the pages in the print view.
import type { Frame, Page } from "puppeteer";
import { type SnapshotNode, takeSnapshot } from "../../../src/print/browser/page-snapshot.ts";

/** Marks every page that is shown, to tell later which of them were left alone. */
export const markPages = (print: Frame): Promise<void> =>
  print.evaluate(() => {
    for (const page of document.querySelectorAll(".pagedjs_page")) page.setAttribute("data-known", "");
  });

/** The parts that have a page which was not there before, and how many pages there are. */
export const readFresh = (print: Frame): Promise<{ fresh: string[]; pages: number }> =>
  print.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
    const fresh = pages.filter((page) => !page.hasAttribute("data-known"));
    return { fresh: [...new Set(fresh.map(({ dataset }) => dataset.ofPart ?? ""))], pages: pages.length };
  });

/** Every number that the contents print, by the part to which it leads, as the page's own counters give it. */
export const readContents = (print: Frame): Promise<Record<string, string>> =>
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
export const readPages = (print: Frame, ids: readonly string[]): Promise<Record<string, number>> =>
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

/** What styles write on the pages: the numbers of notes where they are called and where they stand, pages in marks, and feet. */
export const readGenerated = async (page: Page) => {
  const session = await page.createCDPSession();
  const root = await takeSnapshot(session, [
    "class",
    "data-footnote-call",
    "data-footnote-marker",
    "aria-label",
  ]);
  await session.detach();
  const shown = {
    calls: [] as string[],
    markers: [] as string[],
    labels: [] as string[],
    marks: [] as string[],
    feet: [] as string[],
  };
  const visit = (node: SnapshotNode): void => {
    const { attributes, kids } = node;
    const written = kids
      .filter(({ name, visible }) => visible && name.startsWith("::"))
      .map(({ texts }) => texts.join(""))
      .join("");
    if (attributes.has("data-footnote-call")) {
      shown.calls.push(written);
      shown.labels.push(attributes.get("aria-label") ?? "");
    }
    if (attributes.has("data-footnote-marker") && written !== "") shown.markers.push(written.trim());
    if (attributes.get("class") === "note-mark") shown.marks.push(written);
    const [, foot] = /^(\d+) of \d+$/.exec(written) ?? [];
    if (foot !== undefined) shown.feet.push(foot);
    for (const kid of kids) visit(kid);
  };
  visit(root);
  return shown;
};
