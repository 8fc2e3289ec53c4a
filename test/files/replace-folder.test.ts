// Output appears whole or not at all, and only where this program may put it.
import { spawnSync } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, rename, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BriefingError, EXIT } from "../../src/errors.ts";
import { OUTPUT_MARK, openOutputFolder } from "../../src/files/output-folder.ts";
import { markOf } from "../../src/files/process-mark.ts";
import { withStagedFolder } from "../../src/files/replace-folder.ts";
import { useTemporaryFolder, writeFiles } from "./temporary-folder.ts";

const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);
const never = new AbortController().signal;

const open = (path: string, edition = "public") =>
  openOutputFolder(path, edition, { content: inside("content"), working: inside() });

async function build(path: string, text: string): Promise<void> {
  await withStagedFolder(await open(path), never, (staging) => writeFiles(staging, { "index.html": text }));
}

/** The names in the folder that holds the output: nothing temporary may stay. */
const siblings = (): Promise<string[]> => readdir(inside("dist"));
const published = (): Promise<string> => readFile(inside("dist/public/index.html"), "utf8");

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BriefingError)) throw new Error("no expected error", { cause: error });
  expect(error.exitCode).toBe(EXIT.usage);
  return error.message.replaceAll(temporary(), "FOLDER");
}

/** The mark of a process that has ended. */
const deadMark = (): string => markOf(process.pid).replace(/^\w+/, spawnSync("true").pid.toString(36));

/** The mark of an earlier process that had the number of this one. */
const namesake = (): string => markOf(process.pid).replace(/\.\w+\./, ".1.");

describe("a folder is replaced as a whole", () => {
  test("a new one, with the folders above it", async () => {
    await build(inside("dist/public"), "one");
    expect(await published()).toBe("one");
    expect(await siblings()).toEqual(["public"]);
  });

  test("an earlier output, of which nothing stays", async () => {
    await build(inside("dist/public"), "one");
    await writeFiles(inside("dist/public"), { "gone.html": "x" });
    await build(inside("dist/public"), "two");
    expect(await published()).toBe("two");
    expect(await readdir(inside("dist/public"))).toEqual([OUTPUT_MARK, "index.html"]);
    expect(await siblings()).toEqual(["public"]);
  });

  test("an empty one", async () => {
    await mkdir(inside("dist/public"), { recursive: true });
    await build(inside("dist/public"), "one");
    expect(await published()).toBe("one");
  });

  test("the one that a symbolic link leads to", async () => {
    await mkdir(inside("dist"));
    await mkdir(inside("site"));
    await symlink("../site", inside("dist/public"));
    await build(inside("dist/public"), "one");
    expect((await lstat(inside("dist/public"))).isSymbolicLink()).toBe(true);
    expect(await readFile(inside("site/index.html"), "utf8")).toBe("one");
  });

  test("and others may read it", async () => {
    await build(inside("dist/public"), "one");
    await mkdir(inside("plain"));
    expect((await stat(inside("dist/public"))).mode).toBe((await stat(inside("plain"))).mode);
  });

  test("by the last of several builds at once", async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `build ${index}`);
    await Promise.all(texts.map((text) => build(inside("dist/public"), text)));
    expect(texts).toContain(await published());
    expect(await siblings()).toEqual(["public"]);
  });
});

