// A deadline that progress puts off: work may take as long as it likes while it gets on.

/** A running deadline. */
export interface Deadline {
  /** Rejects when the time is over; never resolves. */
  readonly passed: Promise<never>;
  /** Starts the time anew, because there was progress. */
  putOff(): void;
  stop(): void;
}

/** Starts a deadline of `ms` milliseconds; `explain` makes the error it ends with. */
export function startDeadline(ms: number, explain: () => Error): Deadline {
  let expire: (error: Error) => void = () => undefined;
  const passed = new Promise<never>((_, reject) => {
    expire = reject;
  });
  passed.catch(() => undefined);
  const timer = setTimeout(() => expire(explain()), ms);
  return { passed, putOff: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
