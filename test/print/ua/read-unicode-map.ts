// Reads a ToUnicode CMap (ISO 32000-1, 9.10.3): which text each character code stands for.
import { type Operand, tokeniseContent } from "./tokenise-content.ts";

/** The text of each code. */
export function readUnicodeMap(bytes: Uint8Array): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  tokeniseContent(bytes, (operator, operands) => {
    if (operator === "endbfchar") {
      for (let index = 0; index + 1 < operands.length; index += 2) {
        texts.set(toCode(operands[index]), decodeText(operands[index + 1]));
      }
    } else if (operator === "endbfrange") {
      for (let index = 0; index + 2 < operands.length; index += 3) {
        const [first, last, target] = [
          toCode(operands[index]),
          toCode(operands[index + 1]),
          operands[index + 2],
        ];
        for (let code = first; code <= last; code += 1) texts.set(code, pickText(target, code - first));
      }
    }
  });
  return texts;
}

/** The number that the bytes of a string are, most significant first. */
function toCode(value: Operand | undefined): number {
  return value instanceof Uint8Array ? value.reduce((code, byte) => code * 256 + byte, 0) : Number.NaN;
}

function pickText(target: Operand | undefined, offset: number): string {
  if (Array.isArray(target)) return decodeText(target[offset]);
  const text = decodeText(target);
  if (offset === 0) return text;
  const last = text.codePointAt(text.length - 1) ?? 0;
  const isPair = last >= 0xdc00 && last <= 0xdfff;
  const head = text.slice(0, isPair ? -2 : -1);
  return head + String.fromCodePoint((isPair ? (text.codePointAt(text.length - 2) ?? 0) : last) + offset);
}

function decodeText(value: Operand | undefined): string {
  if (!(value instanceof Uint8Array)) return "";
  let text = "";
  for (let index = 0; index + 1 < value.length; index += 2) {
    text += String.fromCharCode(((value[index] ?? 0) << 8) | (value[index + 1] ?? 0));
  }
  return text;
}