describe("nothing changes", () => {
  test("when the work fails", async () => {
    await build(inside("dist/public"), "good");
    const folder = await open(inside("dist/public"));
    const failing = withStagedFolder(folder, never, async (staging) => {
      await writeFiles(staging, { "index.html": "half" });
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(await published()).toBe("good");
    expect(await siblings()).toEqual(["public"]);
  });

  test("when the work is interrupted", async () => {
    await build(inside("dist/public"), "good");
    const controller = new AbortController();
    const interrupted = withStagedFolder(await open(inside("dist/public")), controller.signal, async () => {
      controller.abort();
    });
    await expect(interrupted).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(await published()).toBe("good");
    expect(await siblings()).toEqual(["public"]);
  });

  test("when someone fills the folder during the work", async () => {
    const folder = await open(inside("dist/public"));
    const message = await failure(
      withStagedFolder(folder, never, () => writeFiles(inside("dist/public"), { "letter.txt": "mine" })),
    );
    expect(message).toContain("holds files that this program did not make");
    expect(await siblings()).toEqual(["public"]);
    expect(await readdir(inside("dist/public"))).toEqual(["letter.txt"]);
  });

  /** A build during which the system refuses something. */
  const refusedBuild = async (describe: (staging: string) => Readonly<Record<string, string>>) =>
    withStagedFolder(await open(inside("dist/public")), never, async (staging) => {
      throw Object.assign(new Error("refused"), describe(staging));
    });

  test.each<[string, (staging: string) => Record<string, string>]>([
    ["opened", (staging) => ({ syscall: "open", path: join(staging, "index.html") })],
    // That of a copy names first the file that is copied.
    ["copied", (staging) => ({ syscall: "copyfile", path: "/elsewhere/a", dest: join(staging, "a") })],
    // An open file has no name any more.
    ["written", () => ({ syscall: "write" })],
  ])("when the disk is full and a file cannot be %s", async (_, describe) => {
    await build(inside("dist/public"), "good");
    const full = refusedBuild((staging) => ({ code: "ENOSPC", ...describe(staging) }));
    expect(await failure(full)).toBe(
      "FOLDER/dist/public cannot be written: the disk is full. Make room on the disk, or name a place on another one with --out or -o.",
    );
    expect(await published()).toBe("good");
  });

  test("when a file elsewhere cannot be read, which says nothing of the output", async () => {
    const unread = refusedBuild((staging) => ({
      code: "EACCES",
      syscall: "copyfile",
      path: "/elsewhere/a",
      dest: join(staging, "a"),
    }));
    await expect(unread).rejects.toThrow("refused");
    const elsewhere = { code: "ENOSPC", syscall: "open", path: "/elsewhere/a" };
    await expect(refusedBuild(() => elsewhere)).rejects.toThrow("refused");
  });
});

describe("after a killed build", () => {
  const leftover = (kind: string, mark: string, unique: string): string =>
    inside(`dist/.public.${kind}-${mark}-${unique}`);

  test("between the renames, the old output is put back", async () => {
    await build(inside("dist/public"), "good");
    const mark = deadMark();
    await rename(inside("dist/public"), leftover("old", mark, "00000001"));
    await writeFiles(leftover("tmp", mark, "00000002"), { "index.html": "new" });
    await open(inside("dist/public"));
    expect(await published()).toBe("good");
    expect(await siblings()).toEqual(["public"]);
  });

  test("a process that came to bear the same number does the same", async () => {
    await build(inside("dist/public"), "good");
    await rename(inside("dist/public"), leftover("old", namesake(), "00000001"));
    await open(inside("dist/public"));
    expect(await published()).toBe("good");
  });

  test("after the renames, the older output is removed", async () => {
    await build(inside("dist/public"), "good");
    await writeFiles(leftover("old", deadMark(), "00000001"), { "index.html": "older" });
    await open(inside("dist/public"));
    expect(await published()).toBe("good");
    expect(await siblings()).toEqual(["public"]);
  });

  test("the newer of two is put back", async () => {
    const mark = deadMark();
    await writeFiles(leftover("old", mark, "0000000b"), { "index.html": "older", [OUTPUT_MARK]: "" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFiles(leftover("old", mark, "0000000a"), { "index.html": "newer", [OUTPUT_MARK]: "" });
    await open(inside("dist/public"));
    expect(await published()).toBe("newer");
    expect(await siblings()).toEqual(["public"]);
  });

  test("what belongs to running builds, and what only looks alike, is left alone", async () => {
    const running = [process.pid, process.ppid].map((pid) => `.public.tmp-${markOf(pid)}-00000001`);
    // Numbers of another container say nothing here.
    const elsewhere = `.public.tmp-${markOf(process.pid).replace(/\w+$/, "7")}-00000001`;
    const alike = [".public.tmp-notes", ".public.old", ".publication.tmp-1.1.1-00000001"];
    const names = [...running, elsewhere, ...alike];
    for (const name of names) await mkdir(inside("dist", name), { recursive: true });
    await open(inside("dist/public"));
    expect(await siblings()).toEqual(names.sort());
  });
});

describe("a folder is refused", () => {
  test("that holds files of someone's", async () => {
    await writeFiles(inside("dist/public"), { "letter.txt": "mine" });
    expect(await failure(open(inside("dist/public")))).toMatchInlineSnapshot(
      `"The output folder FOLDER/dist/public is refused: it holds files that this program did not make, and a build replaces the whole folder. Name a new or empty folder with --out."`,
    );
  });

  test("that is, holds or lies in the content or the working folder", async () => {
    await mkdir(inside("content"));
    await symlink("content", inside("alias"));
    const refused = ["content", ".", "..", "content/dist", "alias", "alias/dist"];
    const messages = await Promise.all(refused.map((path) => failure(open(inside(path)))));
    expect(messages.map((message) => /refused: (.*?),/.exec(message)?.[1])).toMatchInlineSnapshot(`
      [
        "it holds the content of the pack",
        "it holds the content of the pack",
        "it holds the content of the pack",
        "it lies within the content of the pack",
        "it holds the content of the pack",
        "it lies within the content of the pack",
      ]
    `);
    expect(await failure(open("/"))).toContain("/ is refused");
  });

  test("that is a file, or below one, or a link to nowhere", async () => {
    await writeFiles(inside(), { file: "x" });
    await symlink("nowhere", inside("link"));
    const messages = await Promise.all(
      ["file", "file/dist", "link"].map((path) => failure(open(inside(path)))),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "The output folder FOLDER/file is refused: it is a file, or lies below one, and a build replaces the whole folder. Name a new or empty folder with --out.",
        "The output folder FOLDER/file/dist is refused: it is a file, or lies below one, and a build replaces the whole folder. Name a new or empty folder with --out.",
        "The output folder FOLDER/link is refused: it is a symbolic link to nowhere, and a build replaces the whole folder. Name a new or empty folder with --out.",
      ]
    `);
    expect(await readFile(inside("file"), "utf8")).toBe("x");
  });

  test("that may not be written to", async () => {
    await mkdir(inside("locked"));
    await chmod(inside("locked"), 0o555);
    // Nothing is locked to root but the folders of the kernel.
    const locked = process.getuid?.() === 0 ? "/sys/briefing" : inside("locked/public");
    expect(await failure(build(locked, "x"))).toContain("permission is denied");
  });

  test("that holds another edition", async () => {
    await build(inside("dist/public"), "open");
    expect(await failure(open(inside("dist/public"), "full"))).toMatchInlineSnapshot(
      `"The output folder FOLDER/dist/public is refused: it holds the public edition, and a build replaces the whole folder. Name a new or empty folder with --out."`,
    );
    expect(await readFile(inside("dist/public/index.html"), "utf8")).toBe("open");
  });

  test("on a file system that takes no folders", async () => {
    expect(await failure(build("/proc/briefing/public", "x"))).toMatchInlineSnapshot(
      `"/proc/briefing/public cannot be written: nothing can be made there. Mend that, or name another place with --out or -o."`,
    );
  });
});
