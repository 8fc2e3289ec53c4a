// What a citation says of the point that it is cited for, after the signals of The Bluebook.
import type { Signal } from "./prose.ts";

/** How a passage bears on a point: it supports it, contradicts it, or stands beside it for comparison. */
export type Support = "supports" | "contradicts" | "compares";

const SUPPORT: Readonly<Record<Signal, Support>> = {
  none: "supports",
  see: "supports",
  "see also": "supports",
  accord: "supports",
  "cf.": "compares",
  "but see": "contradicts",
  contra: "contradicts",
};

/** How the passage that a signal introduces bears on the point. */
export function supportOf(signal: Signal): Support {
  return SUPPORT[signal];
}
