// Bibliographic data of a source: CSL-JSON names, and for each field where its value comes from.
import { z } from "zod";
import { edtfDate } from "./edtf.ts";
import { languageTag } from "./language-tag.ts";
import { displayText, inlineMarkdown, nonEmpty, webAddress } from "./text.ts";

/** The item types of CSL-JSON (csl-data.json, version 1.0.2). */
const CSL_TYPES = [
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "classic",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
] as const;

const name = z.union([
  z.strictObject({
    /** The name of a body, or of a person whose parts are not known. */
    literal: nonEmpty,
  }),
  z.strictObject({
    /** The family name. */
    family: nonEmpty,
    /** The given names. */
    given: nonEmpty.optional(),
  }),
]);

/** The data of a source under CSL-JSON names. A field that the document does not give is left out. */
export const cslSchema = z.strictObject({
  /** The kind of document, in CSL-JSON's words. */
  type: z.enum(CSL_TYPES),
  /** The title; one that the pack supplies stands in square brackets. */
  title: nonEmpty.optional(),
  /** Who wrote it. */
  author: z.array(name).min(1).optional(),
  /** The newspaper, journal or site in which it stands. */
  "container-title": nonEmpty.optional(),
  /** Who published it. */
  publisher: nonEmpty.optional(),
  /** The place named in it: a dateline or a place of publication. */
  "publisher-place": nonEmpty.optional(),
  /** The date of issue in EDTF, which CSL-JSON admits. */
  issued: edtfDate.optional(),
  /** The kind of writing, such as `comment` or `news analysis`. */
  genre: displayText.optional(),
  /** Its address. */
  URL: webAddress.optional(),
  /** Its language, a BCP 47 tag. */
  language: languageTag,
});

/** Bibliographic data under CSL-JSON names. */
export type Csl = z.infer<typeof cslSchema>;

/** The fields whose standing a record must declare, whether they have a value or not. */
export const DECLARED_FIELDS = ["title", "author", "container-title", "issued", "URL"] as const;

/** The fields whose standing is declared where they have a value. */
export const OPTIONAL_FIELDS = ["publisher", "publisher-place"] as const;

/** A field of a record whose standing is declared. */
export type RecordField = (typeof DECLARED_FIELDS)[number] | (typeof OPTIONAL_FIELDS)[number];

/**
 * Where a value comes from. `given`: the document says it (optionally where). `not given`: it does not, and there is no value.
 * `inferred`: it follows from something, which is named. `supplied`: the pack's authors made it.
 */
const standingSchema = z.union([
  z.enum(["given", "not given"]),
  z.strictObject({
    /** Where the document gives it, in a sentence with citations. */
    given: inlineMarkdown,
  }),
  z.strictObject({
    /** What the value is inferred from, in a sentence with citations; mark what lies outside the sources. */
    inferred: inlineMarkdown,
  }),
  z.strictObject({
    /** What the pack's authors took the value from. */
    supplied: inlineMarkdown,
  }),
  z.strictObject({
    /** That the value is lacking, and what is known instead. */
    "not given": inlineMarkdown,
  }),
]);

/** The standing of one field as a person writes it. */
export type StandingInput = z.infer<typeof standingSchema>;

/** The kinds of standing. */
export type StandingKind = "given" | "inferred" | "supplied" | "not given";

/** The standing of each declared field. */
export const standingsSchema = z.strictObject({
  title: standingSchema,
  author: standingSchema,
  "container-title": standingSchema,
  issued: standingSchema,
  URL: standingSchema,
  publisher: standingSchema.optional(),
  "publisher-place": standingSchema.optional(),
});

/** Takes a standing apart into its kind and its basis, if it has one. */
export function readStanding(input: StandingInput): {
  readonly kind: StandingKind;
  readonly basis: string | undefined;
} {
  if (typeof input === "string") return { kind: input, basis: undefined };
  if ("given" in input) return { kind: "given", basis: input.given };
  if ("inferred" in input) return { kind: "inferred", basis: input.inferred };
  if ("supplied" in input) return { kind: "supplied", basis: input.supplied };
  return { kind: "not given", basis: input["not given"] };
}
