// Every page of the sample pack, which has what other packs have not, in every combination of width, scheme, contrast and script.
import { expect, it } from "vitest";
import { ALL, CONTRASTS } from "../e2e/web/combinations.ts";
import { inspectPage } from "../e2e/web/inspect-page.ts";
import { useBrowser } from "../e2e/web/use-web.ts";
import { serveFolder } from "../serve-folder.ts";
import { buildSample, pagesOf } from "../site/built-site.ts";

const browser = useBrowser();

it("holds as every reader sees it", async () => {
  const site = await buildSample({
    title: "Harbour dredging: who pays for what the river brings down every winter",
  });
  const served = await serveFolder(site.folder);
  try {
    for (const [path] of pagesOf(site).filter(([name]) => !name.startsWith("print/"))) {
      const address = `${served.origin}/${path}`;
      expect(await inspectPage(browser(), address, [...ALL, ...CONTRASTS]), path).toEqual([]);
    }
  } finally {
    await served.close();
    await site.remove();
  }
});
