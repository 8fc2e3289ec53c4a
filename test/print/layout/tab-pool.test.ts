// Tabs that are shared: each does one thing at a time, and is free again whatever came of it.
import { expect, it } from "vitest";
import { createTabPool } from "../../../src/print/layout/tab-pool.ts";

/** Work that ends when it is told to. */
function hold(): { readonly work: (tab: string) => Promise<string>; end(): void; readonly tabs: string[] } {
  const tabs: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    tabs,
    end: () => end(),
    work: async (tab) => {
      tabs.push(tab);
      await ended;
      return tab;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it("lets work wait until there is a tab", async () => {
  const pool = createTabPool<string>();
  const done = pool.run(async (tab) => `done in ${tab}`);
  pool.add("first");
  expect(await done).toBe("done in first");
});

it("gives a tab to one at a time, in the order they asked", async () => {
  const pool = createTabPool<string>();
  pool.add("first");
  pool.add("second");
  const all = [hold(), hold(), hold(), hold()] as const;
  const results = all.map(({ work }) => pool.run(work));
  await settle();
  expect(all.map(({ tabs }) => tabs)).toEqual([["first"], ["second"], [], []]);
  all[1].end();
  await settle();
  expect(all.map(({ tabs }) => tabs)).toEqual([["first"], ["second"], ["second"], []]);
  for (const { end } of all) end();
  expect(await Promise.all(results)).toHaveLength(4);
});

it("frees a tab whose work failed", async () => {
  const pool = createTabPool<string>();
  pool.add("only");
  const failed = pool.run(() => Promise.reject(new Error("The part is too tall")));
  const next = pool.run(async (tab) => tab);
  await expect(failed).rejects.toThrow("The part is too tall");
  expect(await next).toBe("only");
});

it("opens another tab for what waits", async () => {
  const pool = createTabPool<string>();
  pool.add("first");
  const held = hold();
  const [busy, waits] = [pool.run(held.work), pool.run(async (tab) => tab)];
  pool.grow(async () => "second");
  expect(pool.size).toBe(2);
  expect(await waits).toBe("second");
  held.end();
  expect(await busy).toBe("first");
});

it("fails what waits for a tab that cannot be opened, and goes on with those that there are", async () => {
  const pool = createTabPool<string>();
  pool.add("first");
  const held = hold();
  const [busy, waits] = [pool.run(held.work), pool.run(async (tab) => tab)];
  pool.grow(() => Promise.reject(new Error("There is no memory")));
  await expect(waits).rejects.toThrow("There is no memory");
  expect(pool.size).toBe(1);
  held.end();
  expect(await busy).toBe("first");
  expect(await pool.run(async (tab) => tab)).toBe("first");
});
