// Core rule: a block of official text, which is printed as the words of a law or treaty, holds quotations and nothing else.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { attach, type Finding, metaOf } from "../token-meta.ts";

const NO_TEXT: Readonly<Record<string, string>> = {
  figure: "a picture",
  data_reference: "a data file",
  fence: "code",
  code_block: "code",
};

/** Adds the rule; it needs the tokens that are final. Where the quotations stand is checked with the pack. */
export function officialText(parser: MarkdownIt): void {
  parser.core.ruler.push("official_text", checkBlocks);
}

function checkBlocks(state: StateCore): void {
  let quoted = 0;
  /** For each open block how many block quotations it lies in, where it is one of official text. */
  const open: (number | undefined)[] = [];
  for (const token of state.tokens) {
    if (token.type === "blockquote_open") quoted += 1;
    if (token.type === "blockquote_close") quoted -= 1;
    if (token.type === "container_block_open") open.push(isOfficial(token) ? quoted : undefined);
    if (token.type === "container_block_close") open.pop();
    const around = open.findLast((depth) => depth !== undefined);
    if (around === undefined) continue;
    const what = NO_TEXT[token.type];
    if (what !== undefined) attach(token, { findings: [loose(what, rawOf(token))] });
    if (token.type !== "inline" || quoted > around) continue;
    const words = firstOutsideQuotations(token.children ?? []);
    if (words !== undefined) attach(words, { findings: [loose(show(words.content), words.content.trim())] });
  }
}

/** One that is never closed runs to the end of the file, and is told of already. */
function isOfficial(token: Token): boolean {
  const { block, findings = [] } = metaOf(token);
  return block?.name === "official-text" && !findings.some(({ code }) => code === "unclosed-block");
}

function firstOutsideQuotations(children: readonly Token[]): Token | undefined {
  let quoted = 0;
  return children.find((child) => {
    if (child.type === "quotation_open") quoted += 1;
    if (child.type === "quotation_close") quoted -= 1;
    return quoted === 0 && /[\p{L}\p{N}]/u.test(child.content) && child.type !== "citation";
  });
}

function rawOf(token: Token): string {
  const { figure, data } = metaOf(token);
  return figure?.source ?? data?.source ?? token.content.trim();
}

function show(words: string): string {
  const text = words.replace(/\s+/gu, " ").trim();
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

function loose(what: string, raw: string): Finding {
  const message = `${what} stands in a block of official text and is no quotation`;
  const fix = "Quote it, in a block quotation or between “…”, with a citation; or move it out of the block.";
  return { code: "official-text-unquoted", message, fix, raw };
}
