// An SVG picture is a document that can run and load; a picture of a pack may do neither.
import { contentProblem, type Problem } from "../errors.ts";

const ACTIVE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a script", /<\s*(?:[\w-]+:)?script\b/i],
  ["an event handler", /\son[a-z]+\s*=/i],
  ["foreign markup", /<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object)\b/i],
  [
    "a link or a picture from elsewhere",
    /(?:href|src)\s*=\s*["']?\s*(?!["'#]|data:image\/(?:png|jpeg|gif|webp))[^\s>]/i,
  ],
  ["styles from elsewhere", /@import|url\(\s*["']?\s*(?!["'#]|data:)[^)\s]|<\?xml-stylesheet/i],
  ["a declaration of entities", /<!ENTITY/i],
];

/** A problem where an SVG holds anything that runs or loads; it is copied to the site, where a reader may open it by itself. */
export function checkSvg(file: string, text: string): Problem | undefined {
  const found = ACTIVE.find(([, pattern]) => pattern.test(text));
  if (found === undefined) return undefined;
  const [what, pattern] = found;
  const before = text.slice(0, pattern.exec(text)?.index ?? 0).split("\n");
  const place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const fix = "Remove it, or export the picture as plain SVG or PNG.";
  return contentProblem("active-svg", place, `the picture ${file} holds ${what}`, fix);
}
