// Signs in the text of a line, outside its quotations, as tokens of their own that bear a finding.
import type { StateCore, Token } from "markdown-it";
import type { FoundSign } from "../model/quotation-marks.ts";
import { textOf } from "./plain-text.ts";
import { attach, type Finding } from "./token-meta.ts";

/** What is found wrong with a sign; where it stands is known here. */
type SignFinding = Omit<Finding, "raw">;

/**
 * Makes a token of its own of each sign that `find` finds in a line of text without its quotations. Text tokens are joined and
 * made anew by later rules, and what is attached to one would be lost.
 */
export function rejectSigns(
  state: StateCore,
  find: (line: string) => readonly FoundSign[],
  tell: (sign: FoundSign) => SignFinding,
): void {
  let quoted = 0;
  for (const token of state.tokens) {
    if (token.type === "blockquote_open") quoted += 1;
    if (token.type === "blockquote_close") quoted -= 1;
    if (token.type !== "inline" || token.children === null || quoted > 0) continue;
    const pieces = textOutsideQuotations(token.children);
    const signs = find(pieces.join(""));
    if (signs.length > 0) token.children = cutOut(state, token.children, pieces, signs, tell);
  }
}

/** For each token of a line its text, so that a sign is seen with what stands before and after it; quoted words are blanks. */
function textOutsideQuotations(children: readonly Token[]): readonly string[] {
  let quoted = 0;
  return children.map((child) => {
    if (child.type === "quotation_open") quoted += 1;
    if (child.type === "quotation_close") quoted -= 1;
    const text = textOf(child);
    if (child.type === "citation" || quoted > 0) return " ".repeat(Math.max(1, text.length));
    return child.type === "code_inline" ? "x".repeat(text.length) : text;
  });
}

function cutOut(
  state: StateCore,
  children: readonly Token[],
  pieces: readonly string[],
  signs: readonly FoundSign[],
  tell: (sign: FoundSign) => SignFinding,
): Token[] {
  let begin = 0;
  let next = 0;
  return children.flatMap((child, index) => {
    const end = begin + (pieces[index] ?? "").length;
    const result: Token[] = [];
    let from = 0;
    for (let sign = signs[next]; sign !== undefined && sign.index < end; sign = signs[next]) {
      next += 1;
      if (child.type !== "text") continue;
      const at = sign.index - begin;
      const word = /^[\p{L}\p{N}]*/u.exec(child.content.slice(at + sign.sign.length))?.[0] ?? "";
      const raw = child.markup === "" ? `${sign.sign}${word}` : child.markup;
      result.push(textToken(state, child, child.content.slice(from, at)));
      result.push(signToken(state, child.content.slice(at, at + sign.sign.length), { ...tell(sign), raw }));
      from = at + sign.sign.length;
    }
    begin = end;
    if (result.length === 0) return [child];
    return [...result, textToken(state, child, child.content.slice(from))].filter(
      ({ content }) => content !== "",
    );
  });
}

/** A piece of a text token. */
export function textToken(state: StateCore, like: Token, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  token.level = like.level;
  return token;
}

/** A sign that is a problem. */
export function signToken(state: StateCore, content: string, finding: Finding): Token {
  const token = new state.Token("rejected", "", 0);
  token.content = content;
  attach(token, { findings: [finding] });
  return token;
}
