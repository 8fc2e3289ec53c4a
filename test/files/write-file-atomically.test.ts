// One file is replaced whole, or left as it was.
import { execFileSync } from "node:child_process";
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markOf } from "../../src/files/process-mark.ts";
import { writeFileAtomically, writeFilesAtomically } from "../../src/files/write-file-atomically.ts";
import { useTemporaryFolder, writeFiles } from "./temporary-folder.ts";

/** POSIX; Node can make no pipe with a name. */
const MAKE_PIPE: string = "mkfifo";
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

test("writes a new file and the folders above it", async () => {
  await writeFileAtomically(inside("a/b/lock.json"), "{}\n");
  expect(await readFile(inside("a/b/lock.json"), "utf8")).toBe("{}\n");
  expect(await readdir(inside("a/b"))).toEqual(["lock.json"]);
});

test("replaces an old one", async () => {
  await writeFiles(inside(), { "lock.json": "a longer old text" });
  await writeFileAtomically(inside("lock.json"), "new");
  expect(await readFile(inside("lock.json"), "utf8")).toBe("new");
});

test("removes what a killed run left half written, and not what a running one writes", async () => {
  const [ended, running] = [markOf(process.pid).replace(/\.\w+\./, ".1."), markOf(process.ppid)];
  const names = [ended, running].map((mark) => `.lock.json.tmp-${mark}-00000001`);
  await writeFiles(inside(), Object.fromEntries(names.map((name) => [name, "half"])));
  await writeFileAtomically(inside("lock.json"), "new");
  expect((await readdir(inside())).sort()).toEqual([names[1], "lock.json"]);
});

test("writes through a symbolic link", async () => {
  await writeFiles(inside(), { "real.json": "old" });
  await symlink("real.json", inside("lock.json"));
  await writeFileAtomically(inside("lock.json"), "new");
  expect((await lstat(inside("lock.json"))).isSymbolicLink()).toBe(true);
  expect(await readFile(inside("real.json"), "utf8")).toBe("new");
});

test("leaves everything as it was where it cannot write", async () => {
  await mkdir(inside("lock.json"));
  await writeFiles(inside("lock.json"), { inner: "x" });
  await expect(writeFileAtomically(inside("lock.json"), "new")).rejects.toThrow(
    "lock.json cannot be written: it is a folder. Mend that, or name another place with --out or -o.",
  );
  await expect(writeFileAtomically(inside("lock.json/inner/deeper"), "new")).rejects.toThrow(
    "a file, not a folder",
  );
  expect(await readdir(inside())).toEqual(["lock.json"]);
});

test.skipIf(process.platform === "win32")("puts no file in the place of a pipe or a device", async () => {
  execFileSync(MAKE_PIPE, [inside("pipe")]);
  await symlink("pipe", inside("link"));
  for (const path of [inside("pipe"), inside("link")]) {
    const error = await writeFileAtomically(path, "new").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).toContain(
      `${path} cannot be written: it is a device, a pipe or a socket, and a file would take its place. Name a file with --out or -o.`,
    );
  }
  expect((await lstat(inside("pipe"))).isFIFO()).toBe(true);
  expect((await readdir(inside())).sort()).toEqual(["link", "pipe"]);
});

test("puts none of the files that belong together in its place where one cannot be written", async () => {
  await writeFile(inside("first"), "old");
  await mkdir(inside("second"));
  const error: unknown = await writeFilesAtomically([
    { path: inside("first"), content: "new" },
    { path: inside("second"), content: "new" },
  ]).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ exitCode: 2 });
  expect(String(error)).toContain(`${inside("second")} cannot be written`);
  expect(await readFile(inside("first"), "utf8")).toBe("old");
  expect((await readdir(inside())).sort()).toEqual(["first", "second"]);
});
