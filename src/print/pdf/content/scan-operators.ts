// Cuts a content stream into its operators (ISO 32000-1, 7.8.2).

/**
 * One operator with its operands: `text.slice(start, end)`. Strings that are shown on one line, one after another, are one: the browser
 * writes nearly every glyph of a line as a string of its own.
 */
export interface Operator {
  readonly name: string;
  readonly start: number;
  /** Where the operator itself begins, behind its operands. */
  readonly at: number;
  readonly end: number;
}

/** The operators of a content stream in order. The text has one character a byte. */
export function scanOperators(text: string): readonly Operator[] {
  const operators: Operator[] = [];
  const length = text.length;
  let at = 0;
  let start = -1;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      at += 1;
      continue;
    }
    if (start < 0) start = at;
    if (startsOperator(code)) {
      const from = at;
      at = skipWord(text, at + 1);
      const name = text.slice(from, at);
      if (OPERANDS.has(name)) continue;
      if (name === "BI") at = skipImage(text, at);
      else if (name === "Tj") at = skipLine(text, at);
      operators.push({ name, start, at: name === "Tj" ? at - name.length : from, end: at });
      start = -1;
    } else at = skipOperand(text, at, code);
  }
  return operators;
}

/** Words that are values. */
const OPERANDS = new Set(["true", "false", "null"]);
const [QUOTE, DOUBLE_QUOTE, PERCENT] = [39, 34, 37];

function startsOperator(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === QUOTE || code === DOUBLE_QUOTE;
}

function skipOperand(text: string, at: number, code: number): number {
  switch (code) {
    case 60: // <
      return text.charCodeAt(at + 1) === 60 ? at + 2 : text.indexOf(">", at) + 1 || text.length;
    case 40: // (
      return skipString(text, at);
    case 62: // >
    case 91: // [
    case 93: // ]
      return at + 1;
    case PERCENT: {
      const end = text.indexOf("\n", at);
      return end < 0 ? text.length : end;
    }
    default:
      return skipWord(text, at + 1);
  }
}

function skipWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    // Blanks, / < > [ ] ( and, behind the last character, NaN.
    if (
      !(code > 32) ||
      code === 47 ||
      code === 60 ||
      code === 62 ||
      code === 91 ||
      code === 93 ||
      code === 40
    )
      return at;
    at += 1;
  }
}

function skipString(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const code = text.charCodeAt(at);
    if (code === 40) depth += 1;
    else if (code === 41) depth -= 1;
    at += code === 92 ? 2 : 1;
  } while (depth > 0 && at < text.length);
  return at;
}

/** What moves along a line and shows the next string. */
const NEXT_STRING = /\s+([-\d.]+) 0 Td\s*<[\dA-Fa-f]*>\s*Tj(?=\s)/y;

/** Where the last of the strings ends that go on in the same line. */
function skipLine(text: string, from: number): number {
  let at = from;
  NEXT_STRING.lastIndex = at;
  while (NEXT_STRING.test(text)) at = NEXT_STRING.lastIndex;
  return at;
}

/** How far the last of the strings that an operator shows stands from the first, in units of the text. */
export function measureLine(text: string, { start, end }: Pick<Operator, "start" | "end">): number {
  let length = 0;
  for (const [, step] of text.slice(start, end).matchAll(STEP)) length += Number(step);
  return length;
}

const STEP = /([-\d.]+) 0 Td/g;

function skipImage(text: string, from: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
}
