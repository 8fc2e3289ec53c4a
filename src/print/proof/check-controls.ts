// Proof that nothing hides in what is made to be worked with: menus, fields, frames, recordings.
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";
import { quoteFrom } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { ControlKind, SourceText } from "./printed-text.ts";

const FAULTS: Readonly<Record<ControlKind, readonly [fault: string, fix: string]>> = {
  menu: [
    "shows only what is chosen",
    "Write the options as a list, or leave the menu out of the print (@media print { select { display: none } }).",
  ],
  field: [
    "shows only a part of its text",
    "Write the text as a paragraph, or make the field as large as its text.",
  ],
  frame: [
    "shows another document, of which no more than a piece would be on paper",
    "Put what the frame shows into the document itself, or leave the frame out of the print (display: none).",
  ],
  recording: [
    "cannot be played on paper",
    "Put a still picture or a transcript in its place, or leave it out of the print (display: none).",
  ],
};

/** One problem for each element that holds more than paper would show. */
export function checkControls(source: SourceText): readonly Problem[] {
  return source.controls.map(({ ref, name, kind, text }) => {
    const [fault, fix] = FAULTS[kind];
    const words = text === "" ? "" : `: “${quoteFrom(text, 0)}”`;
    return printProblem("text-lost", `The ${kind} ${name} ${fault}${words}`, fix, placeOf(source, ref));
  });
}
