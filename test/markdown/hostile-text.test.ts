// Text that is meant to break a parser: nothing throws, nothing of it becomes HTML, and time grows with the length.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeNotes } from "../../src/markdown/notes/place-notes.ts";
import { renderInlineProse, renderProse } from "../../src/markdown/render.ts";
import { readLink } from "../../src/model/links.ts";
import { parse, parseLine, WEB } from "./sample-view.ts";

/** The elements that the renderer writes, and the attributes of each. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  a: ["class", "href", "aria-label", "id"],
  abbr: ["title"],
  blockquote: ["class"],
  br: [],
  code: ["class"],
  dd: [],
  div: ["class", "id", "role", "aria-label", "tabindex"],
  dl: ["class"],
  dt: [],
  em: [],
  figcaption: [],
  figure: ["class"],
  h1: ["id"],
  h2: ["id"],
  h3: ["id"],
  h4: ["id"],
  h5: ["id"],
  h6: ["id"],
  hr: [],
  img: ["src", "alt"],
  li: ["id", "class"],
  ol: ["start"],
  p: ["id", "class"],
  pre: [],
  section: ["class", "aria-label"],
  span: ["class", "id", "data-source-line"],
  strong: [],
  sup: ["class"],
  table: [],
  tbody: [],
  td: ["style"],
  th: ["scope", "style"],
  thead: [],
  tr: [],
  ul: [],
};
const VOID = ["br", "hr", "img"];

/** Reads HTML as strictly as can be and tells what the renderer cannot have written, and tags that do not match. */
function findForeign(html: string): string[] {
  const foreign: string[] = [];
  const open: string[] = [];
  const tags = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|[<>]/g;
  for (const [whole, slash, name = "", attributes = ""] of html.matchAll(tags)) {
    const allowed = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
    if (allowed === undefined) foreign.push(whole);
    for (const [, attribute = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (!allowed?.includes(attribute)) foreign.push(`${name} ${attribute}`);
      if (attribute === "style" && !/^text-align:(left|right|center)$/.test(value)) foreign.push(value);
    }
    if (slash === "/" && open.pop() !== name) foreign.push(`unmatched ${whole}`);
    if (slash === "" && !VOID.includes(name)) open.push(name);
  }
  return [...foreign, ...open.map((name) => `never closed: ${name}`)];
}

/** What is wrong with the HTML of a text, where the text has no problem of its own; addresses are judged as the checks do. */
function faultsOf(text: string, inline: boolean): string[] {
  const { prose, problems } = inline ? parseLine(text) : parse(text);
  if (problems.length > 0) return [];
  const keys = prose.citations.flatMap(({ items }) => items.map(({ key }) => key));
  if (keys.some((key) => WEB.sourceOf(key) === undefined)) return [];
  const addresses = [...prose.links.map(({ href }) => href), ...prose.images.map(({ source }) => source)];
  if (addresses.some((address) => readLink(address, "sources/s1.md").kind === "refused")) return [];
  if (prose.data.length > 0) return [];
  const html = inline ? renderInlineProse(prose, WEB) : renderProse(prose, WEB);
  const scripts = html.match(/(?:href|src)="\s*(?:javascript|vbscript|data):/gi) ?? [];
  // On paper, notes stand within the text.
  const printed = inline ? "" : renderProse(placeNotes(prose), WEB);
  return [...findForeign(html), ...findForeign(printed), ...scripts];
}

const PIECES = [
  "[",
  "]",
  "(",
  ")",
  "{",
  "}",
  "<",
  ">",
  "!",
  '"',
  "'",
  "“",
  "”",
  "«",
  "»",
  "„",
  "‘",
  "’",
  "‹",
  "「",
  "″",
  ",,",
  "&ldquo;",
  "&rdquo;",
  "&quot;",
  "&apos;",
  '\\"',
  "\\“",
  "5",
  "`“x y”`",
  "`",
  "*",
  "_",
  "\\",
  "&",
  "#",
  ":",
  ";",
  "|",
  "-",
  "+",
  "~",
  "=",
  "^",
  "@",
  "¶",
  "\n",
  "\n\n",
  " ",
  "    ",
  "\t",
  "> ",
  "- ",
  "1. ",
  "## ",
  "| a | b |\n| - | - |\n",
  "[@a, ¶1]",
  "[@b, ¶2, quoting X]",
  "[@",
  "{.outside}",
  "[x]{.outside}",
  "[x](y)",
  "[x](javascript:alert(1))",
  "](",
  '![x](y "z")',
  "::: precis ¶1\n",
  "::: judgement high\n",
  "::: official-text\n",
  "\n:::\n",
  ":::",
  "[^1]",
  "[^1]: n\n",
  "^[n]",
  "<b>",
  "<img src=x onerror=alert(1)>",
  "<!--",
  "-->",
  "<script>",
  "&lt;",
  "&#x3c;",
  "NATO",
  "UN",
  "term\n: text\n",
  "```\n",
  "https://example.org/",
  '<https://x.example/">',
  "__proto__",
  "constructor",
  "[__proto__]: x\n",
  "Їжак",
  "\u0000",
  "\u0007",
  "\u001b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "😀",
] as const;
const hostile = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

describe("arbitrary text", () => {
  test("never makes a parse throw, and every place lies within it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = text.split("\n");
        for (const { prose, problems } of [parse(text), parseLine(text)]) {
          const places = [
            ...problems,
            ...prose.citations,
            ...prose.quotations,
            ...prose.links,
            ...prose.ids,
          ].map(({ place }) => place);
          for (const place of places) {
            expect(place?.line).toBeLessThanOrEqual(lines.length);
            expect(place?.column).toBeLessThanOrEqual((lines[(place?.line ?? 0) - 1] ?? "").length + 1);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("becomes HTML of the renderer's own elements and attributes alone", () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, inline) => {
        expect(faultsOf(text, inline)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test("keeps its letters and digits on the way to HTML", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zа-яїєі0-9 .,]{1,20}$/u), { maxLength: 8 }),
        (paragraphs) => {
          const html = renderProse(parse(paragraphs.join("\n\n")).prose, WEB);
          const wanted = paragraphs.join("").replace(/[^\p{L}\p{N}]/gu, "");
          const kept = html.replace(/<[^>]*>/g, "").replace(/[^\p{L}\p{N}]/gu, "");
          // A line of digits and a full stop is the mark of a list, which HTML counts itself.
          if (!paragraphs.some((paragraph) => /^ *\d+\.( |$)/.test(paragraph))) expect(kept).toBe(wanted);
        },
      ),
    );
  });
});

describe("the check of HTML", () => {
  test.each([
    "<b>x</b>",
    '<p onclick="x">x</p>',
    "<p>x",
    "x</p>",
    "<em><a></em></a>",
    "5 < 6",
    '<td style="x">y</td>',
  ])("catches %s", (html) => {
    expect(findForeign(html)).not.toEqual([]);
  });
});

const LONG: readonly (readonly [name: string, make: (count: number) => string])[] = [
  ["brackets", (count) => "[".repeat(count)],
  ["nested brackets", (count) => `${"[".repeat(count)}a${"]".repeat(count)}`],
  ["brackets that might be citations", (count) => "[@a, ".repeat(count)],
  ["brackets that might be spans", (count) => "[a{.outside} ".repeat(count)],
  ["brackets that might be notes", (count) => "^[".repeat(count)],
  ["brackets that might be images", (count) => "![".repeat(count)],
  ["tags without end", (count) => "<a ".repeat(count)],
  ["comments without end", (count) => "<!-- ".repeat(count)],
  ["straight quotation marks", (count) => '"a b" '.repeat(count)],
  ["opening quotation marks", (count) => "“a ".repeat(count)],
  ["closing quotation marks", (count) => "a” ".repeat(count)],
  ["apostrophes", (count) => "'a ".repeat(count)],
  ["quotations with citations", (count) => "“a” [@a, ¶1] ".repeat(count)],
  ["one citation of many sources", (count) => `[${"@a, ¶1; ".repeat(count)}@a]`],
  ["one citation of many passages", (count) => `[@a, ¶1${", 1".repeat(count)}]`],
  ["emphasis without end", (count) => "*a **b _c ".repeat(count)],
  ["links", (count) => "[*a*](b) ".repeat(count)],
  ["abbreviations", (count) => "NATO ".repeat(count)],
  ["backticks", (count) => "`a ``b ".repeat(count)],
  ["escapes", (count) => '\\"'.repeat(count)],
  ["marks as entities", (count) => "&ldquo;a&rdquo; &quot;b ".repeat(count)],
  ["single marks", (count) => "‘a ".repeat(count)],
  ["single marks in markup", (count) => "'a *b’* ".repeat(count)],
  ["signs that look like marks", (count) => "‹a ″b ,,c ".repeat(count)],
  ["marks in code", (count) => "`“a` `'b 'c` ".repeat(count)],
  ["marks in one piece of code", (count) => `\`\`\`\n${"\"a 'b “c ".repeat(count)}\n\`\`\``],
  ["official text", (count) => `::: official-text\n${"“a” b [@a, ¶1]\n\n> c\n\n".repeat(count / 8)}:::`],
  ["entities", (count) => "&amp;".repeat(count)],
  ["a long line", (count) => "word ".repeat(count)],
  ["block quotations in block quotations", (count) => `${">".repeat(count)}a`],
  ["blocks", (count) => "::: precis ¶1\nx\n:::\n\n".repeat(count / 4)],
  ["blocks without end", (count) => "::: precis ¶1\n".repeat(count / 4)],
  ["headings of one text", (count) => "## a\n\n".repeat(count / 4)],
  ["rows of a table", (count) => `| a | b |\n| - | - |\n${"| “x” [@a, ¶1] | y |\n".repeat(count / 4)}`],
  ["cells beyond the head", (count) => `| a |\n| - |\n${"| b | c |\n".repeat(count / 4)}`],
  ["one row of cells", (count) => `| a |\n| - |\n${"| b ".repeat(count)}`],
  ["labels without address", (count) => "[a][b] ".repeat(count)],
  ["citations without end", (count) => "[@a, ¶1 ".repeat(count)],
  ["citations in the text without end", (count) => "@a [1 ".repeat(count)],
  ["a number in a bracket without end", (count) => `@a [${"1".repeat(count)}`],
  ["keys without brackets", (count) => "@a ".repeat(count)],
  ["list items", (count) => "- a\n".repeat(count)],
  ["paragraphs", (count) => "a\n\n".repeat(count)],
];

describe("long text", () => {
  test.each(LONG)(
    "of %s is parsed in time that grows with its length, not with its square",
    (_name, make) => {
      const measure = (count: number): number => {
        const text = make(count);
        const start = performance.now();
        expect(() => parse(text)).not.toThrow();
        return performance.now() - start;
      };
      measure(500);
      // Eight times the length: linear is a factor of 8, quadratic one of 64. Times below a second may be noise, and so may one
      // that does not come again.
      const isSteep = (): boolean => {
        const [short, long] = [measure(1_250), measure(10_000)];
        return long > 1_000 && long / short > 32;
      };
      expect(isSteep() && isSteep() && isSteep()).toBe(false);
    },
  );

  test("with lists and emphasis in one another, 2,000 deep, is parsed", () => {
    const list = Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n");
    for (const text of [
      list,
      `${"*a **b ".repeat(2_000)}${"** *".repeat(2_000)}`,
      `${"> - ".repeat(2_000)}a`,
    ]) {
      expect(() => parse(text)).not.toThrow();
    }
  });
});
