// Deadlines that progress puts off: work may take as long as it likes while it gets on.

/** A running deadline. */
export interface Deadline {
  /** Rejects when the time is over; never resolves. */
  readonly passed: Promise<never>;
  /** Starts the time anew, because there was progress. */
  putOff(): void;
  stop(): void;
}

/** Starts a deadline; `explain` makes the error it ends with. */
export type StartDeadline = (explain: () => Error) => Deadline;

/** What is told later than this, in milliseconds, was told late because the program itself was busy. */
const LATE_MS = 250;

/**
 * Makes deadlines of `ms` milliseconds for work that is done at the same time by the same means. Progress of any puts off all: what
 * is waiting for its turn is not to be blamed for what is slow, and what hangs is told of once nothing else gets on either. The time
 * in which this program could hear of no progress does not count.
 */
export function createDeadlines(ms: number): StartDeadline {
  const running = new Set<() => void>();
  return (explain) => {
    let expire: (error: Error) => void = () => undefined;
    const passed = new Promise<never>((_, reject) => {
      expire = reject;
    });
    passed.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const start = (time: number) => {
      clearTimeout(timer);
      const due = performance.now() + time;
      timer = setTimeout(() => {
        const late = performance.now() - due;
        if (late > LATE_MS) start(Math.min(late, ms));
        else expire(explain());
      }, time);
    };
    const startAnew = () => start(ms);
    running.add(startAnew);
    startAnew();
    return {
      passed,
      putOff: () => {
        for (const one of running) one();
      },
      stop: () => {
        running.delete(startAnew);
        clearTimeout(timer);
      },
    };
  };
}
