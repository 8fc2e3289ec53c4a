// The schema of a theme, a file of templates/themes: colours, faces, measures and the weights of lines and corners.
import { z } from "zod";
import { matching, nonEmpty } from "./text.ts";

const colour = matching(
  /^#[0-9a-f]{6}$/i,
  "is not a colour",
  'Write six hexadecimal digits behind a number sign, in quotation marks: "#0b4f6c".',
);

const length = matching(
  /^(0|\d+(\.\d+)?(rem|em|px|mm|%))$/,
  "is not a length",
  "Write a number with rem, em, px, mm or %, such as 0.35rem, or 0.",
);

/** Letters may also be set closer. */
const spacing = matching(
  /^-?(0|\d+(\.\d+)?em)$/,
  "is not a distance between letters",
  "Write a number with em, such as -0.01em, or 0.",
);

const family = matching(
  /^@fontsource\/[a-z0-9-]+$/,
  "is not a family of @fontsource",
  "Write the name of an installed package of static fonts, such as “@fontsource/source-sans-3”.",
);

const leading = z.number().min(1).max(2);
const weight = z.union([z.literal(600), z.literal(700)]);

const scheme = z.strictObject({
  /** Text. */
  ink: colour,
  /** Text that stands back: labels, notes, passage numbers. */
  "ink-soft": colour,
  /** What text stands on. */
  paper: colour,
  /** What the foot of a page and code stand on. */
  surface: colour,
  /** Hairlines between rows. They only divide: no meaning hangs on them. */
  rule: colour,
  /** Lines that show where something is: borders of badges and boxes. */
  "rule-strong": colour,
  /** What stands out: the edge of a judgement, a badge, what has the focus. */
  accent: colour,
  /** What the bottom line stands on. */
  "accent-surface": colour,
  /** Links. */
  link: colour,
  /** The bar at the head of the landing page, of the card and of the summary by itself. */
  band: colour,
});

/** The schemes of colours, named for what the reader asks of the screen; paper is printed in `light`. */
const SCHEME_NAMES = ["light", "dark", "more-contrast", "more-contrast-dark"] as const;

/** The schema of a theme. */
export const themeSchema = z.strictObject({
  /** What it looks like, and for whom, in a sentence. */
  about: nonEmpty,
  /** The family of each kind of text, a package of @fontsource; see `FACES` in src/site/fonts/families.ts for the faces that are used. */
  faces: z.strictObject({
    /** Running text. */
    text: family,
    /** Headings, tables, and everything around the text. */
    display: family,
    /** Code. */
    mono: family,
  }),
  /** The colours for each scheme; they are held to WCAG 2.2 (`contrast.ts`). */
  colours: z.strictObject({
    light: scheme,
    dark: scheme,
    "more-contrast": scheme,
    "more-contrast-dark": scheme,
  }),
  /** Sizes and distances; a rem is the size of the text. */
  measures: z.strictObject({
    /** The size of the text on screen, of the reader's own: 112.5% are 18 px. */
    text: length,
    /** From one line of the text on screen to the next, in sizes of the text. */
    leading,
    /** The longest line of text. */
    line: length,
    /** The distance between letters of titles. */
    "title-spacing": spacing,
  }),
  /** How heavy letters and lines are. */
  weights: z.strictObject({
    /** Titles of pack and parts. */
    title: weight,
    /** Headings within a part. */
    heading: weight,
    /** The bar at the head of the landing page, of the card and of the summary by itself. */
    band: length,
    /** The lines beside judgements, and above the bottom line and what a page lists. */
    edge: length,
  }),
  /** How far corners are rounded. */
  corner: length,
});

/** A theme as its file gives it. */
export type Theme = z.infer<typeof themeSchema>;

/** The name of a scheme of colours. */
export type SchemeName = (typeof SCHEME_NAMES)[number];

/** The colours of one scheme. */
export type Scheme = z.infer<typeof scheme>;

/** The theme of a pack that names none. */
export const DEFAULT_THEME = "briefing";
