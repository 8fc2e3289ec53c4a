// YAML text to plain data with the place of every value: the adapter of the `yaml` package.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import { contentProblem, type Place, type Problem } from "../errors.ts";
import type { Origin } from "../markdown/parse-prose.ts";
import { offsetInScalar } from "./scalar-offsets.ts";

/** A path from the root of a document to a value: keys and positions. */
export type ValuePath = readonly PropertyKey[];

/** Parsed YAML. */
export interface YamlFile {
  /** The value as plain data; `undefined` where the text is not YAML. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The place of the value at a path, or of the nearest value around it. */
  readonly placeOf: (path: ValuePath) => Place;
  /** The place of a key of the mapping at a path. */
  readonly placeOfKey: (path: ValuePath, key: string) => Place;
  /** Places inside the text at a path, for what stands in it. */
  readonly originOf: (path: ValuePath) => Origin;
}

/**
 * Parses YAML 1.2 (core schema: dates stay text). `lineOffset` is the number of lines before the text in its file.
 * Aliases are refused: they may be circular, and a reader of the file can't see what they stand for.
 */
export function parseYaml(file: string, text: string, lineOffset = 0): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const startOf = (node: Node | null): Place => placeAt(node?.range?.[0] ?? 0);
  const root = document.contents as Node | null;
  const problems = document.errors.map((error) =>
    error.code === "MULTIPLE_DOCS"
      ? contentProblem(
          "broken-yaml",
          placeAt(error.pos[0]),
          "a second document begins here",
          "Delete the line.",
        )
      : contentProblem("broken-yaml", placeAt(error.pos[0]), brokenMessage(error.message), BROKEN_FIX),
  );
  visit(document, {
    Pair: (_key, { key }) => {
      if (!isMap(key) && !isSeq(key)) return;
      const message = "a key is a list or a mapping";
      problems.push(contentProblem("broken-yaml", startOf(key), message, "Write a word as key."));
    },
    Alias: (_key, alias) => {
      const message = `the alias *${alias.source} stands for another part of the file`;
      problems.push(contentProblem("yaml-alias", startOf(alias), message, "Write the value out."));
    },
  });
  return {
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    placeOf: (path) => startOf(nodeAt(root, path)),
    placeOfKey: (path, key) => {
      const mapping = nodeAt(root, path);
      const pair = isMap(mapping) ? mapping.items.find((item) => keyText(item.key) === key) : undefined;
      return startOf((pair?.key as Node | undefined) ?? mapping);
    },
    originOf: (path) => {
      const node = nodeAt(root, path);
      const [from, to] = [node?.range?.[0] ?? 0, node?.range?.[1] ?? text.length];
      if (!isScalar(node)) return () => placeAt(from);
      const [source, value] = [text.slice(from, to), String(node.value)];
      return (position) => placeAt(from + offsetInScalar(source, node.type, value, position));
    },
  };
}

const BROKEN_FIX =
  "Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.";

function brokenMessage(message: string): string {
  const [first = ""] = message.split("\n", 1);
  return `this is not YAML: ${first.replace(/ at line \d+, column \d+:?$/, "")}`;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

function nodeAt(root: Node | null, path: ValuePath): Node | null {
  let node = root;
  for (const step of path) {
    if (isAlias(node)) return node;
    const next = isMap(node)
      ? node.items.find((item) => keyText(item.key) === String(step))?.value
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined;
    if (next == null) return node;
    node = next as Node;
  }
  return node;
}
