// Core rule: cells of a table's head and first column become headers with a scope.
import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Adds `scope` to column heads and makes the first cell of each body row that row's header; an empty cell heads nothing. */
export function table(parser: MarkdownIt): void {
  parser.core.ruler.push("table_scope", addScopes);
}

function addScopes(state: StateCore): void {
  let cell = 0;
  let tag = "";
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "tr_open") cell = 0;
    if (token.type === "th_open" || token.type === "td_open") {
      cell += 1;
      const isHeader = token.type === "th_open" || cell === 1;
      tag = isHeader && !isEmpty(state.tokens[index + 1]) ? "th" : "td";
      token.tag = tag;
      if (tag === "th") token.attrSet("scope", token.type === "th_open" ? "col" : "row");
    }
    if (token.type === "th_close" || token.type === "td_close") token.tag = tag;
  }
}

function isEmpty(inline: Token | undefined): boolean {
  return (inline?.content ?? "").trim() === "";
}
