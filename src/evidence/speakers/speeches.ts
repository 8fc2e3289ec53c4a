// Where somebody speaks in a passage: the quotation marks that open and close, told apart by what stands beside them.
import type { Span } from "../words/bonds.ts";

/** A quotation mark by its neighbours: it can open, close, do either, or (within a word or a measure) neither. */
type Side = "opens" | "closes" | "either" | "neither";

interface Mark {
  readonly sign: string;
  readonly at: number;
  readonly end: number;
  readonly side: Side;
}

interface Opener {
  readonly sign: string;
  readonly at: number;
}

/** Two single marks stand for a double one. */
const MARK = /["“”„‟«»]|''|’’|[‘’‚]/gu;

/**
 * The openers that each sign closes: English “…”, German „…“ and »…«, French and Ukrainian «…», Polish „…”, Swedish ”…”, and single
 * ones ‘…’ and ‚…‘.
 */
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"“„',
  "“": "„‟",
  "”": "“„‟”",
  "«": "»",
  "»": "«»",
  "‘": "‚",
  "’": "‘‚",
};

/**
 * The stretches of a passage between quotation marks, marks included, in order. A mark without its partner bounds nothing; but one
 * that is open at the end, where the next passage opens with the same, runs to the end: speech of several paragraphs is opened at each
 * and closed at the last (Chicago Manual of Style, ch. 13).
 */
export function findSpeeches(passage: string, next: string | undefined): readonly Span[] {
  const marks = readMarks(passage);
  const stack: Opener[] = [];
  const open = new Map<string, number>();
  const speeches: Span[] = [];
  const count = (sign: string, by: number): void => void open.set(sign, (open.get(sign) ?? 0) + by);
  for (const [index, mark] of marks.entries()) {
    const partners = [...(CLOSES[mark.sign] ?? "")].filter((sign) => (open.get(sign) ?? 0) > 0);
    const top = stack.at(-1)?.sign ?? "";
    // A single mark may be an apostrophe, and closes nothing over the head of another.
    const near = "‘’".includes(mark.sign) ? partners.filter((sign) => sign === top) : partners;
    const act = isMeasure(passage, mark, marks[index + 1]) ? "ignore" : decide(mark, near);
    if (act === "open") {
      stack.push({ sign: mark.sign, at: mark.at });
      count(mark.sign, 1);
    }
    while (act === "close") {
      const opener = stack.pop();
      if (opener === undefined) break;
      count(opener.sign, -1);
      if (!near.includes(opener.sign)) continue;
      speeches.push({ start: opener.at, end: mark.end });
      break;
    }
  }
  const first = next === undefined ? undefined : readMarks(next.trimStart().slice(0, 3))[0];
  const unended = first?.at === 0 ? stack.findLast(({ sign }) => sign === first.sign) : undefined;
  const all = unended === undefined ? speeches : [...speeches, { start: unended.at, end: passage.length }];
  return outermost(all);
}

function readMarks(passage: string): readonly Mark[] {
  return [...passage.matchAll(MARK)].map((match): Mark => {
    const [found] = match;
    const end = match.index + found.length;
    const side = sideOf(passage.charAt(match.index - 1), passage.charAt(end));
    return { sign: found.length > 1 ? '"' : found, at: match.index, end, side };
  });
}

/** The rule of thumb of every typesetter: what follows a space opens, and what comes before one closes. */
function sideOf(before: string, after: string): Side {
  const opensBefore = before === "" || /[\s\p{Ps}\p{Pi}\p{Pd}/"']/u.test(before);
  const spaceAfter = after === "" || /\s/u.test(after);
  if (opensBefore) return spaceAfter ? "either" : "opens";
  if (spaceAfter || !/[\p{L}\p{N}]/u.test(after)) return "closes";
  return /[\p{L}\p{N}]/u.test(before) ? "neither" : "either";
}

/** `12"` is a measure, where the next such mark closes as well. */
function isMeasure(passage: string, { sign, at, side }: Mark, next: Mark | undefined): boolean {
  if (sign !== '"' || side !== "closes" || !/\d/.test(passage.charAt(at - 1))) return false;
  return next?.sign === '"' && next.side === "closes";
}

/** What a mark does, by its sign, its neighbours, and the open marks that it could close. */
function decide({ sign, side }: Mark, partners: readonly string[]): "open" | "close" | "ignore" {
  const closable = partners.length > 0;
  if ("„‟‚".includes(sign)) return "open";
  if (sign === '"') {
    if (side === "neither") return "ignore";
    if (side === "either") return closable ? "close" : "open";
    return side === "opens" ? "open" : closable ? "close" : "ignore";
  }
  if ("“«".includes(sign)) return closable && side !== "opens" ? "close" : "open";
  if (sign === "‘") return closable && side === "closes" ? "close" : side === "neither" ? "ignore" : "open";
  // An apostrophe within a word closes nothing.
  if (sign === "’") return closable && side === "closes" ? "close" : "ignore";
  if (side === "opens" && partners.every((partner) => partner === sign)) return "open";
  return closable ? "close" : "ignore";
}

/** In order, without those within others. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start || right.end - left.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
