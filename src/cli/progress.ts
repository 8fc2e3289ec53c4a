// Tells how far long work has come: one living line on a terminal, a few plain lines elsewhere.
import type { Sink } from "./io.ts";

/** Where long work tells how far it is. */
export interface Progress {
  /** A stage begins, such as `Laying out pages`. */
  start(stage: string): void;
  /** So many pages of the stage are done. */
  count(pages: number): void;
  /** Takes the living line away, so that something else can be written. */
  clear(): void;
}

/** Elsewhere than on a terminal, a line is written each time so many more pages are done. */
const STEP = 100;
const CLEAR_LINE = "\r\u001B[2K";

/** Makes the progress for a sink. */
export function createProgress(sink: Sink): Progress {
  return sink.isTTY === true ? createLivingLine(sink) : createPlainLines(sink);
}

function createLivingLine(sink: Sink): Progress {
  let stage = "";
  return {
    start: (name) => {
      stage = name;
      sink.write(`${CLEAR_LINE}${stage} …`);
    },
    count: (pages) => sink.write(`${CLEAR_LINE}${stage} … ${pages}`),
    clear: () => sink.write(CLEAR_LINE),
  };
}

function createPlainLines(sink: Sink): Progress {
  let stage = "";
  let told = 0;
  return {
    start: (name) => {
      stage = name;
      told = 0;
      sink.write(`${stage} …\n`);
    },
    count: (pages) => {
      if (pages < told + STEP) return;
      told = pages - (pages % STEP);
      sink.write(`${stage} … ${pages}\n`);
    },
    clear: () => undefined,
  };
}
