// Reads one value of a PDF from its text.
import type { PdfDict, PdfValue } from "./pdf-value.ts";

/** A value and where the text goes on behind it. */
export interface ReadValue {
  readonly value: PdfValue;
  readonly end: number;
}

/** Reads the value at `start`. @throws Error where the text is none. */
export function readValue(text: string, start: number): ReadValue {
  const reader = new ValueReader(text, start);
  const value = reader.read();
  return { value, end: reader.at };
}

const CODE = (character: string) => character.charCodeAt(0);
const [SLASH, LESS, GREATER, OPEN, CLOSE, LEFT, RIGHT, BACKSLASH] = [..."/<>()[]\\"].map(CODE) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const REFERENCE = / (\d+) R/y;

class ValueReader {
  at: number;
  readonly #text: string;

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  read(): PdfValue {
    this.#skipBlanks();
    const code = this.#text.charCodeAt(this.at);
    if (code === SLASH) return this.#readWord();
    if (code === LESS)
      return this.#text.charCodeAt(this.at + 1) === LESS ? this.#readDict() : this.#readHexString();
    if (code === LEFT) return this.#readArray();
    if (code === OPEN) return this.#readLiteralString();
    return this.#readNumberOrWord();
  }

  #skipBlanks(): void {
    while (this.#text.charCodeAt(this.at) <= 32) this.at += 1;
  }

  /** A name, a number or a key word: up to the next blank or bracket. */
  #readWord(): string {
    const start = this.at;
    this.at += 1;
    while (isWordCode(this.#text.charCodeAt(this.at))) this.at += 1;
    return this.#text.slice(start, this.at);
  }

  #readNumberOrWord(): PdfValue {
    const start = this.at;
    const word = this.#readWord();
    const number = Number(word);
    if (Number.isFinite(number)) {
      REFERENCE.lastIndex = this.at;
      if (!Number.isInteger(number) || !REFERENCE.test(this.#text)) return number;
      this.at = REFERENCE.lastIndex;
      return { ref: number };
    }
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    throw new Error(`The PDF has no value at ${start}: ${word}`);
  }

  #readArray(): readonly PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.#skipBlanks();
      if (this.#text.charCodeAt(this.at) === RIGHT) break;
      values.push(this.read());
    }
    this.at += 1;
    return values;
  }

  #readDict(): PdfDict {
    const dict: Record<`/${string}`, PdfValue> = {};
    this.at += 2;
    for (;;) {
      this.#skipBlanks();
      if (this.#text.charCodeAt(this.at) === GREATER) break;
      const key = this.#readWord();
      dict[`/${key.slice(1)}`] = this.read();
    }
    this.at += 2;
    return dict;
  }

  #readHexString(): PdfValue {
    const start = this.at;
    this.at = this.#text.indexOf(">", start) + 1;
    if (this.at === 0) throw new Error(`A string of the PDF has no end, at ${start}`);
    return { written: this.#text.slice(start, this.at) };
  }

  #readLiteralString(): PdfValue {
    const start = this.at;
    let depth = 0;
    do {
      const code = this.#text.charCodeAt(this.at);
      if (Number.isNaN(code)) throw new Error(`A string of the PDF has no end, at ${start}`);
      if (code === OPEN) depth += 1;
      else if (code === CLOSE) depth -= 1;
      this.at += code === BACKSLASH ? 2 : 1;
    } while (depth > 0);
    return { written: this.#text.slice(start, this.at) };
  }
}

/** Whether a character belongs to a name, number or key word; the end of the text (NaN) does not. */
function isWordCode(code: number): boolean {
  return (
    code > 32 &&
    code !== SLASH &&
    code !== LESS &&
    code !== GREATER &&
    code !== LEFT &&
    code !== RIGHT &&
    code !== OPEN &&
    code !== CLOSE
  );
}
