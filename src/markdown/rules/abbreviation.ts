// Core rule: the first use of an abbreviation in a part is followed by what it stands for.
import markdownIt, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import abbreviations from "markdown-it-abbr";
import { envOf } from "../environment.ts";
import { attach, attributeOf } from "../token-meta.ts";

const POSSESSIVE = /^[’']s?(?![\p{L}\p{N}])/u;

/**
 * Adds abbreviations, which come from `pack.yaml` only. The expansion is never put into a quotation, a heading or a
 * compound such as `NATO-led` or `pro-NATO`.
 */
export function abbreviation(parser: MarkdownIt): void {
  // The plugin marks abbreviations ahead of the quotation marks, which then find no partner across the pieces of a text.
  parser.core.ruler.after("unknown_marks", "abbreviation", ruleOfPlugin());
  parser.core.ruler.after("text_join", "abbreviation_first_use", expandFirstUses);
}

/** The rule that markdown-it-abbr adds, wherever it adds it. */
function ruleOfPlugin(): (state: StateCore) => void {
  const scratch = markdownIt();
  const before = new Set(scratch.core.ruler.getRules(""));
  const [added] = scratch
    .use(abbreviations)
    .core.ruler.getRules("")
    .filter((rule) => !before.has(rule));
  if (added === undefined) throw new Error("markdown-it-abbr adds no core rule any more.");
  return added;
}

function expandFirstUses(state: StateCore): void {
  const env = envOf(state);
  let untouched = 0;
  for (const token of state.tokens) {
    if (token.type === "heading_open" || token.type === "blockquote_open") untouched += 1;
    if (token.type === "heading_close" || token.type === "blockquote_close") untouched -= 1;
    if (token.type !== "inline" || token.children === null || untouched > 0) continue;
    const expanded = expandIn(state, token.children, env.abbreviationsMet);
    token.children = expanded.children;
    env.abbreviationsMet = expanded.met;
  }
}

function expandIn(
  state: StateCore,
  children: readonly Token[],
  metBefore: readonly string[],
): { readonly children: Token[]; readonly met: readonly string[] } {
  const result: Token[] = [];
  let met = metBefore;
  let quoted = 0;
  let expansion: string | undefined;
  for (const [index, child] of children.entries()) {
    if (child.type === "quotation_open") quoted += 1;
    if (child.type === "quotation_close") quoted -= 1;
    if (expansion !== undefined && child.type === "text") {
      const possessive = POSSESSIVE.exec(child.content)?.[0] ?? "";
      result.push(
        textToken(state, possessive),
        insertedToken(state, expansion),
        textToken(state, child.content.slice(possessive.length)),
      );
      expansion = undefined;
      continue;
    }
    if (expansion !== undefined) {
      result.push(insertedToken(state, expansion));
      expansion = undefined;
    }
    result.push(child);
    if (child.type !== "abbr_close" || quoted > 0) continue;
    const short = children[index - 1]?.content ?? "";
    if (met.includes(short) || isCompound(children, index)) continue;
    met = [...met, short];
    const open = children[index - 2];
    if (open !== undefined && !isExplained(children, index)) expansion = attributeOf(open, "title");
  }
  if (expansion !== undefined) result.push(insertedToken(state, expansion));
  return { children: result.filter((token) => token.type !== "text" || token.content !== ""), met };
}

function isCompound(children: readonly Token[], closeIndex: number): boolean {
  const before = children[closeIndex - 3];
  const after = children[closeIndex + 1];
  return (
    (before?.type === "text" && /[\p{L}\p{N}][-–‑]$/u.test(before.content)) ||
    (after?.type === "text" && /^[-–‑][\p{L}\p{N}]/u.test(after.content))
  );
}

/** Whether the author has written `Long form (SHORT)`. */
function isExplained(children: readonly Token[], closeIndex: number): boolean {
  const before = children[closeIndex - 3];
  const after = children[closeIndex + 1];
  return (
    before?.type === "text" &&
    before.content.endsWith("(") &&
    after?.type === "text" &&
    after.content.startsWith(")")
  );
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

function insertedToken(state: StateCore, expansion: string): Token {
  const token = textToken(state, ` (${expansion})`);
  attach(token, { inserted: true });
  return token;
}
