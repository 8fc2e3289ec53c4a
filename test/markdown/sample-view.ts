// The surroundings in which the tests parse and render: source S1 with the key `a`, source S2 with `b`, one web page a part.
import type { ParseContext } from "../../src/markdown/environment.ts";
import { type ParsedProse, parseBody, parseInline } from "../../src/markdown/parse-prose.ts";
import type { ProseView } from "../../src/markdown/prose-view.ts";
import { overlap } from "../../src/model/passages.ts";

/** What the tests tell a parse. */
const CONTEXT: ParseContext = {
  slug: "s1",
  abbreviations: {
    NATO: "North Atlantic Treaty Organization",
    UN: "United Nations",
    МЗС: "Міністерство закордонних справ",
  },
  abbreviationsMet: [],
};

/** The view of a page on the web: every part is a page of its own. */
export const WEB: ProseView = {
  from: { file: "sources/s1.md", slug: "s1" },
  hrefOf: ({ part, id }) => `${part === "s1" ? "" : `../${part}/`}${id === undefined ? "" : `#${id}`}`,
  partOfFile: (file) => {
    const slug = /^(?:sources|appendices)\/(.+)\.md$/.exec(file)?.[1];
    return slug === undefined ? undefined : { slug };
  },
  sourceOf: (key) => ({ a: { id: "S1", slug: "s1" }, b: { id: "S2", slug: "s2" } })[key],
  imageHref: (file) => `../${file}`,
  citedIn: (sourceSlug, passages) =>
    overlap(passages, [{ from: 2, to: 3 }])
      ? [
          { label: "Judgement 1", part: "summary", id: "summary-judgement-1" },
          { label: "Terms & <more>", part: sourceSlug, id: "s1-para-4" },
        ]
      : [],
};

/** The view of the printed document: all parts are in it. */
export const PRINT: ProseView = {
  ...WEB,
  hrefOf: ({ part, id }) => `#${id ?? part}`,
  imageHref: (file) => `assets/${file}`,
};

/** Parses a body; places are those of the text itself. */
export function parse(text: string, context: Partial<ParseContext> = {}): ParsedProse {
  return parseBody(text, { ...CONTEXT, ...context }, (position) => ({ file: "f.md", ...position }));
}

/** Parses a text without blocks. */
export function parseLine(text: string, context: Partial<ParseContext> = {}): ParsedProse {
  return parseInline(text, { ...CONTEXT, ...context }, (position) => ({ file: "f.yaml", ...position }));
}

/** The problems of a parse as lines. */
export function problemsOf({ problems }: ParsedProse): string[] {
  return problems.map(({ code, place, message }) => `${place?.line}:${place?.column} ${code}: ${message}`);
}
