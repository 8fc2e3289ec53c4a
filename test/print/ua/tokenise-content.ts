// Cuts a content stream into operators with their operands (ISO 32000-1, 7.8.2).

/** A name operand, without its slash. */
export class ContentName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What can stand before an operator. */
export type Operand =
  | number
  | boolean
  | null
  | ContentName
  | Uint8Array
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

const [SPACE, DELIMITER, NUMBER] = [1, 2, 4] as const;
const KINDS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = SPACE;
for (const char of "()<>[]{}/%") KINDS[char.charCodeAt(0)] = DELIMITER;
for (const char of "+-.0123456789") KINDS[char.charCodeAt(0)] = NUMBER;

const SHORT_WORDS = new Map<number, string>();
const NO_DIGIT = 255;
const HEX = new Uint8Array(256).fill(NO_DIGIT);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  for (const char of [digit, digit.toUpperCase()]) HEX[char.charCodeAt(0)] = value;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const WORDS: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Calls `onOperator` for each operator of the stream, in order. An inline image comes as one `EI` without operands. */
export function tokeniseContent(
  bytes: Uint8Array,
  onOperator: (operator: string, operands: readonly Operand[]) => void,
): void {
  const { length } = bytes;
  let place = 0;
  const byteAt = (index: number): number => bytes[index] ?? -1;
  const kindAt = (index: number): number => KINDS[bytes[index] ?? 32] ?? 0;

  const skipSpace = (): void => {
    for (; place < length; place += 1) {
      if (byteAt(place) === 37) {
        while (place < length && byteAt(place) !== 10 && byteAt(place) !== 13) place += 1;
      } else if (kindAt(place) !== SPACE) return;
    }
  };
  const readWord = (): string => {
    const start = place;
    let code = 0;
    for (let kind = kindAt(place); place < length && kind !== SPACE && kind !== DELIMITER; ) {
      code = code * 256 + byteAt(place);
      place += 1;
      kind = kindAt(place);
    }
    // Operators are few and short: their words are kept.
    const known = place - start <= 3 ? SHORT_WORDS.get(code) : undefined;
    if (known !== undefined) return known;
    const word = String.fromCharCode(...bytes.subarray(start, place));
    if (place - start <= 3) SHORT_WORDS.set(code, word);
    return word;
  };
  const readNumber = (): number => {
    let sign = 1;
    let value = 0;
    let scale = 0;
    for (; place < length && kindAt(place) === NUMBER; place += 1) {
      const byte = byteAt(place);
      if (byte === 45) sign = -1;
      else if (byte === 46) scale = 1;
      else if (byte !== 43) {
        value = value * 10 + byte - 48;
        scale *= 10;
      }
    }
    return (sign * value) / (scale || 1);
  };
  const readName = (): ContentName => {
    place += 1;
    const word = readWord();
    return new ContentName(
      word.includes("#")
        ? word.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : word,
    );
  };
  const readHex = (): Uint8Array => {
    place += 1;
    const found = bytes.indexOf(62, place);
    const end = found < 0 ? length : found;
    const out = new Uint8Array((end - place + 1) >> 1);
    let count = 0;
    for (; place < end; place += 1) {
      const digit = HEX[byteAt(place)] ?? NO_DIGIT;
      if (digit === NO_DIGIT) continue;
      out[count >> 1] = (out[count >> 1] ?? 0) | (count % 2 ? digit : digit << 4);
      count += 1;
    }
    place += 1;
    return out.length === (count + 1) >> 1 ? out : out.subarray(0, (count + 1) >> 1);
  };
  const readString = (): Uint8Array => {
    const out: number[] = [];
    place += 1;
    for (let depth = 1; place < length; place += 1) {
      const byte = byteAt(place);
      if (byte === 92) {
        place += 1;
        const char = String.fromCharCode(byteAt(place));
        if (char >= "0" && char <= "7") {
          let value = 0;
          for (
            let count = 0;
            count < 3 && byteAt(place) >= 48 && byteAt(place) <= 55;
            count += 1, place += 1
          ) {
            value = value * 8 + byteAt(place) - 48;
          }
          place -= 1;
          out.push(value & 255);
        } else if (char === "\r") {
          if (byteAt(place + 1) === 10) place += 1;
        } else if (char !== "\n") out.push(ESCAPES[char] ?? byteAt(place));
        continue;
      }
      if (byte === 40) depth += 1;
      if (byte === 41) {
        depth -= 1;
        if (depth === 0) break;
      }
      out.push(byte);
    }
    place += 1;
    return Uint8Array.from(out);
  };
  const readArray = (): readonly Operand[] => {
    const items: Operand[] = [];
    place += 1;
    for (;;) {
      skipSpace();
      if (place >= length) return items;
      if (byteAt(place) === 93) {
        place += 1;
        return items;
      }
      const item = readOperand();
      if (item !== undefined) items.push(item);
    }
  };
  const readDict = (): ReadonlyMap<string, Operand> => {
    const entries = new Map<string, Operand>();
    place += 2;
    for (;;) {
      skipSpace();
      if (place >= length) return entries;
      if (byteAt(place) === 62) {
        place += 2;
        return entries;
      }
      const key = readOperand();
      skipSpace();
      const value = readOperand();
      if (key instanceof ContentName && value !== undefined) entries.set(key.name, value);
    }
  };
  let operator = "";
  /** The next operand; undefined where an operator stands, which is then in `operator`. */
  const readOperand = (): Operand | undefined => {
    operator = "";
    const byte = byteAt(place);
    if (byte === 47) return readName();
    if (byte === 40) return readString();
    if (byte === 91) return readArray();
    if (byte === 60) return byteAt(place + 1) === 60 ? readDict() : readHex();
    if (kindAt(place) === NUMBER) return readNumber();
    const word = readWord();
    if (word === "") place += 1;
    const known = WORDS.get(word);
    if (known !== undefined) return known;
    operator = word;
    return undefined;
  };
  /** Skips the data of an inline image: from after ID to after an EI that stands alone. */
  const skipImage = (): void => {
    for (; place < length; place += 1) {
      const isEnd = byteAt(place) === 69 && byteAt(place + 1) === 73 && kindAt(place - 1) === SPACE;
      if (isEnd && kindAt(place + 2) === SPACE) break;
    }
    place += 2;
  };

  let operands: Operand[] = [];
  for (skipSpace(); place < length; skipSpace()) {
    const operand = readOperand();
    if (operand !== undefined) {
      operands.push(operand);
      continue;
    }
    if (operator === "ID") {
      skipImage();
      onOperator("EI", []);
    } else if (operator !== "") onOperator(operator, operands);
    operands = [];
  }
}
