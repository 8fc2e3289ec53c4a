// Core rule: notes the words behind `@` in a line; whether one is the key of a source is for a check that knows the sources.
import type { MarkdownIt } from "markdown-it";
import { attach } from "../token-meta.ts";

/** A word behind `@`; what stands in an address of mail or of the web is none. */
export const MENTION = /(?<![\p{L}\p{N}_.%+/@-])@([A-Za-z][\w-]*)/gu;

/** Adds the rule ahead of the one that joins text with what a backslash has freed. */
export function mention(parser: MarkdownIt): void {
  parser.core.ruler.after("broken_syntax", "mention", (state) => {
    for (const token of state.tokens) {
      if (token.type !== "inline" || !token.content.includes("@")) continue;
      const mentions = (token.children ?? [])
        .filter(({ type }) => type === "text")
        .flatMap(({ content }) => [...content.matchAll(MENTION)].map(([, key = ""]) => key));
      attach(token, { mentions });
    }
  });
}
