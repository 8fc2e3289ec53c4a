// The schema of the front matter of `content/sources/*.md`: what the pack says of a source.
import { z } from "zod";
import { cslSchema, readStanding, standingsSchema } from "./bibliography.ts";
import { citationKey, partId } from "./identifiers.ts";
import { LAST_PASSAGE, passagesSchema } from "./passages.ts";
import { quotesWords } from "./quotation-marks.ts";
import { displayText, inlineMarkdown, matching, nonEmpty, QUOTES_WORDS } from "./text.ts";

const sha256 = matching(
  /^[0-9a-f]{64}$/,
  "is not a SHA-256 digest",
  "Write the 64 hexadecimal digits that sha256sum prints, in lower case.",
);

const omission = z.strictObject({
  /** What is left out: `Photo caption`. */
  what: displayText,
  /** Why it is no part of the source. */
  reason: inlineMarkdown,
  /** The first words of the stretch, as they stand in the document. */
  starts: nonEmpty,
  /** Its last words; the same as the first for a short line. */
  ends: nonEmpty,
});

const officialText = z.strictObject({
  /** The passages that are the text of a law or treaty. */
  passages: passagesSchema,
  /** Which law or treaty. */
  what: displayText,
});

/**
 * A source descriptor in the sense of ICD 206: what a reader must know of a source before leaning on it. Each entry is a
 * sentence or two with citations.
 */
const descriptor = z.strictObject({
  /** What kind of document it is and what it sets out to say. */
  kind: inlineMarkdown,
  /** How near it is to what it tells: first hand, named or unnamed informants, opinion. */
  access: inlineMarkdown,
  /** Age and currency: what it could and could not know. */
  currency: inlineMarkdown,
  /** Completeness and precision: what it leaves out or leaves vague. */
  completeness: inlineMarkdown,
  /** Whose view it takes, and what the wording shows of that. */
  bias: inlineMarkdown,
});

const recordFile = z.strictObject({
  /** The part's id, also printed in citations: `S1`. */
  id: partId,
  /** The citation key: `post` for `[@post, ¶3]`. */
  key: citationKey,
  /** The heading of the part. */
  title: nonEmpty,
  /** A short form for running heads and lists; the heading where left out. */
  "short-title": nonEmpty.optional(),
  /** Bibliographic data under CSL-JSON names. */
  csl: cslSchema,
  /** For each field, whether the document gives it. */
  standing: standingsSchema,
  /** SHA-256 of the bytes of the document as supplied, by which `briefing import` knows it again. */
  document: sha256.optional(),
  /** How many passages the full text has, after omissions. */
  passages: z.int().positive().max(LAST_PASSAGE),
  /** Passages that are the text of a law or treaty. */
  "official-text": z.array(officialText).default([]),
  /** Stretches of the supplied document that are no part of the source. */
  omissions: z.array(omission).default([]),
  /** The source descriptor. */
  descriptor,
  /** Where the original can be found, or that it is not given. */
  original: inlineMarkdown,
});

/**
 * What a document gives as its own title or publisher may hold quotation marks, and so may a heading that repeats its title; what
 * the pack's authors made up or worked out may not.
 */
function checkQuotedTitles(record: z.infer<typeof recordFile>, context: z.RefinementCtx): void {
  const given = (["title", "container-title", "publisher"] as const).filter((field) => {
    const standing = record.standing[field];
    return standing === undefined || readStanding(standing).kind === "given";
  });
  const own = given.includes("title") ? record.csl.title : undefined;
  const texts = [
    ...(["title", "short-title"] as const).map((key) => ({
      path: [key],
      text: record[key],
      exempt: record[key] === own,
    })),
    ...(["title", "container-title", "publisher"] as const).map((field) => ({
      path: ["csl", field],
      text: record.csl[field],
      exempt: given.includes(field),
    })),
  ];
  for (const { path, text, exempt } of texts) {
    if (!exempt && quotesWords(text ?? "")) context.addIssue({ code: "custom", path, ...QUOTES_WORDS });
  }
}

/** The schema of a source's front matter. */
export const sourceSchema = recordFile
  .superRefine(checkQuotedTitles)
  .transform(({ "short-title": shortTitle, "official-text": officialText, ...rest }) => ({
    ...rest,
    shortTitle: shortTitle ?? rest.title,
    officialText,
  }));

/** The front matter of a source as the program holds it. */
export type SourceFrontMatter = z.infer<typeof sourceSchema>;

/** The entries of a source descriptor in the order in which they are shown. */
export const DESCRIPTOR_ENTRIES = ["kind", "access", "currency", "completeness", "bias"] as const;

/** What stands in a new record for a text that its author has still to write. */
export const MISSING = "missing";
