// The schema of `content/pack.yaml`: what the pack is, for whom, in which order, under which marking.
import { z } from "zod";
import { calendarDay, edtfDate } from "./edtf.ts";
import { partId } from "./identifiers.ts";
import { languageTag } from "./language-tag.ts";
import { marking } from "./marking.ts";
import { PAPERS } from "./paper.ts";
import { displayText, matching, nonEmpty, webAddress } from "./text.ts";
import { DEFAULT_THEME } from "./theme.ts";

const correction = z.strictObject({
  /** The day on which the correction was published. */
  date: calendarDay,
  /** What was changed, in one or two sentences. */
  text: nonEmpty,
});

const logo = z.strictObject({
  /** The picture, in the pack's `images/`: SVG where there is one, so that it prints sharp. */
  file: matching(
    /^images\/[^/]+\.(svg|png)$/i,
    "is not an SVG or PNG in images/",
    "Put the logo into images/ and write its path, such as images/logo.svg.",
  ),
  /** Whose sign it is, for those who do not see it. */
  alt: displayText,
});

/** The limits of short attributed quotation, where a pack sets none of its own. */
export const DEFAULT_LIMITS = { words: 40, share: 12, allowance: 60 };

const manifestFile = z.strictObject({
  /** The title on the cover and in every page's title. */
  title: nonEmpty,
  /** The line under the title. */
  subtitle: nonEmpty.optional(),
  /** What the pack is about, in one sentence: the PDF's subject and the pages' description. */
  subject: nonEmpty,
  /** The date up to which the pack takes account of events, in EDTF. */
  "as-of": edtfDate,
  /** Which release of the pack this is. */
  edition: z.strictObject({
    /** Counted from 1. */
    number: z.int().positive(),
    /** The day of release. */
    date: calendarDay,
  }),
  /** For whom the pack was made. */
  audience: nonEmpty,
  /** Who answers for the pack: a desk or persons. */
  authors: z.array(nonEmpty).min(1),
  /** How to reach them, as a sentence. */
  contact: nonEmpty,
  /** The language of the pack, a BCP 47 tag such as `en-GB`. */
  language: languageTag,
  /** The paper that the PDF is made for. */
  paper: z.enum(PAPERS).default("A4"),
  /** The handling label of each edition, TLP 2.0. */
  marking: z.strictObject({
    /** For the edition without full texts. */
    public: marking,
    /** For the edition with them. */
    full: marking,
  }),
  /** The ids of all parts in reading order; `summary` comes first. */
  parts: z.array(partId).min(1),
  /** Abbreviations and what they stand for, expanded at first use in each part. */
  abbreviations: z.record(nonEmpty, nonEmpty).default({}),
  /** How much may be quoted; the limits of short attributed quotation where left out. */
  "quotation-limits": z
    .strictObject({
      /** The most words of one quotation. */
      words: z.int().positive().default(DEFAULT_LIMITS.words),
      /** The most of a source in all, in per cent of its words without official text. */
      share: z.number().positive().max(100).default(DEFAULT_LIMITS.share),
      /** Words that may be quoted of a source in all, however short it is. */
      allowance: z.int().nonnegative().default(DEFAULT_LIMITS.allowance),
    })
    .prefault({}),
  /** The licence of the pack's own words; quotations stay their owners'. */
  licence: z.strictObject({
    /** The licence's name, such as `CC BY 4.0`. */
    name: nonEmpty,
    /** Where its text stands. */
    url: webAddress.optional(),
  }),
  /**
   * Where the pack is hosted; the sitemap, the feed, canonical links and cards are made only where it is given. Browsers then hold the
   * styles and scripts to their digests, and do not load them on a page that was opened from disk: leave it out where the folder is
   * handed on.
   */
  address: webAddress.optional(),
  /** What the pack looks like: the name of a file in templates/themes. */
  theme: nonEmpty.default(DEFAULT_THEME),
  /** The sign of who publishes the pack, on the cover and at the head of every page. */
  logo: logo.optional(),
  /** What was corrected since the first edition, newest first. */
  corrections: z.array(correction).default([]),
  /** Notes to the authors themselves; they reach no output. */
  notes: z.array(z.string()).default([]),
});

/** The schema of `pack.yaml`. Keys of two words are joined by a hyphen in the file. */
export const manifestSchema = manifestFile.transform(
  ({ "as-of": asOf, "quotation-limits": quotationLimits, notes: _private, ...rest }) => ({
    ...rest,
    asOf,
    quotationLimits,
  }),
);

/** The manifest as the program holds it; notes to self are gone. */
export type Manifest = z.infer<typeof manifestSchema>;
