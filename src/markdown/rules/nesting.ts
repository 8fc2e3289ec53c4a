// Core rule: blocks within blocks within blocks are a problem before the parser drops them without a word.
import type { MarkdownIt, StateCore } from "markdown-it";
import { attach } from "../token-meta.ts";

/** The deepest that a block may lie; each list takes two levels. markdown-it itself drops what lies deeper than a hundred. */
const DEEPEST = 24;

/** Adds the rule. It tells of the first block that lies too deep. */
export function nesting(parser: MarkdownIt): void {
  parser.core.ruler.after("block", "nesting", checkNesting);
}

function checkNesting(state: StateCore): void {
  const deep = state.tokens.find(({ level }) => level > DEEPEST);
  if (deep === undefined) return;
  const message = `this text lies within more than ${DEEPEST / 2} lists or quotations`;
  const fix = "Use fewer levels; a reader loses count after three.";
  attach(deep, { findings: [{ code: "nested-too-deeply", message, fix, raw: deep.content }] });
}
