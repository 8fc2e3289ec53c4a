// Turns what went wrong in the page into problems that say what to do.
import type { Problem } from "../errors.ts";
import type { PageFault } from "./browser/page-faults.ts";
import { printProblem } from "./print-problem.ts";

/** One problem for each fault: all of them stop the print. */
export function explainFaults(faults: readonly PageFault[]): readonly Problem[] {
  return faults.map(({ kind, text }) => EXPLANATIONS[kind](text));
}

const EXPLANATIONS: Readonly<Record<PageFault["kind"], (text: string) => Problem>> = {
  script: (text) =>
    printProblem("page-script", `A script of the document failed: ${text}`, "Correct or remove the script."),
  console: (text) =>
    printProblem(
      "page-console",
      `The page warned while it was laid out: ${text}`,
      "Look at the element it names: what is warned about is mostly content that does not fit on a page.",
    ),
  dialog: (text) =>
    printProblem(
      "page-script",
      `A script of the document opens a dialog (${text}), and nobody is there to answer it`,
      "Remove the call of alert, confirm or prompt.",
    ),
  request: (text) =>
    printProblem(
      "request-failed",
      `The document asks for a file that cannot be loaded: ${text}`,
      "Put the file there or correct the address; addresses are relative to the document’s folder.",
    ),
  "foreign-request": (text) =>
    printProblem(
      "foreign-request",
      `The document asks for something from elsewhere: ${text}`,
      "Keep a copy in the document’s folder: a print uses nothing from the network.",
    ),
  policy: (text) =>
    printProblem(
      "policy",
      `The document does what a page that is printed may not: it ${text}`,
      "Put scripts into files of the document’s folder, and remove what opens windows, sends forms, embeds pages, starts workers or leaves.",
    ),
};
