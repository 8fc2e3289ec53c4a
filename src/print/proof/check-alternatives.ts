// Every picture says what it shows, or that it says nothing (ISO 14289-1, 7.3; WCAG 2.2, 1.1.1).
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";
import { placeOf } from "./place-of.ts";
import type { SourceText } from "./printed-text.ts";

/** Pictures that a reader who cannot see them would hear nothing of. */
export function checkAlternatives(source: Pick<SourceText, "figures" | "places">): readonly Problem[] {
  return source.figures.flatMap(({ ref, name, unnamed }) =>
    unnamed
      ? [
          printProblem(
            "no-alternative",
            `The picture ${name} has no text that stands for it`,
            'Say in its alt attribute what it shows; alt="" says that it is decoration.',
            placeOf(source, ref),
          ),
        ]
      : [],
  );
}
