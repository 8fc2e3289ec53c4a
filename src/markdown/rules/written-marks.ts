// Core rule: a quotation mark written as an entity or behind a backslash is the mark that it prints.
import markdownIt, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import { MARK, quotesWords } from "../../model/quotation-marks.ts";
import { plainText } from "../plain-text.ts";

/** Adds the rule ahead of the one that pairs straight marks. Such a mark keeps in `markup` how it is written. */
export function writtenMarks(parser: MarkdownIt): void {
  const pairStraightMarks = ruleOfParser("smartquotes");
  parser.core.ruler.before("smartquotes", "written_marks", (state) => {
    for (const { type, children } of state.tokens) {
      const written = type === "inline" && children !== null ? children.filter(isWrittenMark) : [];
      for (const token of written) {
        token.type = "text";
        // Markdown knows no escape of typographic marks, and would print the backslash before one.
        token.content = token.content.replace(/^\\(?=.)/su, "");
      }
      // markdown-it looks for straight marks in a line as it is written, where an entity shows none.
      if (children !== null && written.length > 0) pairStraightMarks(shownLine(state, children));
    }
  });
}

function isWrittenMark({ type, content }: Token, index: number, children: readonly Token[]): boolean {
  if (type !== "text_special") return false;
  // Behind a number it is the sign of feet or minutes.
  if (/^['′]$/u.test(content)) return !/\p{N}$/u.test(children[index - 1]?.content ?? "");
  return MARK.test(content) || /[‘’]/u.test(content) || quotesWords(`${content}x`);
}

function shownLine({ md, env, Token: TokenOf }: StateCore, children: Token[]): StateCore {
  const line = new TokenOf("inline", "", 0);
  line.content = plainText(children);
  line.children = children;
  const state = new md.core.State(line.content, md, env);
  state.tokens = [line];
  return state;
}

function ruleOfParser(name: string): (state: StateCore) => void {
  const scratch = markdownIt();
  scratch.core.ruler.enableOnly([name]);
  const [rule] = scratch.core.ruler.getRules("");
  if (rule === undefined) throw new Error(`markdown-it has no core rule “${name}” any more.`);
  return rule;
}
