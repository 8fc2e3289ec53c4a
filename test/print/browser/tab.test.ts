// Several tabs of one browser, in use at once: each has its own page, its own faults and its own store.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { withBrowser } from "../../../src/print/browser/launch.ts";
import { listRenderers } from "../../../src/print/browser/sandbox.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";
import type { Tab } from "../../../src/print/browser/tab.ts";
import { withServer } from "../../../src/print/server/server.ts";

const choice = await findBrowser("bundled", systemProbes());
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tabs-"));
  await writeFile(join(folder, "count.js"), "localStorage.count = Number(localStorage.count ?? 0) + 1;");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A part</title><body>${body}</body></html>`;

it("keeps apart what goes wrong in each, and what each keeps", async () => {
  await withServer(folder, async ({ origin, publish }) => {
    publish("good.html", page('<script src="count.js"></script><p>Good</p>'));
    publish("script.html", page('<script src="count.js"></script><script>1</script>'));
    publish("missing.html", page('<script src="count.js"></script><img src="gone.png" alt="">'));
    await withBrowser({ choice }, async (browser) => {
      const names = ["good", "script", "missing"];
      const tabs = await Promise.all(names.map(() => browser.openTab(origin)));
      await Promise.all(tabs.map((tab, index) => tab.open(`${origin}/${names[index]}.html`)));
      expect(tabs.map((tab) => tab.readFaults().map(({ kind }) => kind))).toEqual([
        [],
        ["policy"],
        ["request"],
      ]);
      const counts = await Promise.all(tabs.map((tab) => tab.call(() => localStorage.count as string)));
      expect(counts).toEqual(["1", "1", "1"]);
    });
  });
});

it("lets them work at once, each in a process of its own", async () => {
  await withServer(folder, async ({ origin, publish }) => {
    publish("busy.html", page("<p>Busy</p>"));
    await withBrowser({ choice }, async (browser) => {
      const tabs = await Promise.all([browser.openTab(origin), browser.openTab(origin)]);
      await Promise.all(tabs.map((tab) => tab.open(`${origin}/busy.html`)));
      const [stuck, free] = tabs as [Tab, Tab];
      const never = stuck.call(() => {
        for (;;);
      });
      never.catch(() => undefined);
      // A tab that shared its process with the stuck one would never answer.
      expect(await free.call(() => document.body.textContent)).toBe("Busy");
      const before = await listRenderers(browser.pid);
      await free.close();
      await expect.poll(() => listRenderers(browser.pid)).toHaveLength(before.length - 1);
    });
  });
});

it("opens one document after another in a tab", async () => {
  await withServer(folder, async ({ origin, publish }) => {
    for (const name of ["one", "two"]) publish(`${name}.html`, page(name));
    await withBrowser({ choice }, async (browser) => {
      const tab = await browser.openTab(origin);
      for (const name of ["one", "two"]) {
        await tab.open(`${origin}/${name}.html`);
        expect(await tab.call(() => document.body.textContent)).toBe(name);
      }
      expect(tab.readFaults()).toEqual([]);
    });
  });
});
