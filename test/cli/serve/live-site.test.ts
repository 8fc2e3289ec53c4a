// The live site keeps what is good, leaves nothing of what failed, and ends when it is told to.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Engine } from "../../../src/cli/engine.ts";
import { createLiveSite, type LiveSite } from "../../../src/cli/serve/live-site.ts";
import { useTemporaryFolder } from "../../files/temporary-folder.ts";
import { FAKE_PROBLEM, fakeEngine } from "../fake-io.ts";

const temporary = useTemporaryFolder();
const builds = (): string => join(temporary(), "builds");

async function makeSite(engine: Engine, signal = new AbortController().signal): Promise<LiveSite> {
  await mkdir(builds());
  return createLiveSite({ content: temporary(), builds: builds(), cwd: temporary(), engine, signal });
}

/** Writes some of a site, and then does as the first of `ends` says; each counts for one build. */
function endingEngine(ends: (() => Promise<void>)[]): Engine {
  return fakeEngine([], {
    buildSite: async ({ output }) => {
      await mkdir(join(output, "print"));
      await writeFile(join(output, "print/index.html"), "half");
      await ends.shift()?.();
      return { pages: 1 };
    },
  });
}

const fail = (): Promise<void> => Promise.reject(new Error("template broken"));
const succeed = (): Promise<void> => Promise.resolve();

test("builds that fail leave no folder, and the last good one stays", async () => {
  const site = await makeSite(endingEngine([fail, succeed, fail, fail]));
  expect(await site.rebuild()).toMatchObject({ version: 1, broken: true, good: undefined });
  expect(await readdir(builds())).toEqual([]);
  const { good } = await site.rebuild();
  for (const version of [3, 4]) {
    expect(await site.rebuild()).toMatchObject({ version, broken: true, good });
    expect(await readdir(builds(), { recursive: true })).toEqual(["2", "2/print", "2/print/index.html"]);
  }
});

test("of good builds the last two are kept: a page of the one before may still be on its way", async () => {
  const site = await makeSite(endingEngine([]));
  for (let time = 1; time <= 4; time += 1) await site.rebuild();
  expect(await readdir(builds())).toEqual(["3", "4"]);
});

test("a pack that cannot be built makes no folder", async () => {
  const site = await makeSite(fakeEngine([FAKE_PROBLEM]));
  expect(await site.rebuild()).toMatchObject({ version: 1, broken: true });
  expect(await readdir(builds())).toEqual([]);
});

test("the signal reaches the stages, and a build that it ends leaves the state as it was", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const told: (AbortSignal | undefined)[] = [];
  const { loadPack } = fakeEngine();
  const engine = fakeEngine([], {
    loadPack: (folder, options) => {
      told.push(options?.signal);
      return loadPack(folder);
    },
    buildSite: async (options) => {
      told.push(options.signal);
      if (told.length > 2) controller.abort();
      options.signal?.throwIfAborted();
      return { pages: 1 };
    },
  });
  const site = await makeSite(engine, signal);
  const before = await site.rebuild();
  expect(before).toMatchObject({ version: 1, broken: false, building: false });
  expect(await site.rebuild()).toEqual(before);
  expect(site.readState()).toEqual(before);
  expect(told).toEqual([signal, signal, signal, signal]);
  expect(await readdir(builds())).toEqual(["1"]);
});
