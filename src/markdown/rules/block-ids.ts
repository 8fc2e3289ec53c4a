// Core rule: paragraphs and list items get an id, paragraphs a permalink, so that every statement can be pointed to.
import type { MarkdownIt, StateCore } from "markdown-it";
import { envOf } from "../environment.ts";
import { attach } from "../token-meta.ts";

/** Adds ids `<part>-para-<n>` and `<part>-item-<n>`, counted from 1 in the order of the text. */
export function blockIds(parser: MarkdownIt): void {
  parser.core.ruler.push("block_ids", addIds);
}

function addIds(state: StateCore): void {
  if (state.inlineMode) return;
  const { slug } = envOf(state);
  let paragraphs = 0;
  let items = 0;
  let inNotes = false;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "footnote_block_open") inNotes = true;
    if (inNotes) continue;
    if (token.type === "list_item_open") {
      items += 1;
      token.attrSet("id", `${slug}-item-${items}`);
    }
    if (token.type !== "paragraph_open" || token.hidden) continue;
    paragraphs += 1;
    const id = `${slug}-para-${paragraphs}`;
    token.attrSet("id", id);
    const inline = state.tokens[index + 1];
    if (inline?.children == null) continue;
    const permalink = new state.Token("permalink", "a", 0);
    attach(permalink, { permalink: { id, label: `Link to paragraph ${paragraphs}` } });
    inline.children = [...inline.children, permalink];
  }
}
