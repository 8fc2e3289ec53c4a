// Inline rule: Pandoc's bracketed span `[text]{.outside}` marks what comes from outside the sources.
import type { MarkdownIt, StateInline } from "markdown-it";
import { attach } from "../token-meta.ts";

const ATTRIBUTES = /^\{([^}\n]*)\}/;

/** Adds the rule ahead of links. */
export function outsideSpan(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "outside_span", readSpan);
}

function readSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (end < 0) return false;
  const attributes = ATTRIBUTES.exec(state.src.slice(end + 1, state.posMax));
  if (attributes === null) return false;
  const after = end + 1 + attributes[0].length;
  if (!silent) pushSpan(state, end, after, attributes[1]?.trim() ?? "");
  state.pos = after;
  return true;
}

function pushSpan(state: StateInline, end: number, after: number, attributes: string): void {
  const start = state.pos;
  const raw = state.src.slice(start, after);
  const open = state.push("outside_open", "span", 1);
  if (attributes !== ".outside") {
    const finding = {
      code: "unknown-span",
      message: `“{${attributes}}” is not a mark that a pack knows`,
      fix: "Write [text]{.outside} for words that come from outside the sources.",
      raw,
    };
    attach(open, { findings: [finding] });
  }
  const max = state.posMax;
  state.pos = start + 1;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.pos = after;
  state.posMax = max;
  state.push("outside_close", "span", -1);
}
