// The store of what is costly to make: it gives back what it was given, or nothing.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { markOf } from "../../../src/files/process-mark.ts";
import { openStore } from "../../../src/print/cache/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pathOf = (key: string) => join(folder, `${key}.part`);

it("gives back what was kept, bytes and all", async () => {
  const store = openStore(folder);
  const value = { pages: ["one", "two"], bytes: new Uint8Array([1, 2, 3]) };
  await store.write("key", value);
  expect(await openStore(folder).read("key")).toEqual(value);
  expect(await store.read("other")).toBeUndefined();
});

it.each([
  ["cut", (path: string) => truncate(path, 40)],
  ["emptied", (path: string) => truncate(path, 0)],
  [
    "changed",
    async (path: string) => {
      const bytes = await readFile(path);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await writeFile(path, bytes);
    },
  ],
])("takes a file that was %s for none, and clears it away", async (_, damage) => {
  const store = openStore(folder);
  await store.write("key", "a value that is long enough to be cut");
  await damage(pathOf("key"));
  expect(await store.read("key")).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
  await store.write("key", "anew");
  expect(await store.read("key")).toBe("anew");
});

it("makes room by what was not used for longest", async () => {
  const store = openStore(folder, 2_500);
  for (const [index, key] of ["old", "older", "new"].entries()) {
    await store.write(key, "x".repeat(1_000));
    const time = new Date(2026, 0, 10 - (key === "older" ? 5 : 0) + index);
    await utimes(pathOf(key), time, time);
  }
  await store.trim();
  expect((await readdir(folder)).sort()).toEqual(["new.part", "old.part"]);
});

it("does without where nothing can be written", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const store = openStore(join(file, "below"));
  await store.write("key", "value");
  expect(await store.read("key")).toBeUndefined();
  await store.trim();
});

it("calls what is read used", async () => {
  const store = openStore(folder, 2_500);
  for (const [index, key] of ["read", "unread", "new"].entries()) {
    await store.write(key, "x".repeat(1_000));
    await utimes(pathOf(key), new Date(2026, 0, 1 + index), new Date(2026, 0, 1 + index));
  }
  await store.read("read");
  await store.trim();
  expect((await readdir(folder)).sort()).toEqual(["new.part", "read.part"]);
});

it("leaves one whole value where two are written at once", async () => {
  const value = "x".repeat(300_000);
  const [one, other] = [openStore(folder), openStore(folder)];
  await Promise.all([one.write("key", value), other.write("key", value), one.write("other", "y")]);
  expect(await one.read("key")).toBe(value);
  expect((await readdir(folder)).sort()).toEqual(["key.part", "other.part"]);
});

it("clears away what killed runs were about to write, and leaves what others write now", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const killed = `one.part.tmp-${markOf(pid)}`;
  const running = `two.part.tmp-${markOf(process.pid)}`;
  for (const name of [killed, running]) await writeFile(join(folder, name), "half a value");
  const store = openStore(folder);
  await store.write("key", "value");
  await store.trim();
  expect((await readdir(folder)).sort()).toEqual(["key.part", running]);
});
