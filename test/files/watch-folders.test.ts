// Changes in watched folders are noticed, whatever an editor does to save.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { watchFolders } from "../../src/files/watch-folders.ts";
import { useTemporaryFolder, writeFiles } from "./temporary-folder.ts";

const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

let controller = new AbortController();
let watching: Promise<void> | undefined;
afterEach(async () => {
  controller.abort();
  await watching;
  controller = new AbortController();
});

/** Starts to watch; the function returned waits until the work was done so many times more, or for some seconds. */
async function watch(work: (times: number) => Promise<void> = async () => undefined) {
  let done = 0;
  const waitFor = async (times: number): Promise<number> => {
    for (let tries = 0; done < times + 1 && tries < 250; tries += 1) await wait(20);
    return done - 1;
  };
  watching = watchFolders([inside("content")], controller.signal, async () => {
    done += 1;
    await work(done - 1);
  });
  await waitFor(0);
  return waitFor;
}

test("a file is saved in place, replaced, added and removed, in new folders too", async () => {
  await writeFiles(inside("content"), { "a.md": "1" });
  const told = await watch();
  await writeFile(inside("content/a.md"), "22");
  expect(await told(1)).toBe(1);
  for (const changes of [2, 3]) {
    await writeFile(inside("content/.a.md.new"), `${changes}`);
    await rename(inside("content/.a.md.new"), inside("content/a.md"));
    expect(await told(changes)).toBe(changes);
  }
  await mkdir(inside("content/sources"));
  expect(await told(4)).toBe(4);
  await writeFile(inside("content/sources/b.md"), "1");
  expect(await told(5)).toBe(5);
  await rm(inside("content/sources/b.md"));
  expect(await told(6)).toBe(6);
});

test("a folder comes and goes", async () => {
  const told = await watch();
  await writeFiles(inside("content"), { "a.md": "1" });
  expect(await told(1)).toBe(1);
  await rm(inside("content"), { recursive: true });
  expect(await told(2)).toBe(2);
});

test("several saves at once are one change, and none is missed while the work is done", async () => {
  await writeFiles(inside("content"), { "a.md": "0" });
  const told = await watch(async (times) => {
    if (times === 1) await writeFile(inside("content/b.md"), "during the work");
  });
  for (let save = 1; save <= 40; save += 1) await writeFile(inside("content/a.md"), "x".repeat(save));
  expect(await told(2)).toBe(2);
  await wait(500);
  expect(await told(2)).toBe(2);
});

test("dotfiles and the vault are passed over", async () => {
  await mkdir(inside("content"));
  const told = await watch();
  await writeFiles(inside("content"), { ".a.swp": "x", "vault/post.txt": "x" });
  await wait(700);
  expect(await told(0)).toBe(0);
});
