// The print engine's own functions for the page, as a script: the print view breaks pages where the PDF does.
import { describeParts } from "../../print/in-page/describe-parts.ts";
import { handOverPages } from "../../print/in-page/hand-over-pages.ts";
import { layOutPart } from "../../print/in-page/lay-out-part.ts";
import { prepareSource } from "../../print/in-page/prepare-source.ts";
import {
  GUARD,
  LAYOUT_LIMITS,
  STEPS_BEFORE,
  STEPS_TO_FIT,
  STEPS_TO_START,
} from "../../print/layout/reading-steps.ts";
import { SIGNS } from "../../print/pdf/signs.ts";

/**
 * A script that puts `briefingEngine` on the window of a page that holds a document: `read(loadPagedJs)` makes the document ready and
 * tells of its parts, `layOut(order)` lays one out, `handOver(order)` gives its pages. The functions are self-contained, and their
 * text is what a tab of the printing browser is given, too.
 */
export function composeEngineScript(): string {
  const callAll = (steps: readonly unknown[]): string => steps.map((step) => `await (${step})();`).join("\n");
  return `"use strict";
// The TypeScript loader wraps named functions in a call to this.
globalThis.__name ??= (target) => target;
globalThis.briefingProgress = () => undefined;
globalThis.briefingEngine = {
  read: async (loadPagedJs) => {
await (${prepareSource})();
${callAll(STEPS_BEFORE)}
await loadPagedJs();
${callAll(STEPS_TO_FIT)}
(${GUARD})(${LAYOUT_LIMITS.join(", ")});
${callAll(STEPS_TO_START)}
return await (${describeParts})();
  },
  layOut: ${layOutPart},
  handOver: (order) => (${handOverPages})(order, ${JSON.stringify(SIGNS)}),
};
`;
}
