// How long printing may stand still: what gets on is not ended, and what hangs is.
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeadlines, type Deadline } from "../../src/print/deadline.ts";

/** Tells what a deadline has ended with by now. */
function listen({ passed }: Deadline): () => string {
  let end = "none";
  passed.catch((error: Error) => {
    end = error.message;
  });
  return () => end;
}

describe("documents that are printed at once", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("wait for one another: one that gets on puts off the deadline of one that has not had its turn", async () => {
    const start = createDeadlines(1_000);
    const [slow, waiting] = [start(() => new Error("slow")), start(() => new Error("waiting"))];
    const end = listen(waiting);
    for (let step = 0; step < 5; step += 1) {
      await vi.advanceTimersByTimeAsync(900);
      slow.putOff();
    }
    expect(end()).toBe("none");
    slow.stop();
    await vi.advanceTimersByTimeAsync(900);
    expect(end()).toBe("none");
    await vi.advanceTimersByTimeAsync(100);
    expect(end()).toBe("waiting");
  });

  it("end together when none gets on", async () => {
    const start = createDeadlines(1_000);
    const all = ["one", "other"].map((name) => listen(start(() => new Error(name))));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(all.map((end) => end())).toEqual(["one", "other"]);
  });
});

it("does not count the time in which the program was too busy to hear of progress", async () => {
  const end = listen(createDeadlines(400)(() => new Error("late")));
  const until = performance.now() + 800;
  while (performance.now() < until);
  // What came in the meantime is heard behind the timers that are due.
  await wait(1);
  expect(end()).toBe("none");
  await wait(700);
  expect(end()).toBe("late");
});
