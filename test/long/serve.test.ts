// The desk and the print view through what happens seldom.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { markPages, readFresh, readGenerated } from "../cli/serve/read-print-view.ts";
import { paneOf, useDesk, whenPaginated, whenShown } from "../cli/serve/use-desk.ts";

const desk = useDesk();

test("YAML that cannot be read, and a file and a folder that are gone, are told and got over", async () => {
  const { page } = await desk.open();
  await whenPaginated(page);
  const broken = (): Promise<unknown> => page.waitForSelector("[data-state=broken]", { timeout: 15_000 });
  const good = (): Promise<unknown> => page.waitForSelector("[data-state=good]", { timeout: 15_000 });
  const manifest = await readFile(desk.inside("content/pack.yaml"), "utf8");
  await writeFile(desk.inside("content/pack.yaml"), manifest.slice(0, manifest.length / 2));
  await broken();
  await writeFile(desk.inside("content/pack.yaml"), manifest);
  await good();
  const source = await readFile(desk.inside("content/sources/s2.md"), "utf8");
  await rm(desk.inside("content/sources/s2.md"));
  await broken();
  await whenShown(await paneOf(page, "print"), "The pilot writes from memory");
  await writeFile(desk.inside("content/sources/s2.md"), source);
  await good();
  await rename(desk.inside("content"), desk.inside("elsewhere"));
  await broken();
  await whenShown(await paneOf(page, "print"), "The pilot writes from memory");
  await rename(desk.inside("elsewhere"), desk.inside("content"));
  await good();
  expect(desk.said()).toEqual([]);
});

test("where styles let notes run on through all parts, a new note is counted in those after it", async () => {
  desk.editPrintStyles("counter-reset: footnote;", "");
  const { page } = await desk.open("/print/preview");
  await whenShown(page, "Key judgements");
  await page.waitForFunction(() => (document.querySelector(".briefing-note") as HTMLElement).hidden);
  expect((await readGenerated(page)).calls).toEqual(["1", "2"]);
  const words = "The treaty was signed a week ago";
  await desk.edit("sources/s1.md", words, `${words}^[By both ports.]`);
  await whenShown(page, "By both ports.");
  const { calls, labels } = await readGenerated(page);
  expect(calls).toEqual(["1", "2", "3"]);
  expect(labels).toEqual(["Note 1", "Note 2", "Note 3"]);
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
