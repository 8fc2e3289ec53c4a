// Has tabs give back memory now and then: pages that were handed over stay in it for long, and slow down those to come.
import type { Tab } from "../browser/tab.ts";

/**
 * Counts the pages that each tab was done with; once there are `most`, it has the tab give back their memory.
 * @returns to be called with a tab and the pages it was done with
 */
export function createSweeper(most: number): (tab: Pick<Tab, "freeMemory">, pages: number) => Promise<void> {
  const kept = new Map<object, number>();
  return async (tab, pages) => {
    const all = (kept.get(tab) ?? 0) + pages;
    kept.set(tab, all < most ? all : 0);
    if (all >= most) await tab.freeMemory();
  };
}
