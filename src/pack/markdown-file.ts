// A Markdown file of a pack: front matter and body, each with its places.
import { contentProblem, type Problem } from "../errors.ts";
import type { Origin } from "../markdown/parse-prose.ts";
import { parseYaml, type YamlFile } from "./yaml-file.ts";

/** A Markdown file taken apart. */
export interface MarkdownFile {
  readonly file: string;
  readonly frontMatter: YamlFile;
  readonly body: string;
  /** Places in the body. */
  readonly origin: Origin;
}

/** Takes front matter and body apart; a file without front matter has problems in `frontMatter`. */
export function splitMarkdownFile(file: string, text: string): MarkdownFile {
  const lines = text.split("\n");
  const end =
    lines[0]?.trimEnd() === "---"
      ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---")
      : -1;
  if (end < 0) {
    const frontMatter = { ...parseYaml(file, ""), problems: [noFrontMatter(file, lines[0] ?? "")] };
    return { file, frontMatter, body: text, origin: originAfter(file, 0) };
  }
  const frontMatter = parseYaml(file, lines.slice(1, end).join("\n"), 1);
  return { file, frontMatter, body: lines.slice(end + 1).join("\n"), origin: originAfter(file, end + 1) };
}

function originAfter(file: string, lines: number): Origin {
  return ({ line, column }) => ({ file, line: line + lines, column });
}

function noFrontMatter(file: string, first: string): Problem {
  const opened = first.trimEnd() === "---";
  const message = opened ? "the front matter is never closed" : "the file has no front matter";
  const fix = opened
    ? "End it with a line “---”."
    : "Begin the file with a line “---”, its keys, and another line “---”.";
  return contentProblem("no-front-matter", { file, line: 1, column: 1 }, message, fix);
}
