// Core rule: quoted words in code, and code in a block quotation, would be printed without being compared.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { attach } from "../token-meta.ts";

/** A pair of marks with the text between them; what an equals sign precedes is an attribute or a value. */
const BETWEEN_MARKS =
  /(?<![\p{L}\p{N}=])["“”„‟«»‹「『〝＂‘'](?<words>(?:[^"“”„‟«»‹›「」『』〝〞〟＂‘’']|(?<=\p{L})['’](?=\p{L}))+)["“”‟«»›」』〞〟＂‘’'](?![\p{L}\p{N}])/gu;
/** Words begin at the mark; a tag, an operator or a date is none. */
const WORDS = /^\s?[[(…]?[\p{L}\p{N}].*\p{L}|^\s?[[(…]?\p{L}\p{L}/su;

/** Adds the rule; it needs to know what stands within a quotation. */
export function code(parser: MarkdownIt): void {
  parser.core.ruler.after("unknown_marks", "code", checkCode);
}

function checkCode(state: StateCore): void {
  let quoted = 0;
  for (const token of state.tokens) {
    if (token.type === "blockquote_open") quoted += 1;
    if (token.type === "blockquote_close") quoted -= 1;
    if (token.type === "fence" || token.type === "code_block") {
      if (quoted > 0) rejectBlock(token);
      else rejectQuotation(token);
    }
    let within = quoted;
    for (const child of token.children ?? []) {
      if (child.type === "quotation_open") within += 1;
      if (child.type === "quotation_close") within -= 1;
      if (child.type === "code_inline" && within === 0) rejectQuotation(child);
    }
  }
}

function rejectBlock(token: Token): void {
  const message = "code stands in a block quotation, and only text is compared with the document";
  const fix = "Quote the words as text, without indenting them further or fencing them as code.";
  const [raw = ""] = token.content.trim().split("\n", 1);
  attach(token, { findings: [{ code: "code-in-quotation", message, fix, raw }] });
}

function rejectQuotation(token: Token): void {
  const found = [...token.content.matchAll(BETWEEN_MARKS)].find(({ groups }) =>
    WORDS.test(groups?.words ?? ""),
  );
  if (found === undefined) return;
  const [raw] = found;
  const shown = raw.replace(/\s+/gu, " ");
  const message = `${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown} is quoted in code, and code is not compared with a document`;
  const fix =
    "Quote in the text, between “…” with a citation after the words; leave out the marks where nothing is quoted.";
  attach(token, { findings: [{ code: "quotation-in-code", message, fix, raw }] });
}
