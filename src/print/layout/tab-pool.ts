// A few tabs that work at the same time; each piece of work takes the next tab that is free.

/** Tabs that share out work. */
export interface TabPool<T> {
  /** Runs the work in the next tab that is free. */
  run<R>(work: (tab: T) => Promise<R>): Promise<R>;
  /** How many tabs there are, and are being opened. */
  readonly size: number;
  /** Adds a tab, when it is ready. */
  add(tab: T): void;
  /** Opens another tab. If that fails, so does the work that waits for a tab. */
  grow(open: () => Promise<T>): void;
}

interface Waiting<T> {
  go(tab: T): void;
  fail(error: unknown): void;
}

/** A pool without tabs: work waits until some are added. */
export function createTabPool<T>(): TabPool<T> {
  const free: T[] = [];
  const waiting: Waiting<T>[] = [];
  let size = 0;
  const release = (tab: T) => {
    const next = waiting.shift();
    if (next) next.go(tab);
    else free.push(tab);
  };
  return {
    run: async (work) => {
      const tab = free.shift() ?? (await new Promise<T>((go, fail) => waiting.push({ go, fail })));
      try {
        return await work(tab);
      } finally {
        release(tab);
      }
    },
    get size() {
      return size;
    },
    add: (tab) => {
      size += 1;
      release(tab);
    },
    grow: (open) => {
      size += 1;
      open().then(release, (error: unknown) => {
        size -= 1;
        for (const { fail } of waiting.splice(0)) fail(error);
      });
    },
  };
}
