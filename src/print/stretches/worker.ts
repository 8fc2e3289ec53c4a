// A process of its own that takes stretches out of their PDFs, so that all cores are used and no process grows large.
import { type StretchJob, takeStretch } from "./take-stretch.ts";

process.on("message", ({ id, job }: { id: number; job: StretchJob }) => {
  try {
    process.send?.({ id, part: takeStretch(job) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
// Without the process that started it there is nothing to do.
process.on("disconnect", () => process.exit());
