// What is run in a page to make a document ready to be laid out, in order; the preview of a live server does the same.

import { findParts } from "../in-page/find-parts.ts";
import { FITTING_HANDLERS } from "../in-page/fit-to-page.ts";
import { fixChance } from "../in-page/fix-chance.ts";
import { guardLayout } from "../in-page/guard-layout.ts";
import { keepTogether } from "../in-page/keep-together.ts";
import { repeatTableHeads } from "../in-page/repeat-table-heads.ts";
import { spareFirstLetters } from "../in-page/spare-first-letters.ts";
import { startPagedJs } from "../in-page/start-paged-js.ts";
import { turnPages } from "../in-page/turn-pages.ts";
import { watchConsole } from "../in-page/watch-console.ts";

/** A self-contained function, run in the page without arguments. */
type Step = () => void | Promise<void>;

/** A layout is called endless beyond so many pages, and beyond so many in a row without text. */
export const LAYOUT_LIMITS = [20_000, 100] as const;

/** Run before the script of Paged.js. */
export const STEPS_BEFORE: readonly Step[] = [watchConsole, fixChance, turnPages];

/** Run after it, before `guardLayout`: what changes how Paged.js lays out. */
export const STEPS_TO_FIT: readonly Step[] = [
  ...FITTING_HANDLERS,
  repeatTableHeads,
  keepTogether,
  spareFirstLetters,
];

/** Watches over the layout; called with `LAYOUT_LIMITS`. */
export const GUARD = guardLayout;

/** Run last: Paged.js reads the document, and its parts are found. */
export const STEPS_TO_START: readonly Step[] = [startPagedJs, findParts];
