// The one way from Markdown text to `Prose` and the problems found on the way.
import type { Token } from "markdown-it";
import { contentProblem, type Place, type Problem } from "../errors.ts";
import type { Prose } from "../model/prose.ts";
import { collectFacts, type Places } from "./collect-facts.ts";
import { type BriefingEnv, createEnv, type ParseContext } from "./environment.ts";
import { createLocator, type TextPosition } from "./locate.ts";
import { createParser } from "./parser.ts";

const parser = createParser();

/** Turns a position in a text into a place in its file. */
export type Origin = (position: TextPosition) => Place;

/** What parsing gives. */
export interface ParsedProse {
  readonly prose: Prose;
  readonly problems: readonly Problem[];
}

/** Parses a body of Markdown with headings, paragraphs and blocks. Never throws; what is wrong is a problem. */
export function parseBody(text: string, context: ParseContext, origin: Origin): ParsedProse {
  const env = createEnv(context);
  const tokens = parser.parse(text, env);
  const places = placesIn(text, origin);
  const parsed = gather(tokens, context, places, env.abbreviationsMet);
  return { ...parsed, problems: [...parsed.problems, ...findUnusedReferences(parsed.prose, env, places)] };
}

/** Parses one line of text without blocks, such as a cell of a comparison. */
export function parseInline(text: string, context: ParseContext, origin: Origin): ParsedProse {
  const env = createEnv(context);
  const tokens = parser.parseInline(text, env);
  const { find, take, pass, whole } = placesIn(text, origin);
  // markdown-it says of a text without blocks that it has one line, however many it has.
  const places: TextPlaces = {
    find: (raw, _block, other) => find(raw, null, other),
    take: (raw) => take(raw, null),
    pass: (raw) => pass(raw, null),
    whole,
  };
  return gather(tokens, context, places, env.abbreviationsMet);
}

/** Lines such as `[label]: address` that no link uses; Markdown would drop them without a word. */
function findUnusedReferences({ links, images }: Prose, env: BriefingEnv, places: Places): Problem[] {
  const used = new Set([...links.map(({ href }) => href), ...images.map(({ source }) => source)]);
  return Object.values(env.references ?? {})
    .filter(({ href }) => !used.has(href))
    .map(({ href }) => {
      const message = `no link uses the reference to “${href}”, whose line would be lost`;
      const fix = "Delete the line, or put a backslash before it where it is meant as text.";
      return contentProblem("unused-reference", places.find(`]: ${href}`, null, href), message, fix);
    });
}

interface TextPlaces extends Places {
  /** Where the text begins. */
  readonly whole: Place;
}

function placesIn(text: string, origin: Origin): TextPlaces {
  const { find, take, pass } = createLocator(text);
  return {
    find: (raw, block, other) => origin(find(raw, block, other)),
    take: (raw, block) => origin(take(raw, block)),
    pass,
    whole: origin({ line: 1, column: 1 }),
  };
}

function gather(
  tokens: readonly Token[],
  context: ParseContext,
  places: TextPlaces,
  abbreviationsMet: readonly string[],
): ParsedProse {
  const { findings, ...facts } = collectFacts(tokens, context.slug, places);
  const problems = findings.map(({ code, place, message, fix }) => contentProblem(code, place, message, fix));
  return { prose: { place: places.whole, tokens, ...facts, abbreviationsMet }, problems };
}
