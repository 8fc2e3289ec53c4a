// The Markdown of a pack: markdown-it with one ordered table of rules.
import markdownIt, { type MarkdownIt } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import { abbreviation } from "./rules/abbreviation.ts";
import { blockIds } from "./rules/block-ids.ts";
import { brokenSyntax } from "./rules/broken-syntax.ts";
import { citation } from "./rules/citation.ts";
import { code } from "./rules/code.ts";
import { fencedBlock } from "./rules/fenced-block.ts";
import { figure } from "./rules/figure.ts";
import { footnote } from "./rules/footnote.ts";
import { heading } from "./rules/heading.ts";
import { html } from "./rules/html.ts";
import { linkParts } from "./rules/link-parts.ts";
import { mention } from "./rules/mention.ts";
import { nesting } from "./rules/nesting.ts";
import { officialText } from "./rules/official-text.ts";
import { outsideSpan } from "./rules/outside-span.ts";
import { quotation } from "./rules/quotation.ts";
import { singleMarks } from "./rules/single-marks.ts";
import { surplusCells } from "./rules/surplus-cells.ts";
import { table } from "./rules/table.ts";
import { unknownMarks } from "./rules/unknown-marks.ts";
import { writtenMarks } from "./rules/written-marks.ts";

/** The rules in the order in which they are added; a rule that needs another's tokens comes after it. */
const RULES: readonly (readonly [name: string, add: (parser: MarkdownIt) => void])[] = [
  ["nesting", nesting],
  ["fenced block", fencedBlock],
  ["surplus cells", surplusCells],
  ["definition list", definitionLists],
  ["footnote", footnote],
  ["citation", citation],
  ["outside span", outsideSpan],
  ["HTML", html],
  ["written marks", writtenMarks],
  ["quotation", quotation],
  ["single marks", singleMarks],
  ["unknown marks", unknownMarks],
  ["broken syntax", brokenSyntax],
  ["link parts", linkParts],
  ["mention", mention],
  ["code", code],
  ["abbreviation", abbreviation],
  ["heading", heading],
  ["figure", figure],
  ["table", table],
  ["block ids", blockIds],
  ["official text", officialText],
];

/**
 * A parser for the Markdown of a pack. HTML is off; straight quotation marks become typographic ones and nothing else of the
 * author's text is changed. Every address reaches the checks, which judge it, so that none is dropped silently.
 */
export function createParser(): MarkdownIt {
  const parser = markdownIt({ html: false, linkify: false, typographer: true, quotes: "“”‘’" });
  parser.core.ruler.disable("replacements");
  parser.validateLink = () => true;
  for (const [, add] of RULES) add(parser);
  return parser;
}
