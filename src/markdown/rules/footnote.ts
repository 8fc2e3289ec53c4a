// Footnotes, and the core rule that finds notes which would be lost.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { attach, type Finding } from "../token-meta.ts";

/** Adds footnotes `[^1]` with `[^1]: …`, and `^[…]`. */
export function footnote(parser: MarkdownIt): void {
  parser.use(footnotes);
  // The plugin moves notes to the end in the rule after this one, and drops those that no mark refers to.
  parser.core.ruler.after("inline", "footnote_check", checkNotes);
}

function checkNotes(state: StateCore): void {
  if (state.inlineMode) {
    for (const child of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (child.type === "footnote_ref") attach(child, { findings: [NO_PLACE] });
    }
    return;
  }
  const marked = new Set(state.tokens.flatMap(({ children }) => (children ?? []).flatMap(labelOf)));
  const met = new Set<string>();
  const lost: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== "footnote_reference_open") continue;
    const [label = ""] = labelOf(token);
    const finding = met.has(label) ? secondNote(label) : marked.has(label) ? undefined : unusedNote(label);
    met.add(label);
    if (finding !== undefined) lost.push(carrier(state, finding, state.tokens[index + 1]?.map ?? null));
  }
  state.tokens.push(...lost);
}

function labelOf(token: Token): string[] {
  const label: unknown = token.meta?.label;
  return token.type.startsWith("footnote_ref") && typeof label === "string" ? [label] : [];
}

function carrier(state: StateCore, finding: Finding, map: Token["map"]): Token {
  const token = new state.Token("lost_note", "", 0);
  token.hidden = true;
  token.block = true;
  token.map = map;
  attach(token, { findings: [finding] });
  return token;
}

const NO_PLACE: Finding = {
  code: "footnote-misplaced",
  message: "a footnote stands in a text that has no place for notes",
  fix: "Work the note into the text, in brackets if need be.",
  raw: "^[",
};

function unusedNote(label: string): Finding {
  return {
    code: "note-without-mark",
    message: `no mark in the text leads to the note [^${label}]`,
    fix: `Set the mark [^${label}] where the note belongs, or delete the note.`,
    raw: `[^${label}]:`,
  };
}

function secondNote(label: string): Finding {
  return {
    code: "duplicate-note",
    message: `there is a note [^${label}] already`,
    fix: "Give this one a mark of its own.",
    raw: `[^${label}]:`,
  };
}
