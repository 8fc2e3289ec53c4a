// Wakes whoever waits for a change of some folders, as soon as the system tells of one.
import { type FSWatcher, watch } from "node:fs";

/** A folder, and which it is: one that is deleted and made again is another. */
export interface KnownFolder {
  readonly path: string;
  readonly identity: number | undefined;
}

/** A hint that something may have changed: it can come too often, too early, or never. */
export interface FolderAlarm {
  /** Names the folders to listen to, in place of those named before. */
  listen(folders: readonly KnownFolder[]): void;
  /** Waits for a hint, `ms` milliseconds at most; a hint since the last wait ends it at once. False where the signal was aborted. */
  wait(ms: number, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

/** Makes an alarm that listens to nothing yet. */
export function createFolderAlarm(): FolderAlarm {
  const watchers = new Map<string, FSWatcher>();
  let rung = false;
  let wake = (): void => undefined;
  const ring = (): void => {
    rung = true;
    wake();
  };
  const drop = (key: string): void => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };
  return {
    listen: (folders) => {
      const wanted = new Map(folders.map((folder) => [`${folder.identity} ${folder.path}`, folder.path]));
      for (const key of watchers.keys()) if (!wanted.has(key)) drop(key);
      for (const [key, path] of wanted) {
        if (watchers.has(key)) continue;
        try {
          watchers.set(key, watch(path, { persistent: false }, ring).on("error", ring));
        } catch {
          // The folder is gone, or the system has no watcher left: it is looked at now and again all the same.
        }
      }
    },
    wait: async (ms, signal) => {
      if (!rung && !signal.aborted) {
        // Not `AbortSignal.any`: in Node 20 a signal keeps something of every signal that was made of it.
        await new Promise<void>((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener("abort", end);
            resolve();
          };
          const timer = setTimeout(end, ms);
          signal.addEventListener("abort", end);
          wake = end;
        });
      }
      rung = false;
      return !signal.aborted;
    },
    close: () => {
      for (const key of [...watchers.keys()]) drop(key);
    },
  };
}
