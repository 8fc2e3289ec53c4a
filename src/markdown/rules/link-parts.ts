// Core rule: a link has words and an address, and no title, which paper and touch screens do not show.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { plainText } from "../plain-text.ts";
import { attach, attributeOf, type Finding } from "../token-meta.ts";

/** Adds the rule once the line's tokens are there. */
export function linkParts(parser: MarkdownIt): void {
  parser.core.ruler.after("broken_syntax", "link_parts", checkLinks);
}

function checkLinks(state: StateCore): void {
  for (const { children } of state.tokens) {
    let link: Token | undefined;
    const words: Token[] = [];
    for (const child of children ?? []) {
      if (child.type === "link_close" && link !== undefined) {
        attach(link, { findings: findFaults(link, plainText(words)) });
        link = undefined;
      }
      if (link !== undefined) words.push(child);
      if (child.type !== "link_open") continue;
      link = child;
      words.length = 0;
    }
  }
}

function findFaults(token: Token, words: string): readonly Finding[] {
  const raw = token.markup === "autolink" ? "<" : "[";
  const findings: Finding[] = [];
  if (attributeOf(token, "href") === "") {
    const message = `the link “${words}” has no address`;
    const fix = "Write [words](address), or leave the brackets out.";
    findings.push({ code: "link-without-address", message, fix, raw });
  }
  if (words.trim() === "") {
    const message = `the link to “${attributeOf(token, "href")}” has no words`;
    findings.push({ code: "link-without-words", message, fix: "Write [words](address).", raw });
  }
  const title = attributeOf(token, "title");
  if (title !== "") {
    const message = `the link “${words}” has the title “${title}”, which no page would show`;
    const fix = "Put its words into the text, and leave only the address in the brackets.";
    findings.push({ code: "link-title", message, fix, raw });
  }
  return findings;
}
