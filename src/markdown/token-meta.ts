// What the project's own rules attach to markdown-it's tokens, typed and in one place.
import type { Token } from "markdown-it";
import type { Confidence } from "../model/confidence.ts";
import type { PassageRange } from "../model/passages.ts";
import type { BlockName, CitationItem } from "../model/prose.ts";

/** A problem that a rule found, before it has a place in a file. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  /** The text at fault as written, by which the place is found. */
  readonly raw: string;
}

/** What a fenced block says of itself. */
export interface BlockMeta {
  readonly name: BlockName;
  readonly id: string | undefined;
  readonly passages: readonly PassageRange[];
  readonly number: number | undefined;
  readonly confidence: Confidence | undefined;
}

/** Everything that a token of this project may carry. */
export interface TokenMeta {
  readonly findings?: readonly Finding[];
  readonly citation?: { readonly items: readonly CitationItem[]; readonly raw: string };
  readonly block?: BlockMeta;
  /** Of a line: the words behind `@` that no backslash frees, in their order. */
  readonly mentions?: readonly string[];
  readonly permalink?: { readonly id: string; readonly label: string };
  readonly figure?: { readonly source: string; readonly alternative: string; readonly credit: string };
  /** Whether the text was put in by a rule and stands in no file. */
  readonly inserted?: boolean;
  /** Whether a quotation begins in one span of markup and ends in another, so that no element can hold it. */
  readonly crossing?: boolean;
  readonly data?: { readonly source: string; readonly caption: string };
}

const META = Symbol("briefing");

interface Carrier {
  [META]?: TokenMeta;
}

/** What the project's rules attached to a token. */
export function metaOf(token: Token): TokenMeta {
  return (token as Token & Carrier)[META] ?? {};
}

/** Attaches to a token, keeping what it has; findings add up. */
export function attach(token: Token, meta: TokenMeta): void {
  const carrier = token as Token & Carrier;
  const before = metaOf(token);
  const findings = [...(before.findings ?? []), ...(meta.findings ?? [])];
  carrier[META] = { ...before, ...meta, ...(findings.length > 0 ? { findings } : {}) };
}

/** An attribute of a token as text; the empty text where it has none. */
export function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}
