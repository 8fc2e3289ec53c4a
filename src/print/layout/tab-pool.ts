// A few tabs that work at the same time; each piece of work takes the next tab that is free.

/** Tabs that share out work. */
export interface TabPool<T> {
  /** Runs the work in the next tab that is free. */
  run<R>(work: (tab: T) => Promise<R>): Promise<R>;
  /** Adds a tab, when it is ready. */
  add(tab: T): void;
}

/** A pool without tabs: work waits until some are added. */
export function createTabPool<T>(): TabPool<T> {
  const free: T[] = [];
  const waiting: ((tab: T) => void)[] = [];
  const release = (tab: T) => {
    const next = waiting.shift();
    if (next) next(tab);
    else free.push(tab);
  };
  return {
    run: async (work) => {
      const tab = free.shift() ?? (await new Promise<T>((resolve) => waiting.push(resolve)));
      try {
        return await work(tab);
      } finally {
        release(tab);
      }
    },
    add: release,
  };
}
