// Where one of several writers fails, the others have ended before the folder that they write into is removed.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { settleAll } from "../../src/files/settle-all.ts";
import { useTemporaryFolder } from "./temporary-folder.ts";

const temporary = useTemporaryFolder();

/** Makes a folder and writes a file into it, in steps as long as a slow disk takes. */
async function writeSlowly(name: string): Promise<void> {
  for (let step = 0; step < 5; step += 1) {
    await pause(5);
    await mkdir(join(temporary(), "made"), { recursive: true });
    await writeFile(join(temporary(), "made", `${name}-${step}`), "");
  }
}

it("gives what all come to, in their order", async () => {
  expect(await settleAll([pause(5, "slow"), Promise.resolve(2), "plain"])).toEqual(["slow", 2, "plain"]);
});

it("throws what the first threw, when nobody writes any more", async () => {
  const full = Promise.reject(new Error("the disk is full"));
  const other = pause(5).then(() => Promise.reject(new Error("full as well")));
  await expect(settleAll([writeSlowly("one"), full, writeSlowly("two"), other])).rejects.toThrow(
    "the disk is full",
  );
  expect(await readdir(join(temporary(), "made"))).toHaveLength(10);
  await rm(join(temporary(), "made"), { recursive: true });
  await pause(50);
  expect(await readdir(temporary())).toEqual([]);
});
