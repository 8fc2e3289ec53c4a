// An unpacked folder is made once, whole or not at all, and made again when it is damaged.
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { markOf } from "../../../src/files/process-mark.ts";
import { keepUnpacked } from "../../../src/print/browser/keep-unpacked.ts";

let cache: string;
let fills: number;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "keep-"));
  fills = 0;
});
afterEach(() => rm(cache, { recursive: true, force: true }));

async function fill(to: string): Promise<void> {
  fills += 1;
  await mkdir(join(to, "lib"));
  await writeFile(join(to, "program"), "a program");
  await writeFile(join(to, "lib", "part.so"), "a part");
}

const keep = () => keepUnpacked(join(cache, "browser-1"), fill);

describe("keepUnpacked", () => {
  it("fills the folder once and keeps it", async () => {
    const folder = await keep();
    expect(await keep()).toBe(folder);
    expect(fills).toBe(1);
    expect(await readFile(join(folder, "program"), "utf8")).toBe("a program");
    expect(await readdir(cache)).toEqual(["browser-1"]);
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ["a file is missing", (folder) => rm(join(folder, "lib", "part.so"))],
    ["a file is cut short", (folder) => truncate(join(folder, "program"), 3)],
    ["a file was changed", (folder) => utimes(join(folder, "program"), 1, 1)],
    ["the list is missing", (folder) => rm(join(folder, "complete.json"))],
    ["the list is no list", (folder) => writeFile(join(folder, "complete.json"), "{")],
  ])("heals it when %s", async (_name, damage) => {
    await damage(await keep());
    const folder = await keep();
    expect(fills).toBe(2);
    expect(await readFile(join(folder, "program"), "utf8")).toBe("a program");
    expect(await readFile(join(folder, "lib", "part.so"), "utf8")).toBe("a part");
    expect(await readdir(cache)).toEqual(["browser-1"]);
  });

  it("lets two runs at once both end with a whole one", async () => {
    const folders = await Promise.all([keep(), keep(), keep()]);
    expect(new Set(folders).size).toBe(1);
    expect(await readFile(join(folders[0], "program"), "utf8")).toBe("a program");
    expect(await readdir(cache)).toEqual(["browser-1"]);
  });

  it("leaves nothing behind when filling fails", async () => {
    const failing = keepUnpacked(join(cache, "browser-1"), async (to) => {
      await writeFile(join(to, "half"), "");
      throw new Error("no space left");
    });
    await expect(failing).rejects.toThrow("no space left");
    expect(await readdir(cache)).toEqual([]);
  });

  it("removes what a killed run left, also when there is nothing to fill, and not what a running one has", async () => {
    const [ended, running] = [markOf(process.pid).replace(/\.\w+\./, ".1."), markOf(process.ppid)];
    for (const round of [1, 2]) {
      for (const mark of [ended, running]) {
        await mkdir(join(cache, `.browser-1.tmp-${mark}-0000000${round}`));
      }
      await keep();
      const left = (await readdir(cache)).sort();
      expect(left).toEqual([
        ...Array.from({ length: round }, (_, index) => `.browser-1.tmp-${running}-0000000${index + 1}`),
        "browser-1",
      ]);
    }
    expect(fills).toBe(1);
  });
});
