// The progress of several documents that are printed at once, told as one.
import type { PrintSettings, PrintStage } from "./print-options.ts";

type TellProgress = NonNullable<PrintSettings["onProgress"]>;

const STAGES: readonly PrintStage[] = ["browser", "pages", "print", "finish"];

/** Makes a listener for each of `count` documents; `tell` hears of the stage that the last of them is in, and of the pages of all. */
export function joinProgress(tell: TellProgress, count: number): readonly TellProgress[] {
  const reached = Array.from({ length: count }, () => ({ stage: 0, pages: 0 }));
  return reached.map((_, index) => ({ stage, pages }) => {
    reached[index] = { stage: STAGES.indexOf(stage), pages };
    const last = STAGES[Math.min(...reached.map((one) => one.stage))];
    tell({ stage: last ?? stage, pages: reached.reduce((sum, one) => sum + one.pages, 0) });
  });
}
