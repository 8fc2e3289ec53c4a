// Some processes that take stretches out of their PDFs, or this one where that is not worth it.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type StretchJob, type StretchPart, takeStretch } from "./take-stretch.ts";

/** Takes stretches, some at a time. */
export interface StretchWorkers {
  take(job: StretchJob): Promise<StretchPart>;
}

/** The heap of a worker: what it makes is short-lived, and is cleared early this way. */
const HEAP_MB = 384;

/**
 * Runs `use` with workers and ends them. A process is started only when there is work that no other is free to do.
 * @param count how many processes at the most; none if 0, and the work is done in this one
 */
export async function withStretchWorkers<T>(
  count: number,
  use: (workers: StretchWorkers) => Promise<T>,
): Promise<T> {
  if (count === 0) return use({ take: async (job) => takeStretch(job) });
  const workers: Worker[] = [];
  const pick = (): Worker => {
    const [freest] = workers.toSorted((one, other) => one.waiting() - other.waiting());
    if (freest && (freest.waiting() === 0 || workers.length === count)) return freest;
    const started = startWorker();
    workers.push(started);
    return started;
  };
  try {
    return await use({ take: (job) => pick().take(job) });
  } finally {
    for (const worker of workers) worker.end();
  }
}

interface Worker extends StretchWorkers {
  /** How much it has been asked and has not answered yet. */
  waiting(): number;
  end(): void;
}

interface Answer {
  readonly id: number;
  readonly part?: StretchPart;
  readonly error?: string;
}

function startWorker(): Worker {
  const child: ChildProcess = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, "--import", import.meta.resolve("tsx")],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const waiting = new Map<number, { resolve(part: StretchPart): void; reject(error: Error): void }>();
  let ended: Error | undefined;
  const fail = (error: Error) => {
    ended = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.on("message", ({ id, part, error }: Answer) => {
    const job = waiting.get(id);
    waiting.delete(id);
    if (part) job?.resolve(part);
    else job?.reject(new Error(error ?? "The worker gave no answer."));
  });
  child.on("error", fail);
  child.on("exit", (code, signal) => fail(new Error(`A worker of the print ended (${signal ?? code}).`)));
  let count = 0;
  return {
    waiting: () => waiting.size,
    take: (job) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        count += 1;
        waiting.set(count, { resolve, reject });
        child.send({ id: count, job });
      }),
    end: () => {
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
    },
  };
}
