// What a parse is told, and what its rules hand to each other, through markdown-it's environment object.
import type { Env } from "markdown-it";

/** What a parse is told of the part in which the text stands. */
export interface ParseContext {
  /** The slug of the part, which every id begins with. */
  readonly slug: string;
  /** Abbreviations and their expansions. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Abbreviations already expanded earlier in the part. */
  readonly abbreviationsMet: readonly string[];
}

/** The environment of one parse, as the rules see it. */
export interface BriefingEnv extends Env {
  readonly slug: string;
  /** markdown-it-footnote puts this into the ids of notes. */
  readonly docId: string;
  /** markdown-it-abbr reads this; each key begins with a colon. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** How often each id of a heading was wanted so far. */
  readonly headingCounts: Map<string, number>;
  /** Grows as the abbreviation rule meets new ones. */
  abbreviationsMet: readonly string[];
}

/** The environment that a parse starts with. */
export function createEnv(context: ParseContext): BriefingEnv {
  const entries = Object.entries(context.abbreviations);
  return {
    slug: context.slug,
    docId: context.slug,
    headingCounts: new Map(),
    abbreviationsMet: context.abbreviationsMet,
    ...(entries.length > 0
      ? { abbreviations: Object.fromEntries(entries.map(([short, long]) => [`:${short}`, long])) }
      : {}),
  };
}

/** The environment as its project type; every parse goes through `createEnv`. */
export function envOf(state: { readonly env: Env }): BriefingEnv {
  return state.env as BriefingEnv;
}
