// How the processes that take stretches end: with the work, and never in silence.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, expect, it, vi } from "vitest";
import { type StretchWorkers, withStretchWorkers } from "../../../src/print/stretches/pool.ts";
import type { StretchJob } from "../../../src/print/stretches/take-stretch.ts";

vi.mock("node:child_process", async (load) => {
  const real = await load<typeof import("node:child_process")>();
  return { ...real, fork: vi.fn(real.fork) };
});
afterEach(() => vi.mocked(fork).mockClear());

/** The processes started so far. */
const listStarted = (): readonly ChildProcess[] =>
  vi.mocked(fork).mock.results.map(({ value }) => value as ChildProcess);

const job: StretchJob = {
  pdf: new Uint8Array(),
  pages: 0,
  before: 0,
  elements: {},
  marked: { texts: [], generated: [] },
  texts: [],
  places: {},
  missing: [],
};

/** Waits for the processes to end; by which signal each did. */
const listSignals = (children: readonly ChildProcess[]) =>
  Promise.all(
    children.map(async (child) => {
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      return child.signalCode;
    }),
  );

it("works in processes of its own, as many as were asked for", async () => {
  await withStretchWorkers(2, async (workers) => {
    await Promise.allSettled([workers.take(job), workers.take(job), workers.take(job)]);
    const pids = listStarted().map(({ pid }) => pid);
    expect(new Set([...pids, process.pid]).size).toBe(3);
  });
});

it("starts none where none is asked for", async () => {
  await withStretchWorkers(0, async (workers) => {
    await expect(workers.take(job)).rejects.toThrow("cross-reference table");
  });
  expect(listStarted()).toEqual([]);
});

it("starts another only when all that there are have work", async () => {
  await withStretchWorkers(2, async (workers) => {
    expect(listStarted()).toHaveLength(0);
    await workers.take(job).catch(() => undefined);
    await workers.take(job).catch(() => undefined);
    expect(listStarted()).toHaveLength(1);
    await Promise.allSettled([workers.take(job), workers.take(job)]);
    expect(listStarted()).toHaveLength(2);
  });
});

it("ends all when the work is done", async () => {
  const done = withStretchWorkers(2, async (workers) => {
    await Promise.allSettled([workers.take(job), workers.take(job)]);
    return "done";
  });
  expect(await done).toBe("done");
  expect(await listSignals(listStarted())).toEqual(["SIGKILL", "SIGKILL"]);
});

it("ends all when the work fails", async () => {
  const failing = withStretchWorkers(2, async (workers) => {
    await Promise.allSettled([workers.take(job), workers.take(job)]);
    throw new Error("The disk is full");
  });
  await expect(failing).rejects.toThrow("The disk is full");
  expect(await listSignals(listStarted())).toEqual(["SIGKILL", "SIGKILL"]);
});

it("fails what a killed process was asked, before and after, and not what others do", async () => {
  await withStretchWorkers(2, async (workers: StretchWorkers) => {
    const asked = workers.take(job);
    const other = workers.take(job);
    const [first] = listStarted();
    first?.kill("SIGKILL");
    await expect(asked).rejects.toThrow("A worker of the print ended (SIGKILL)");
    await expect(other).rejects.toThrow("cross-reference table");
    const later = await Promise.allSettled([workers.take(job), workers.take(job)]);
    const told = later.map((one) => (one.status === "rejected" ? String(one.reason) : ""));
    expect(told.filter((text) => text.includes("ended (SIGKILL)"))).not.toEqual([]);
  });
});

it("leaves no process behind when the one that started them is killed", async () => {
  const script = `
    import { withStretchWorkers } from ${JSON.stringify(new URL("../../../src/print/stretches/pool.ts", import.meta.url).href)};
    await withStretchWorkers(2, async (workers) => {
      await Promise.allSettled([workers.take({}), workers.take({})]);
      process.stdout.write("ready");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  await once(parent.stdout, "data");
  const children = (await readFile(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8"))
    .trim()
    .split(" ");
  expect(children.length).toBeGreaterThanOrEqual(2);
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), { timeout: 5_000, interval: 50 });
});

/** Whether a process runs; one that has ended and that nobody has asked of does not. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
