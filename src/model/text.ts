// Strings of a pack: the forms that more than one schema asks for.
import { z } from "zod";
import { quotesWords } from "./quotation-marks.ts";

/** A string that must match a pattern; `fix` tells the author what to write instead. */
export function matching(pattern: RegExp, message: string, fix: string): z.ZodType<string, string> {
  return z.string().refine((text) => pattern.test(text), { message, params: { fix } });
}

/** Text with at least one visible character. */
export const nonEmpty = matching(
  /\S/,
  "is empty",
  "Write the text, or leave the key out where it is optional.",
);

/** What is said of quoted words in a text that is printed as it stands: they would be quoted without being compared. */
export const QUOTES_WORDS = {
  message: "quotes words, and no citation can follow them here",
  params: { fix: "Say it in your own words without the marks, and quote where a citation can follow." },
};

/** Text that is printed as it stands, such as a heading, and so quotes nothing. (zod keeps the object that it is given, and alters it.) */
export const displayText = nonEmpty.refine((text) => !quotesWords(text), { ...QUOTES_WORDS });

/** The most characters of a label in a drawing: what fits beside a mark, or on one line of a phone. */
const LONGEST_LABEL = 40;

/** A few words for a drawing: no Markdown, no citation, no quotation, not long. */
export const plainLabel = displayText
  .refine((text) => !/[[\]{}<>*_`@\\\n]/u.test(text), {
    message: "is not plain text",
    params: {
      fix: "Write it without Markdown, citations and line breaks; those belong in the text beside it.",
    },
  })
  .refine((text) => [...text].length <= LONGEST_LABEL, {
    message: `is longer than ${LONGEST_LABEL} characters`,
    params: { fix: `Say it in at most ${LONGEST_LABEL} characters; the text beside it can say more.` },
  });

/** Text that holds inline Markdown: citations, quotations, emphasis, links. It is parsed and checked with its file. */
export const inlineMarkdown = nonEmpty.describe("inline Markdown");

/** An `http` or `https` address. */
export const webAddress = matching(
  /^https?:\/\/[^\s/?#]+\.?[^\s]*$/,
  "is not a web address",
  "Write the whole address, beginning with https://.",
);
