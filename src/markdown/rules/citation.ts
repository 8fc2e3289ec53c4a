// Inline rule: `[@key, ¶3]` becomes one citation token.
import type { MarkdownIt, StateInline } from "markdown-it";
import { looksLikeCitation, parseCitation } from "../citation-syntax.ts";
import { attach } from "../token-meta.ts";

/** Adds the rule ahead of links, which also begin with a square bracket. */
export function citation(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "citation", readCitation);
}

function readCitation(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  const end = state.src.indexOf("]", state.pos);
  if (end < 0 || end >= state.posMax) return false;
  const inner = state.src.slice(state.pos + 1, end);
  const forgotten = /^\s*[\w-]+,\s*¶/u.test(inner);
  if (!looksLikeCitation(inner) && !forgotten) return false;
  if (!silent) {
    const raw = state.src.slice(state.pos, end + 1);
    const parsed = parseCitation(inner);
    const token = state.push("citation", "", 0);
    token.content = raw;
    if ("code" in parsed) attach(token, { findings: [{ ...parsed, raw }] });
    else attach(token, { citation: { items: parsed, raw } });
  }
  state.pos = end + 1;
  return true;
}
