// In the browser: what the print view says itself, where there are no pages or no desk that says it.
import { listFailures } from "./layout-failures.js";

/** More would hide the pages. */
const MOST_FAILURES = 3;

/**
 * The words above the pages; empty where nothing is to be said.
 *
 * - `pages` is how many are shown, `failures` what went wrong when they were laid out.
 * - `buildable` is whether there is a good build to show, or may be soon.
 * - `alone` is whether there is no desk, which tells of failures itself.
 */
export function composeNote({ pages, failures, buildable, alone }) {
  if (failures.length > 0 && (alone || pages === 0)) {
    return sayFailures(listFailures(failures));
  }
  if (pages > 0) return "";
  return buildable ? "The pages are being made …" : "There are no pages until the pack can be built.";
}

function sayFailures(problems) {
  const told = problems.slice(0, MOST_FAILURES);
  const untold = problems.length - told.length;
  return [
    ...told.map(({ place, message }) => (place === null ? message : `${place}: ${message}`)),
    ...(untold > 0 ? [`And ${untold} more.`] : []),
    ...new Set(told.map(({ fix }) => fix)),
  ].join("\n");
}
