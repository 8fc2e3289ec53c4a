// The ways of seeing a page: the few that are tried at every test, and all.
import type { View } from "./open-page.ts";

/** Every width, both schemes, both contrasts, with and without script: each at least once for each page. */
export const ESSENTIAL: readonly View[] = [
  { width: 390, scheme: "light" },
  { width: 768, scheme: "light", script: "off" },
  { width: 1280, scheme: "dark" },
];

/**
 * The ways in which axe is asked of the page at a place in a list: it finds the same of most pages however they are seen, so that each is
 * asked about once, on a phone or at a desk by turns. The long tests ask in every way.
 */
export const turnOf = (index: number): readonly View[] => [ESSENTIAL[index % 2 === 0 ? 0 : 2] as View];

/** The way of seeing pages that differ from those of the public site only in a few places. */
export const ONCE: readonly View[] = [{ width: 390, scheme: "dark" }];

/** One reading with more contrast, and one with colours of the reader's own. */
export const ESSENTIAL_CONTRASTS: readonly View[] = [
  { width: 1280, scheme: "dark", contrast: "more" },
  { width: 1280, scheme: "light", contrast: "forced" },
];

/** The readings for readers who need other colours. */
export const CONTRASTS: readonly View[] = [
  { width: 1280, scheme: "light", contrast: "more" },
  { width: 1280, scheme: "dark", contrast: "more" },
  { width: 1280, scheme: "light", contrast: "forced" },
  { width: 1280, scheme: "dark", contrast: "forced" },
];

/** Every combination of width, scheme and script. */
export const ALL: readonly View[] = [390, 768, 1280].flatMap((width) =>
  (["light", "dark"] as const).flatMap((scheme) => [
    { width, scheme },
    { width, scheme, script: "off" as const },
  ]),
);
