// Core rule: an image alone in its paragraph becomes a figure, or shows a data file.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { quotesWords } from "../../model/quotation-marks.ts";
import { plainText } from "../plain-text.ts";
import { attach, attributeOf, type Finding } from "../token-meta.ts";

/** Adds figures `![Alternative text](../images/map.png "Credit")` and data lines `![Caption](../data/file.yaml)`. */
export function figure(parser: MarkdownIt): void {
  parser.core.ruler.before("anchor", "figure", makeFigures);
}

function makeFigures(state: StateCore): void {
  const result: Token[] = [];
  for (let index = 0; index < state.tokens.length; index += 1) {
    const token = state.tokens[index];
    if (token === undefined) continue;
    const inline = state.tokens[index + 1];
    const image = token.type === "paragraph_open" ? onlyImage(inline) : undefined;
    if (image !== undefined) {
      result.push(figureToken(state, token, image));
      index += 2;
      continue;
    }
    if (token.type === "inline") rejectImagesWithin(token);
    result.push(token);
  }
  state.tokens = result;
}

function onlyImage(inline: Token | undefined): Token | undefined {
  const children = inline?.children ?? [];
  return children.length === 1 && children[0]?.type === "image" ? children[0] : undefined;
}

function figureToken(state: StateCore, paragraph: Token, image: Token): Token {
  const source = attributeOf(image, "src");
  const words = plainText(image.children ?? []);
  const isData = /\.ya?ml$/.test(source);
  const token = new state.Token(isData ? "data_reference" : "figure", isData ? "div" : "figure", 0);
  token.block = true;
  token.map = paragraph.map;
  token.level = paragraph.level;
  if (isData) {
    attach(token, { data: { source, caption: words }, findings: quoting("the caption", words) });
    if (paragraph.level > 0) attach(token, { findings: [nested(source)] });
    return token;
  }
  const credit = attributeOf(image, "title");
  attach(token, { figure: { source, alternative: words, credit } });
  attach(token, { findings: lacking(words, credit, source) });
  attach(token, { findings: quoting("the description of the image", words) });
  attach(token, { findings: quoting("the credit of the image", credit) });
  return token;
}

function nested(raw: string): Finding {
  const message = "a data file is shown inside another block";
  return {
    code: "data-nested",
    message,
    fix: "Give the line a place of its own, outside lists and blocks.",
    raw,
  };
}

function lacking(alternative: string, credit: string, raw: string): readonly Finding[] {
  const findings: Finding[] = [];
  const fix =
    'Write ![What the picture shows](../images/name.png "Credit: who made it, under which licence").';
  if (alternative.trim() === "") {
    findings.push({ code: "image-alternative", message: "the image has no alternative text", fix, raw });
  }
  if (credit.trim() === "")
    findings.push({ code: "image-credit", message: "the image has no credit", fix, raw });
  return findings;
}

function quoting(what: string, text: string): readonly Finding[] {
  if (!quotesWords(text)) return [];
  const message = `${what} quotes words, and no citation can follow them there`;
  const fix = "Leave the marks out, or quote in the text beside it with a citation.";
  return [{ code: "quotation-in-caption", message, fix, raw: "![" }];
}

function rejectImagesWithin(inline: Token): void {
  for (const child of inline.children ?? []) {
    if (child.type !== "image") continue;
    const raw = attributeOf(child, "src");
    const message = "an image or a data file stands within a line of text";
    const fix = "Put it in a paragraph of its own.";
    attach(child, { findings: [{ code: "image-within-text", message, fix, raw }] });
  }
}
