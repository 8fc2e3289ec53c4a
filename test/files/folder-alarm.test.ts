// The alarm wakes who waits, at once or in time, and leaves nothing behind.
import { getEventListeners } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createFolderAlarm, type FolderAlarm } from "../../src/files/folder-alarm.ts";
import { useTemporaryFolder } from "./temporary-folder.ts";

const temporary = useTemporaryFolder();
/** Longer than a test may take. */
const LONG = 600_000;

const open: FolderAlarm[] = [];
afterEach(() => {
  for (const alarm of open.splice(0)) alarm.close();
});

function makeAlarm(): FolderAlarm {
  const alarm = createFolderAlarm();
  open.push(alarm);
  return alarm;
}

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

test("a wait listens to the signal as long as it lasts, and no longer", async () => {
  const alarm = makeAlarm();
  const { signal } = new AbortController();
  for (let time = 1; time <= 20; time += 1) {
    const waiting = alarm.wait(1, signal);
    expect(listenersOf(signal)).toBe(1);
    expect(await waiting).toBe(true);
    expect(listenersOf(signal)).toBe(0);
  }
});

test("a change ends a wait, and one between two waits ends the next at once", async () => {
  const folder = join(temporary(), "watched");
  await mkdir(folder);
  const alarm = makeAlarm();
  const { signal } = new AbortController();
  alarm.listen([{ path: folder, identity: 1 }]);
  const waiting = alarm.wait(LONG, signal);
  await writeFile(join(folder, "a.md"), "1");
  expect(await waiting).toBe(true);
  await writeFile(join(folder, "b.md"), "1");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await alarm.wait(LONG, signal)).toBe(true);
  expect(listenersOf(signal)).toBe(0);
});

test("the signal ends a wait, and no other begins", async () => {
  const alarm = makeAlarm();
  const controller = new AbortController();
  const waiting = alarm.wait(LONG, controller.signal);
  controller.abort();
  expect(await waiting).toBe(false);
  expect(await alarm.wait(LONG, controller.signal)).toBe(false);
  expect(listenersOf(controller.signal)).toBe(0);
});
