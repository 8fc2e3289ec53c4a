// A mark tells a running process from one that has ended, whoever bears its number now.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { hasEnded, MARK_FORM, markOf } from "../../src/files/process-mark.ts";

const HOUR = 60 * 60 * 1000;

test("a process runs until it ends", async () => {
  const child = spawn("sleep", ["600"]);
  await once(child, "spawn");
  const mark = markOf(child.pid ?? 0);
  expect(mark).toMatch(new RegExp(`^${MARK_FORM}$`));
  expect(hasEnded(mark, 0)).toBe(false);
  child.kill();
  await once(child, "exit");
  expect(hasEnded(mark, 0)).toBe(true);
});

test.runIf(process.platform === "linux")(
  "a process that ended and was not waited for has ended",
  async () => {
    // The shell becomes a program that never asks for its child.
    const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 600"]);
    const [pid] = await once(parent.stdout, "data");
    const mark = markOf(Number(pid));
    expect(hasEnded(mark, 0)).toBe(false);
    await expect.poll(() => hasEnded(mark, 0)).toBe(true);
    expect(() => process.kill(Number(pid), 0)).not.toThrow();
    parent.kill();
  },
);

test("a number that another process bears is not taken for the one that has ended", () => {
  const own = markOf(process.pid);
  expect(hasEnded(own, 0)).toBe(false);
  expect(hasEnded(own.replace(/\.\w+\./, ".1."), 0)).toBe(true);
  expect(hasEnded(own.replace(/^\w+/, spawnSync("true").pid.toString(36)), 0)).toBe(true);
});

test("a process of another container, which cannot be seen, is given a day", () => {
  const elsewhere = markOf(process.pid).replace(/\w+$/, "7");
  expect(hasEnded(elsewhere, 23 * HOUR)).toBe(false);
  expect(hasEnded(elsewhere, 25 * HOUR)).toBe(true);
});
