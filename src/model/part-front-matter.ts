// The schemas of the front matter of the summary and of appendices.
import { z } from "zod";
import { partId } from "./identifiers.ts";
import { displayText } from "./text.ts";

/** The front matter of `content/summary.md`. */
export const summarySchema = z.strictObject({
  /** The heading of the summary. */
  title: displayText,
});

/** The front matter of `content/appendices/*.md`. */
export const appendixSchema = z
  .strictObject({
    /** The part's id. */
    id: partId,
    /** The heading of the part. */
    title: displayText,
    /** A short form for running heads and lists; the heading where left out. */
    "short-title": displayText.optional(),
  })
  .transform(({ "short-title": shortTitle, ...rest }) => ({ ...rest, shortTitle: shortTitle ?? rest.title }));
