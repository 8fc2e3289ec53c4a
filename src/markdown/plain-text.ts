// The words of inline tokens without their markup.
import type { Token } from "markdown-it";
import type { Prose } from "../model/prose.ts";

const TEXT = ["text", "code_inline", "text_special", "rejected"];

/** The words of a line; a line break is a space. */
export function plainText(children: readonly Token[]): string {
  return children.map(textOf).join("");
}

/** The words that one inline token stands for. */
export function textOf(child: Token): string {
  if (child.type === "softbreak" || child.type === "hardbreak") return " ";
  return TEXT.includes(child.type) ? child.content : "";
}

/** The words of a text of one paragraph, without markup and citations. */
export function wordsOf({ tokens }: Prose): string {
  return tokens
    .map(({ children }) => plainText(children ?? []))
    .join(" ")
    .trim();
}
