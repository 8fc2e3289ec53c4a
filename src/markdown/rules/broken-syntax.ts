// Core rule: what is written like a link or a citation and is none would be printed with its brackets.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { signToken, textToken } from "../reject-signs.ts";
import type { Finding } from "../token-meta.ts";

/** What is said of something that has been left in the text. */
type Tell = (found: string) => Omit<Finding, "raw">;

/** Ways of writing that leave something in the text. Of two at one place the first is told. */
const REMNANTS: readonly (readonly [name: string, pattern: RegExp, tell: Tell])[] = [
  [
    // Pandoc's citation in the text. A name on a network is not followed by passages between brackets.
    "inText",
    /(?<![\p{L}\p{N}_.%+/@-])@[A-Za-z][\w-]*\s*\[(?=[^[\]\d¶]*[\d¶])[^[\]]*\]/u,
    (found) => ({
      code: "malformed-citation",
      message: `“${found}” is no citation that a pack knows`,
      fix: `Write ${found.replace(/^@([\w-]+)\s*\[\s*(.*?)\s*\]$/su, "[@$1, $2]")}.`,
    }),
  ],
  [
    "unclosed",
    /\[(?:[^[\]]*[\s;-])?@[A-Za-z][\w-]*(?:,\s*¶+\s*\d+)?/u,
    (found) => ({
      code: "malformed-citation",
      message: `the citation “${found}” is never closed`,
      fix: "Set “]” at its end, or \\[ at its beginning where no citation is meant.",
    }),
  ],
  [
    "link",
    /\]\([^\s()[\]]*\)?/u,
    (found) => ({
      code: "broken-link",
      message: `“${found}” ends no link, and would be printed as it stands`,
      fix: "Write [words](address) without a citation or a link among the words and without spaces in the address; put a citation after the link.",
    }),
  ],
  [
    "reference",
    /\]\[[^[\]\s][^[\]]*\]/u,
    (found) => ({
      code: "unknown-reference",
      message: `“${found.slice(1)}” is the label of no address, and would be printed as it stands`,
      fix: "Write [words](address), or \\[ where no link is meant.",
    }),
  ],
];

const ANY = new RegExp(REMNANTS.map(([name, { source }]) => `(?<${name}>${source})`).join("|"), "gu");

/** Adds the rule; it needs to know what markdown-it has made of the brackets. */
export function brokenSyntax(parser: MarkdownIt): void {
  parser.core.ruler.after("single_marks", "broken_syntax", (state) => {
    for (const token of state.tokens) {
      if (token.type === "inline" && token.children !== null) {
        token.children = token.children.flatMap((child) => cutOut(state, child));
      }
    }
  });
}

/** Makes tokens of their own of what is at fault in a piece of text; a sign behind a backslash is in no such piece. */
function cutOut(state: StateCore, child: Token): readonly Token[] {
  const matches = child.type === "text" ? [...child.content.matchAll(ANY)] : [];
  if (matches.length === 0) return [child];
  let from = 0;
  const pieces = matches.flatMap(({ 0: found, index, groups }) => {
    const tell = REMNANTS.find(([name]) => groups?.[name] !== undefined)?.[2];
    if (tell === undefined) return [];
    const before = textToken(state, child, child.content.slice(from, index));
    from = index + found.length;
    return [before, signToken(state, found, { ...tell(found), raw: found })];
  });
  const all = [...pieces, textToken(state, child, child.content.slice(from))];
  return all.filter(({ content }) => content !== "");
}
