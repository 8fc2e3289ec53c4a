// Proof that what is on a page can be seen there: text and figures inside the page's text area.
import type { Problem } from "../../errors.ts";
import { printProblem } from "../print-problem.ts";
import { quoteFrom } from "./normalise-text.ts";
import { placeOf } from "./place-of.ts";
import type { PagedText, SourceText } from "./printed-text.ts";
import { type Found, isHeldBy, type Unit } from "./printed-units.ts";

const FIX_OUTSIDE =
  "Let the text wrap (white-space, overflow-wrap), make the block narrower or lower (a table with fewer columns), show what is hidden (overflow), or take back what moves it off the page (position, margin, text-indent, transform).";
const FIX_UNSEEN =
  "Give it a place on the page and a size: look at its position, font-size, transform and overflow, or show what is hidden.";

/** Text that runs out of its page or cannot be seen; one problem for each unit that the margin does not show. */
export function checkPlaces(
  units: readonly Unit[],
  paged: PagedText,
  inMargin: ReadonlyMap<string, Found>,
): readonly Problem[] {
  const inFlow = units.filter((unit) => !isHeldBy(inMargin.get(unit.ref), unit));
  const known = new Map(inFlow.map((unit) => [unit.ref, unit] as const));
  const reported = new Set<string>();
  return paged.texts.flatMap(({ unit, text, page, place }) => {
    if (place === "inside" || !known.has(unit) || reported.has(unit)) return [];
    reported.add(unit);
    return [
      printProblem(
        "text-clipped",
        `Text of ${known.get(unit)?.name} on page ${page} ${place === "outside" ? "runs out of the page’s text area" : "cannot be seen"}: “${quoteFrom(text, 0)}”`,
        place === "outside" ? FIX_OUTSIDE : FIX_UNSEEN,
        known.get(unit)?.place,
      ),
    ];
  });
}

/** Figures that are gone, cut or not seen. */
export function checkFigures(source: SourceText, paged: PagedText): readonly Problem[] {
  const found = new Map(paged.figures.map((figure) => [figure.ref, figure] as const));
  return source.figures.flatMap(({ ref, name }) => {
    const figure = found.get(ref);
    if (figure?.place === "inside") return [];
    const fault = figure
      ? `on page ${figure.page} ${figure.place === "outside" ? "runs out of the page’s text area" : "cannot be seen"}`
      : "is lost";
    return [
      printProblem(
        "figure-lost",
        `The figure ${name} ${fault}`,
        "Make it no larger than a page (max-width, max-height).",
        placeOf(source, ref),
      ),
    ];
  });
}

/**
 * Pictures that the browser cannot draw, or not whole.
 * @param broken their addresses, by their number in the document
 */
export function checkPictures(
  source: SourceText,
  broken: Readonly<Record<string, string>>,
): readonly Problem[] {
  return source.figures.flatMap(({ ref, name }) => {
    const address = broken[ref];
    if (address === undefined) return [];
    const fault = address ? `${address} is no whole picture that the browser can read` : "it names no file";
    return [
      printProblem(
        "figure-lost",
        `The figure ${name} cannot be drawn: ${fault}`,
        "Save the picture again, whole, as PNG, JPEG, WebP or SVG, and look at it in a browser.",
        placeOf(source, ref),
      ),
    ];
  });
}

/** What runs off the sheet in the margins: running heads, page numbers, markings. Each box is told of once. */
export function checkMargins({ margins }: PagedText): readonly Problem[] {
  const firstOfBox = margins.filter(
    ({ box }, index) => margins.findIndex((other) => other.box === box) === index,
  );
  return firstOfBox.map(({ box, page }) =>
    printProblem(
      "text-clipped",
      `What stands in the ${box} margin box of page ${page} runs off the sheet`,
      "Shorten it, or let it wrap (overflow-wrap, -webkit-line-clamp) and give the boxes beside it a width.",
    ),
  );
}
