// Core rule: words between double quotation marks become a quotation, whatever stands inside.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { CLOSERS, MARK } from "../../model/quotation-marks.ts";
import { signToken, textToken } from "../reject-signs.ts";
import { attach, type Finding } from "../token-meta.ts";

/** Adds the rule after straight marks have become typographic ones. */
export function quotation(parser: MarkdownIt): void {
  parser.core.ruler.after("smartquotes", "quotation", markQuotations);
}

function markQuotations(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === "inline" && token.children !== null)
      token.children = splitAtMarks(state, token.children);
  }
}

interface Opened {
  readonly closers: string;
  readonly token: Token;
  readonly mark: string;
  /** The mark and what follows it, as written. */
  readonly raw: string;
  /** The innermost span of markup in which it opens. */
  readonly within: Token | undefined;
}

function splitAtMarks(state: StateCore, children: readonly Token[]): Token[] {
  const result: Token[] = [];
  const stack: Opened[] = [];
  const spans: Token[] = [];
  for (const [index, child] of children.entries()) {
    if (child.nesting === 1) spans.push(child);
    if (child.nesting === -1) spans.pop();
    if (child.type !== "text" || !MARK.test(child.content)) {
      result.push(child);
      continue;
    }
    const written = asWritten(child, children[index + 1]);
    let rest = child.content;
    for (let at = rest.search(MARK); at >= 0; at = rest.search(MARK)) {
      const mark = rest[at] ?? "";
      const opened = stack.at(-1);
      result.push(textToken(state, child, rest.slice(0, at)));
      if (opened?.closers.includes(mark)) {
        result.push(textToken(state, child, mark));
        if (stack.length === 1) result.push(closeQuotation(state, opened, spans.at(-1), written));
        stack.pop();
      } else if (isSignOfInches(child, result)) {
        result.push(textToken(state, child, mark));
      } else if (CLOSERS[mark] === undefined) {
        result.push(strayMark(state, mark, written));
      } else {
        const open = new state.Token("quotation_open", "span", 1);
        open.markup = written;
        const raw = written === "" ? rest.slice(at, at + 14) : written;
        stack.push({ closers: CLOSERS[mark], token: open, mark, raw, within: spans.at(-1) });
        if (stack.length === 1) result.push(open);
        result.push(textToken(state, child, mark));
      }
      rest = rest.slice(at + 1);
    }
    result.push(textToken(state, child, rest));
  }
  for (const { token, mark, raw } of stack)
    attach(token, { findings: [unbalanced(mark, "is never closed", raw, token.markup !== "")] });
  const outermost = stack[0];
  if (outermost !== undefined) result.push(closeQuotation(state, outermost, undefined, ""));
  return result.filter((token) => token.type !== "text" || token.content !== "");
}

/** A straight mark without a partner, behind a number and written as one that is meant as a sign. */
function isSignOfInches({ content, markup }: Token, before: readonly Token[]): boolean {
  if (content !== '"' || markup === "") return false;
  return /\p{N}$/u.test(before.findLast((token) => token.content !== "")?.content ?? "");
}

/** How a mark is written that is an entity or escaped, with the letters that follow; the empty text for any other. */
function asWritten({ markup }: Token, next: Token | undefined): string {
  return markup === "" ? "" : `${markup}${/^[\p{L}\p{N}]*/u.exec(next?.content ?? "")?.[0] ?? ""}`;
}

function closeQuotation(
  state: StateCore,
  { token, within }: Opened,
  span: Token | undefined,
  markup: string,
): Token {
  const close = new state.Token("quotation_close", "span", -1);
  close.markup = markup;
  for (const end of within === span ? [] : [token, close]) attach(end, { crossing: true });
  return close;
}

function strayMark(state: StateCore, mark: string, written: string): Token {
  const what = mark === '"' ? "has no partner" : "closes nothing";
  return signToken(state, mark, unbalanced(mark, what, written === "" ? mark : written, written !== ""));
}

function unbalanced(mark: string, what: string, raw: string, written: boolean): Finding {
  const rest =
    mark !== '"'
      ? "use a block quotation for more."
      : written
        ? 'written so, it is a sign only after a number, as in 12\\".'
        : 'write \\" for the sign itself.';
  return {
    code: "unbalanced-quotation",
    message: `the quotation mark ${mark} ${what} in its paragraph`,
    fix: `Put a pair of marks around the quoted words within one paragraph; ${rest}`,
    raw,
  };
}
