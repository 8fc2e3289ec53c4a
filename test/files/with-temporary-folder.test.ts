// A run's temporary folder goes with the run, and those of killed runs with the next one.
import { chown, mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markOf } from "../../src/files/process-mark.ts";
import { withTemporaryFolder } from "../../src/files/temporary-folder.ts";
import { useTemporaryFolder, writeFiles } from "./temporary-folder.ts";

const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);
const own = markOf(process.pid);
const ended = own.replace(/\.\w+\./, ".1.");

/** The names that are left after a run that finds these. */
async function leave(...names: readonly string[]): Promise<string[]> {
  for (const name of names) await writeFiles(inside(name), { "profile/file": "x" });
  await withTemporaryFolder(async () => undefined, { base: temporary() });
  return (await readdir(temporary())).sort();
}

describe("a temporary folder", () => {
  test("is this user's alone, and gone with all it holds", async () => {
    const mode = await withTemporaryFolder(
      async (folder) => {
        await writeFiles(folder, { "deep/file": "x" });
        return (await stat(folder)).mode & 0o777;
      },
      { base: temporary() },
    );
    expect(mode).toBe(0o700);
    expect(await readdir(temporary())).toEqual([]);
  });

  test("is gone when the work fails, and emptied first where that is asked", async () => {
    const emptied: string[] = [];
    const work = withTemporaryFolder(
      async () => {
        throw new Error("the work failed");
      },
      { base: temporary(), empty: async (folder) => void emptied.push(folder) },
    );
    await expect(work).rejects.toThrow("the work failed");
    expect(emptied).toHaveLength(1);
    expect(await readdir(temporary())).toEqual([]);
  });
});

describe("a run removes", () => {
  test("what killed runs left", async () => {
    expect(await leave(`briefing~${ended}~aB3dE6`, `briefing~${ended}~000000`)).toEqual([]);
  });

  test("nothing of a running one, of one of another container, and of what only looks alike", async () => {
    const elsewhere = own.replace(/\w+$/, "7");
    const names = [
      `briefing~${own}~aB3dE6`,
      `briefing~${markOf(process.ppid)}~aB3dE6`,
      `briefing~${elsewhere}~aB3dE6`,
      `briefing~${ended}`,
      `briefing~${ended}~aB3dE6-notes`,
      "briefing-pack",
      "briefing-2026-01-02-report",
    ];
    expect(await leave(...names)).toEqual(names.sort());
  });

  test("no file or link of such a name, and never what a link leads to", async () => {
    await writeFiles(inside("kept"), { file: "x" });
    await symlink(inside("kept"), inside(`briefing~${ended}~aB3dE6`));
    await writeFile(inside(`briefing~${ended}~bbbbbb`), "");
    expect(await leave()).toHaveLength(3);
    expect(await readdir(inside("kept"))).toEqual(["file"]);
  });

  test.runIf(process.getuid?.() === 0)("no folder of another user's", async () => {
    await mkdir(inside(`briefing~${ended}~aB3dE6`));
    await chown(inside(`briefing~${ended}~aB3dE6`), 65_534, 65_534);
    expect(await leave()).toEqual([`briefing~${ended}~aB3dE6`]);
  });
});
