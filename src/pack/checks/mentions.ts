// Check: no source is named in the text by its key alone, as Pandoc would allow; it would be printed as a word.
import { contentProblem } from "../../errors.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import type { Check } from "./check-context.ts";

/** Finds `@key` outside brackets. Other names behind the sign are names on a network, and left alone. */
export const checkMentions: Check = ({ parts, sources }) =>
  parts
    .flatMap(proseOfPart)
    .flatMap(({ mentions }) => mentions)
    .filter(({ key }) => sources.some((source) => source.key === key))
    .map(({ key, place }) => {
      const message = `“@${key}” stands in the text without brackets, and would be printed as it stands`;
      const fix = `Write [@${key}, ¶3], or \\@${key} where no citation is meant.`;
      return contentProblem("malformed-citation", place, message, fix);
    });
