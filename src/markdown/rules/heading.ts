// Core rule: headings get an id that begins with their part's slug, and a permalink.
import type { MarkdownIt, StateCore } from "markdown-it";
import anchors from "markdown-it-anchor";
import { slugify } from "../../model/identifiers.ts";
import { envOf } from "../environment.ts";
import { plainText } from "../plain-text.ts";
import { attach } from "../token-meta.ts";

/** Adds anchors to headings; two headings of one text, one without words, a level 1 and a skipped level are problems. */
export function heading(parser: MarkdownIt): void {
  parser.use(anchors, {
    tabIndex: false,
    slugifyWithState: slugWithNumber,
    permalink: addPermalink,
  });
  parser.core.ruler.push("heading_levels", checkLevels);
}

/** The plugin would try one number after the other on a slug that it has met; this counts. */
function slugWithNumber(text: string, state: StateCore): string {
  const { slug, headingCounts } = envOf(state);
  const wanted = `${slug}-${slugify(text)}`;
  const count = headingCounts.get(wanted) ?? 0;
  headingCounts.set(wanted, count + 1);
  return count === 0 ? wanted : `${wanted}-${count}`;
}

function addPermalink(slug: string, _options: unknown, state: StateCore, index: number): void {
  const inline = state.tokens[index + 1];
  const open = state.tokens[index];
  if (inline === undefined || open === undefined) return;
  const text = inline.content;
  const expected = `${envOf(state).slug}-${slugify(sluggedText(inline.children ?? []))}`;
  if (slug !== expected) {
    attach(open, {
      findings: [
        {
          code: "duplicate-id",
          message: `the heading “${text}” gives the id “${expected}”, which another heading of this part has`,
          fix: "Word one of the two headings differently.",
          raw: text,
        },
      ],
    });
  }
  const permalink = new state.Token("permalink", "a", 0);
  attach(permalink, {
    permalink: { id: slug, label: `Link to “${plainText(inline.children ?? []).trim()}”` },
  });
  inline.children = [...(inline.children ?? []), permalink];
}

/** The text of which the plugin makes a slug. */
function sluggedText(children: readonly { readonly type: string; readonly content: string }[]): string {
  return children
    .filter((child) => child.type === "text" || child.type === "code_inline")
    .map((child) => child.content)
    .join("");
}

function checkLevels(state: StateCore): void {
  let level = 1;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const found = Number(token.tag.slice(1));
    const raw = state.tokens[index + 1]?.content ?? "";
    if (plainText(state.tokens[index + 1]?.children ?? []).trim() === "") {
      const message = "the heading has no words";
      const fix = "Write its words, or delete the line.";
      attach(token, { findings: [{ code: "empty-heading", message, fix, raw: token.markup }] });
    }
    if (found === 1) {
      const message = "a heading of level 1 stands in the text";
      const fix = "Begin with ##; the part's own heading is the title in its front matter.";
      attach(token, { findings: [{ code: "heading-level", message, fix, raw }] });
    } else if (found > level + 1) {
      const message = `a heading of level ${found} follows one of level ${level}`;
      const fix = `Use ${"#".repeat(level + 1)}, so that no level is skipped.`;
      attach(token, { findings: [{ code: "heading-level", message, fix, raw }] });
    }
    level = Math.max(found, 2);
  }
}
