// Core rule: words between single quotation marks would escape the check of quotations; they are a problem outside a quotation.
import type { MarkdownIt, StateCore } from "markdown-it";
import { attach } from "../token-meta.ts";

/** A single mark that opens: at the start, or after a space, a bracket or a dash. Apostrophes are another character by now. */
const OPENING = /(?:^|[\s([{—–-])(‘[^\s’]+)/u;

/** Adds the rule; it needs to know what stands within a quotation. */
export function singleMarks(parser: MarkdownIt): void {
  parser.core.ruler.after("quotation", "single_marks", findSingleMarks);
}

function findSingleMarks(state: StateCore): void {
  let quoted = 0;
  for (const token of state.tokens) {
    if (token.type === "blockquote_open") quoted += 1;
    if (token.type === "blockquote_close") quoted -= 1;
    for (const child of token.children ?? []) {
      if (child.type === "quotation_open") quoted += 1;
      if (child.type === "quotation_close") quoted -= 1;
      const raw = quoted === 0 && child.type === "text" ? OPENING.exec(child.content)?.[1] : undefined;
      if (raw === undefined) continue;
      const message = `${raw} … stands between single quotation marks, and such words are not checked`;
      const fix = "Use double marks for quoted words, and none for others; an apostrophe is ’.";
      // A straight mark in the file has become a typographic one here.
      const straight = `'${raw.slice(1)}`;
      const written = state.src.includes(straight) ? straight : raw;
      attach(child, { findings: [{ code: "single-quotation-marks", message, fix, raw: written }] });
    }
  }
}
