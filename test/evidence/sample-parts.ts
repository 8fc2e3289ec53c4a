// Parts as the checks of evidence see them, from Markdown.
import { parseBody, parseInline } from "../../src/markdown/parse-prose.ts";
import type { AppendixPart, SourcePart, SummaryPart } from "../../src/model/pack.ts";
import type { Prose } from "../../src/model/prose.ts";

const at = (file: string, line: number, column: number) => ({ file, line, column });

function prose(file: string, slug: string, text: string): Prose {
  const context = { slug, abbreviations: {}, abbreviationsMet: [] };
  return parseBody(text, context, ({ line, column }) => at(file, line, column)).prose;
}

function line(file: string, text: string): Prose {
  const context = { slug: "s1", abbreviations: {}, abbreviationsMet: [] };
  return parseInline(text, context, (position) => at(file, position.line, position.column)).prose;
}

/** A source S1 with the key `a` and some passages; `bias` and `reason` are texts of its record. */
export function source(
  text: string,
  { passages = 3, bias = "None.", reason = "No part of it." } = {},
): SourcePart {
  return {
    kind: "source",
    id: "S1",
    slug: "s1",
    key: "a",
    title: "A source",
    shortTitle: "Source",
    file: "sources/s1.md",
    place: at("sources/s1.md", 2, 5),
    csl: { type: "report", language: "en" },
    document: undefined,
    passages,
    officialText: [],
    standings: [],
    descriptor: [{ entry: "bias", text: line("sources/s1.md", bias) }],
    original: line("sources/s1.md", "Lost."),
    body: prose("sources/s1.md", "s1", text),
    omissions: [{ what: "Advertisement", reason: line("sources/s1.md", reason), starts: "x", ends: "y" }],
  };
}

/** A summary. */
export function summary(text: string): SummaryPart {
  const file = "summary.md";
  const part = { id: "summary", slug: "summary", title: "Summary", shortTitle: "Summary" };
  return { kind: "summary", ...part, file, place: at(file, 2, 1), body: prose(file, "summary", text) };
}

/** An appendix with a register of one entry. */
export function appendix(text: string, entry: string): AppendixPart {
  const file = "appendices/a.md";
  const entries = [{ id: "a-people-x", name: "X", text: line("data/x.yaml", entry) }];
  const register = {
    type: "register" as const,
    file: "data/x.yaml",
    groups: [{ id: "a-people", title: "People", entries }],
  };
  const part = { id: "a", slug: "a", title: "A", shortTitle: "A" };
  const data = new Map([["../data/x.yaml", register]]);
  return { kind: "appendix", ...part, file, place: at(file, 2, 5), body: prose(file, "a", text), data };
}
