// From a position in the value of a YAML text to its position in the file: folding and escapes lie between the two.
import { Scalar } from "yaml";
import type { TextPosition } from "../markdown/locate.ts";

const VISIBLE = /\S/g;
const IN_SINGLE_QUOTES = /''|\S/g;
const IN_DOUBLE_QUOTES = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[\s\S])|\S/g;
/** Escapes that stand for white space (YAML 1.2.2, section 5.7). */
const WHITE_ESCAPE = /^\\[\stnvfr_LP]$/;

/**
 * The offset within the source of a scalar (with its quotation marks or its `>-`) of what stands at a position of its value.
 * White space changes on the way and the rest does not, so that the n-th visible character of one is the n-th of the other.
 */
export function offsetInScalar(
  source: string,
  type: Scalar.Type | undefined,
  value: string,
  { line, column }: TextPosition,
): number {
  const lines = value.split("\n");
  const before = `${lines.slice(0, line - 1).join("\n")}${(lines[line - 1] ?? "").slice(0, column - 1)}`;
  const wanted = before.match(VISIBLE)?.length ?? 0;
  let seen = 0;
  for (const { index, 0: written } of source.slice(beginOf(source, type)).matchAll(unitOf(type))) {
    if (seen >= wanted && weightOf(written) > 0) return index + beginOf(source, type);
    seen += weightOf(written);
  }
  return 0;
}

function beginOf(source: string, type: Scalar.Type | undefined): number {
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) return 1;
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL ? source.indexOf("\n") + 1 : 0;
}

function unitOf(type: Scalar.Type | undefined): RegExp {
  if (type === Scalar.QUOTE_DOUBLE) return IN_DOUBLE_QUOTES;
  return type === Scalar.QUOTE_SINGLE ? IN_SINGLE_QUOTES : VISIBLE;
}

/** How many visible UTF-16 units a piece of the source stands for. */
function weightOf(written: string): number {
  if (written.length === 1 || !written.startsWith("\\")) return 1;
  if (WHITE_ESCAPE.test(written)) return 0;
  if (!/^\\[xuU]./.test(written)) return 1;
  const code = Number.parseInt(written.slice(2), 16);
  return code > 0x10ffff ? 1 : (String.fromCodePoint(code).match(VISIBLE)?.length ?? 0);
}
