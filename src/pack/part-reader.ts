// Reads the texts of one part in order: problems add up, and an abbreviation met in one text is known in the next.
import type { Problem } from "../errors.ts";
import type { ParseContext } from "../markdown/environment.ts";
import { type Origin, type ParsedProse, parseBody, parseInline } from "../markdown/parse-prose.ts";
import { slugOf } from "../model/identifiers.ts";
import type { Prose } from "../model/prose.ts";

/** The reader of one part's texts. */
export interface PartReader {
  /** The slug of the part. */
  readonly slug: string;
  /** Reads a body with blocks. */
  readonly body: (text: string, origin: Origin) => Prose;
  /** Reads one line of text without blocks. */
  readonly inline: (text: string, origin: Origin) => Prose;
  /** The problems of everything read so far. */
  readonly problems: () => readonly Problem[];
}

/** Starts reading a part. */
export function readPart(id: string, abbreviations: Readonly<Record<string, string>>): PartReader {
  const problems: Problem[] = [];
  let context: ParseContext = { slug: slugOf(id), abbreviations, abbreviationsMet: [] };
  const take = (parsed: ParsedProse): Prose => {
    problems.push(...parsed.problems);
    context = { ...context, abbreviationsMet: parsed.prose.abbreviationsMet };
    return parsed.prose;
  };
  return {
    slug: context.slug,
    body: (text, origin) => take(parseBody(text, context, origin)),
    inline: (text, origin) => take(parseInline(text, context, origin)),
    problems: () => [...problems],
  };
}
