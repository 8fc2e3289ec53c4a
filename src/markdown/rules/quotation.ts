// Core rule: words between double quotation marks become a quotation, whatever stands inside.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { attach, type Finding } from "../token-meta.ts";

const CLOSERS: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“”" };
/** A straight mark is left only where it has no partner; one written as `\"` is another kind of token. */
const MARKS = /[“”«»„"]/;

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
  readonly text: string;
  /** The innermost span of markup in which it opens. */
  readonly within: Token | undefined;
}

function splitAtMarks(state: StateCore, children: readonly Token[]): Token[] {
  const result: Token[] = [];
  const stack: Opened[] = [];
  const spans: Token[] = [];
  for (const child of children) {
    if (child.nesting === 1) spans.push(child);
    if (child.nesting === -1) spans.pop();
    if (child.type !== "text" || !MARKS.test(child.content)) {
      result.push(child);
      continue;
    }
    let rest = child.content;
    for (let at = rest.search(MARKS); at >= 0; at = rest.search(MARKS)) {
      const mark = rest[at] ?? "";
      const opened = stack.at(-1);
      result.push(textToken(state, child, rest.slice(0, at)));
      if (opened?.closers.includes(mark)) {
        result.push(textToken(state, child, mark));
        if (stack.length === 1) result.push(closeQuotation(state, opened, spans.at(-1)));
        stack.pop();
      } else if (CLOSERS[mark] === undefined) {
        result.push(strayMark(state, mark));
      } else {
        const open = new state.Token("quotation_open", "span", 1);
        const text = rest.slice(at, at + 14);
        stack.push({ closers: CLOSERS[mark], token: open, text, within: spans.at(-1) });
        if (stack.length === 1) result.push(open);
        result.push(textToken(state, child, mark));
      }
      rest = rest.slice(at + 1);
    }
    result.push(textToken(state, child, rest));
  }
  for (const { token, text } of stack)
    attach(token, { findings: [unbalanced(text[0] ?? "", "is never closed", text)] });
  const outermost = stack[0];
  if (outermost !== undefined) result.push(closeQuotation(state, outermost, undefined));
  return result.filter((token) => token.type !== "text" || token.content !== "");
}

function closeQuotation(state: StateCore, { token, within }: Opened, span: Token | undefined): Token {
  const close = new state.Token("quotation_close", "span", -1);
  for (const end of within === span ? [] : [token, close]) attach(end, { crossing: true });
  return close;
}

/** A token of its own: text tokens are joined later, and what is attached to one may be lost. */
function strayMark(state: StateCore, mark: string): Token {
  const token = new state.Token("rejected", "", 0);
  token.content = mark;
  attach(token, { findings: [unbalanced(mark, mark === '"' ? "has no partner" : "closes nothing", mark)] });
  return token;
}

function textToken(state: StateCore, like: Token, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  token.level = like.level;
  return token;
}

function unbalanced(mark: string, what: string, raw: string): Finding {
  return {
    code: "unbalanced-quotation",
    message: `the quotation mark ${mark} ${what} in its paragraph`,
    fix:
      mark === '"'
        ? 'Put a pair of marks around the quoted words within one paragraph; write \\" for the sign itself.'
        : "Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
    raw,
  };
}
