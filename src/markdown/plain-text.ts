// The words of inline tokens without their markup.
import type { Token } from "markdown-it";

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
