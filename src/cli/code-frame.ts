// A line of a file with a mark under the place of a problem.
import type { Place } from "../errors.ts";
import { showControls } from "./show-controls.ts";

/** How much of a long line is shown, in characters. */
const WIDTH = 100;
const BEFORE = 60;

/** The line of `text` that `place` names, and a caret under its column; empty where the text has no such line. */
export function formatCodeFrame(text: string, place: Place): string[] {
  const line = text.split("\n")[place.line - 1];
  if (line === undefined || line.trim() === "") return [];
  const column = Math.min(place.column, line.length + 1) - 1;
  const start = column > WIDTH - 10 ? column - BEFORE : 0;
  const end = start + WIDTH;
  const left = start > 0 ? "…" : "";
  const shown = left + showControls(line.slice(start, end)) + (end < line.length ? "…" : "");
  const number = String(place.line);
  const indent =
    left.length + [...line.slice(start, column)].reduce((sum, letter) => sum + widthOf(letter), 0);
  return [`  ${number} | ${shown}`, `  ${" ".repeat(number.length)} | ${" ".repeat(indent)}^`];
}

/** How many cells of a terminal a letter takes: none for combining marks, two for East Asian ones and pictures. */
function widthOf(letter: string): number {
  if (/^[\p{Mn}\p{Me}]$/u.test(letter)) return 0;
  return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$/u.test(
    letter,
  ) || /^\p{Emoji_Presentation}$/u.test(letter)
    ? 2
    : 1;
}
