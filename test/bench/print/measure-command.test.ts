// The measure of a command: its time, the peak of its largest process, and how it failed.
import { expect, it } from "vitest";
import { measureCommand } from "./measure-command.ts";

const node = (script: string) => measureCommand({ command: process.execPath, args: ["-e", script] });

it("finds the peak of the largest process, be it a child of a child", async () => {
  const grow = "Buffer.alloc(300_000_000, 1); setTimeout(() => undefined, 400)";
  const inner = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(grow)}])`;
  const { seconds, megabytes, largest, failure } = await node(inner);
  expect(failure).toBeUndefined();
  expect(largest).toBe("node");
  expect(megabytes).toBeGreaterThan(300);
  expect(seconds).toBeGreaterThan(0.4);
});

it("tells how a command failed, with what it said last", async () => {
  expect((await node("console.error('No room.'); process.exit(5)")).failure).toBe("ended with 5: No room.");
  expect((await measureCommand({ command: "/no/such/program", args: [] })).failure).toContain("ENOENT");
});
