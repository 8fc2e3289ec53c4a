// The schemas of `content/data/*.yaml`: a comparison, a chronology, a register or bars.
import { z } from "zod";
import { edtfDate } from "./edtf.ts";
import { partId } from "./identifiers.ts";
import { displayText, inlineMarkdown, plainLabel } from "./text.ts";

/** What a cell says where no source answers; it needs no citation. */
export const NOT_STATED = "not stated";

/** The most questions that an overview sets side by side: what an upright page and an eye take in. */
const MOST_AT_A_GLANCE = 3;

/** The most characters of a short answer, its citations not counted. */
export const LONGEST_SHORT_ANSWER = 60;

/** An answer in a word, for questions that can be answered so. */
const verdict = z.enum(["yes", "no", "partly", "unclear"]);

const shortAnswer = z.strictObject({
  /** The answer in a word, shown as a sign and as the word. */
  verdict: verdict.optional(),
  /** A few words, with citations that the answer in full has too; the citations alone where the verdict says it all. */
  text: inlineMarkdown,
});

const comparison = z.strictObject({
  type: z.literal("comparison"),
  /** The ids of the questions whose short answers make the overview at the head; the gists make it where left out. */
  glance: z.array(partId).min(1).max(MOST_AT_A_GLANCE).optional(),
  /** The questions asked of each subject, in order. */
  questions: z
    .array(
      z.strictObject({
        /** The key of the answer in each subject's `answers`. */
        id: partId,
        /** The question as a row heading. */
        label: displayText,
      }),
    )
    .min(1),
  /** What is compared. */
  subjects: z
    .array(
      z.strictObject({
        /** Part of the subject's element id. */
        id: partId,
        /** Its name as a column heading. */
        name: displayText,
        /** Its date in EDTF, where one is given. */
        date: edtfDate.optional(),
        /** One or two sentences for the overview at the head: what it comes to. */
        gist: inlineMarkdown,
        /** An answer to each question, with a citation, or `not stated`. */
        answers: z.record(partId, inlineMarkdown),
        /** For each question of `glance` that it answers, the answer in short. */
        short: z.record(partId, shortAnswer).optional(),
      }),
    )
    .min(1),
});

const chronology = z.strictObject({
  type: z.literal("chronology"),
  /** The events, oldest first. */
  events: z
    .array(
      z.strictObject({
        /** The date in EDTF. */
        date: edtfDate,
        /** How the date is to be taken where it is not given by a source: `inferred` or `outside the sources`. */
        basis: z.enum(["inferred", "outside the sources"]).optional(),
        /** What happened in a few words, for the drawing; the date stands there alone where left out. */
        label: plainLabel.optional(),
        /** What happened, with citations. */
        text: inlineMarkdown,
      }),
    )
    .min(1),
});

const register = z.strictObject({
  type: z.literal("register"),
  /** Groups such as people, institutions and terms. */
  groups: z
    .array(
      z.strictObject({
        /** The group's heading. */
        title: displayText,
        /** Its entries in the order in which they are shown. */
        entries: z
          .array(
            z.strictObject({
              /** The name. */
              name: displayText,
              /** Who or what it is according to the sources, with citations. */
              text: inlineMarkdown,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** Beyond this a number of the program is no longer exact to the unit. */
const LARGEST_VALUE = 1e15;

const bars = z.strictObject({
  type: z.literal("bars"),
  /** What is counted or measured: `words`, `US$ billion`. */
  unit: plainLabel,
  /** The bars in the order in which they are shown. */
  values: z
    .array(
      z.strictObject({
        /** What the value is of. */
        label: plainLabel,
        /** The value, in the unit. */
        value: z.number().min(-LARGEST_VALUE).max(LARGEST_VALUE),
        /** Where the value comes from and what must be known of it, with citations. */
        text: inlineMarkdown,
      }),
    )
    .min(1),
});

/** The schema of a data file; `type` says which of the four it is. */
export const dataSchema = z.discriminatedUnion("type", [comparison, chronology, register, bars]);

/** An answer in a word. */
export type Verdict = z.infer<typeof verdict>;

/** A data file as a person writes it. */
export type DataInput = z.infer<typeof dataSchema>;
