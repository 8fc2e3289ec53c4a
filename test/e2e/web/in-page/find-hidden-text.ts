// Finds text that a page holds but does not show: without script, all of it must be there to read.
import type { Means } from "./run-in-page.ts";

/** Every text of the body that is not drawn, but for what opens without script and the controls that need one. */
export function findHiddenText({ tell, ownText }: Means): string[] {
  // What stands beside a judgement in wide windows is in its citations, too, and a drawing has one form for each width.
  // Popovers, details and dialogs are opened by the browser; a control that only a script can serve may stay away without it.
  const excepted =
    "[popover], dialog, details:not([open]), template, script, style, noscript, datalist, select, button, label, output, [role=search], search, svg, .judgement-evidence";
  return [...document.body.querySelectorAll("*")]
    .filter((element) => ownText(element).length > 0 && element.closest(excepted) === null)
    .filter((element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((element) => `text is not shown: ${tell(element)}`);
}
