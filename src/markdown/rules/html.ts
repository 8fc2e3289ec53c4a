// Inline rule: an HTML comment or tag is a problem; it would otherwise be printed as text.
import type { MarkdownIt, StateInline } from "markdown-it";
import { attach } from "../token-meta.ts";

const HTML = /<(?:!--|!\[CDATA\[|!DOCTYPE|\?|\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>)/iy;

/** Adds the rule after autolinks such as `<https://example.org>`. */
export function html(parser: MarkdownIt): void {
  parser.inline.ruler.after("autolink", "html_rejected", rejectHtml);
}

function rejectHtml(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "<") return false;
  HTML.lastIndex = state.pos;
  const raw = HTML.exec(state.src)?.[0];
  if (raw === undefined || state.pos + raw.length > state.posMax) return false;
  if (!silent) {
    const token = state.push("rejected", "", 0);
    token.content = raw;
    const comment = raw.startsWith("<!--");
    attach(token, {
      findings: [
        {
          code: "html-in-text",
          message: comment ? "an HTML comment stands in the text" : `the HTML tag ${raw} stands in the text`,
          fix: comment
            ? "Delete it; notes to yourself belong under `notes` in pack.yaml."
            : "Use Markdown; write &lt; where you mean the sign itself.",
          raw,
        },
      ],
    });
  }
  state.pos += raw.length;
  return true;
}
