// The schemas of `content/data/*.yaml`: a comparison, a chronology or a register.
import { z } from "zod";
import { edtfDate } from "./edtf.ts";
import { partId } from "./identifiers.ts";
import { displayText, inlineMarkdown } from "./text.ts";

/** What a cell says where no source answers; it needs no citation. */
export const NOT_STATED = "not stated";

const comparison = z.strictObject({
  type: z.literal("comparison"),
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

/** The schema of a data file; `type` says which of the three it is. */
export const dataSchema = z.discriminatedUnion("type", [comparison, chronology, register]);

/** A data file as a person writes it. */
export type DataInput = z.infer<typeof dataSchema>;
