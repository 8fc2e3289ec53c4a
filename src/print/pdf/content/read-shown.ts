// Finds the strings of glyphs that a content stream shows, in the order they are painted (ISO 32000-1, 9.4).
import { readTextString } from "../parse/pdf-text-string.ts";
import { isString, type PdfDict, type PdfValue } from "../parse/pdf-value.ts";
import { readValue } from "../parse/read-value.ts";
import type { ContentStream, ShownString } from "./page-content.ts";
import type { ShownFont } from "./read-font.ts";
import { measureLine, type Operator } from "./scan-operators.ts";

/** What marked content is open: whose it is, and the text that replaces its glyphs. */
interface OpenMark {
  readonly mcid: number | undefined;
  readonly replacement: string | undefined;
  /** How many strings have been shown in it. */
  count: number;
  readonly start: number;
  readonly end: number;
}

/** Tells every string that a stream and its forms show. */
export function readShown(
  stream: ContentStream,
  page: number,
  fonts: (resources: PdfDict, name: string) => ShownFont,
  tell: (shown: ShownString) => void,
): void {
  const { text, operators, forms, resources, firstNumber } = stream;
  const marks: OpenMark[] = [];
  let font: ShownFont | undefined;
  let [size, lineX, lineY, textObject] = [0, 0, 0, 0];
  /** The last that was shown in the line: where the line is moved from there, it was moved before. */
  let last: Operator | undefined;
  for (let index = 0; index < operators.length; index += 1) {
    const operator = operators[index];
    if (!operator) break;
    const { name, start, at, end } = operator;
    switch (name) {
      case "BT":
        [lineX, lineY, textObject, last] = [0, 0, start, undefined];
        break;
      case "Tf": {
        const [fontName = "", points = "0"] = text
          .slice(start + 1, at)
          .trim()
          .split(/\s+/);
        font = fonts(resources, fontName);
        size = Number(points);
        break;
      }
      case "Tm": {
        const [matrixX, matrixY] = readLastTwo(text, start, at);
        [lineX, lineY, last] = [matrixX, matrixY, undefined];
        break;
      }
      case "Td": {
        const [byX, byY] = readLastTwo(text, start, at);
        lineX += byX + (last ? measureLine(text, last) : 0);
        lineY -= byY;
        last = undefined;
        break;
      }
      case "BDC":
        marks.push(
          openMark(text.slice(start, at), firstNumber, marks.at(-1), start, () =>
            findEnd(operators, index, end),
          ),
        );
        break;
      case "BMC":
        // What is said of glyphs (`ReversedChars`) leaves them to the element around; decoration has none.
        marks.push(
          (text.startsWith("/Artifact", start) ? undefined : marks.at(-1)) ?? {
            mcid: undefined,
            replacement: undefined,
            count: 0,
            start,
            end,
          },
        );
        break;
      case "EMC":
        marks.pop();
        break;
      case "Tj":
      case "TJ": {
        if (!font) break;
        const mark = marks.at(-1);
        const replaced = mark?.replacement !== undefined;
        const { glyphs, missing } = readGlyphs(text, start, at, font, replaced);
        // Text may be said to stand for a sign that shows nothing.
        if (replaced && mark.count === 0 && missing < glyphs.length) glyphs[0] = mark.replacement ?? "";
        if (mark) mark.count += 1;
        tell({
          stream,
          page,
          mcid: mark?.mcid,
          font,
          glyphs,
          missing,
          start: replaced ? mark.start : start,
          digitsEnd: text.lastIndexOf(">", at),
          end: replaced ? mark.end : end,
          textObject,
          replaced: replaced || name === "TJ",
          x: lineX,
          y: lineY,
          size,
        });
        last = operator;
        break;
      }
      case "Do": {
        const form = forms.get(text.slice(start + 1, at).trim());
        if (form) readShown(form, page, fonts, tell);
      }
    }
  }
}

/** A mark that says nothing but its number, as most do. */
const PLAIN_MARK = /<<\s*\/MCID\s+(\d+)\s*>>/;

function openMark(
  operands: string,
  firstNumber: number,
  outer: OpenMark | undefined,
  start: number,
  findItsEnd: () => number,
): OpenMark {
  const [, plain] = PLAIN_MARK.exec(operands) ?? [];
  if (plain !== undefined && outer === undefined) {
    return { mcid: firstNumber + Number(plain), replacement: undefined, count: 0, start, end: 0 };
  }
  const properties = operands.indexOf("<<");
  const dict: PdfValue = properties < 0 ? null : readValue(operands, properties).value;
  const read = (key: "/MCID" | "/ActualText") =>
    dict !== null && typeof dict === "object" && key in dict ? (dict as PdfDict)[key] : undefined;
  const [mcid, replacement] = [read("/MCID"), read("/ActualText")];
  return {
    mcid: typeof mcid === "number" ? firstNumber + mcid : outer?.mcid,
    replacement: isString(replacement) ? readTextString(replacement) : outer?.replacement,
    count: 0,
    start: isString(replacement) ? start : (outer?.start ?? start),
    end: isString(replacement) ? findItsEnd() : (outer?.end ?? 0),
  };
}

/** Where the marked content that opens at an operator is closed. */
function findEnd(operators: ContentStream["operators"], index: number, otherwise: number): number {
  let depth = 0;
  for (const { name, end } of operators.slice(index)) {
    if (name === "BDC" || name === "BMC") depth += 1;
    else if (name === "EMC") depth -= 1;
    if (depth === 0) return end;
  }
  return otherwise;
}

/** The text of each glyph between two places, and how many are the font's sign for “no such character”. */
function readGlyphs(
  text: string,
  start: number,
  end: number,
  { digits, texts }: ShownFont,
  replaced: boolean,
): { glyphs: string[]; missing: number } {
  const glyphs: string[] = [];
  let missing = 0;
  for (let at = text.indexOf("<", start); at >= 0 && at < end; at = text.indexOf("<", at)) {
    const close = text.indexOf(">", at);
    for (at += 1; at + digits <= close; at += digits) {
      let code = 0;
      for (let digit = at; digit < at + digits; digit += 1)
        code = code * 16 + digitOf(text.charCodeAt(digit));
      if (code === 0) missing += 1;
      // The sign for “no such character” may bear the text of the last that it stands for.
      glyphs.push(replaced || code === 0 ? "" : (texts.get(code) ?? ""));
    }
    at = close;
  }
  return { glyphs, missing };
}

/** The last two numbers between two places. */
function readLastTwo(text: string, start: number, end: number): readonly [number, number] {
  let last = end;
  while (text.charCodeAt(last - 1) <= 32) last -= 1;
  const second = text.lastIndexOf(" ", last - 1) + 1;
  const first = text.lastIndexOf(" ", second - 2) + 1;
  return [Number(text.slice(Math.max(first, start), second - 1)), Number(text.slice(second, last))];
}

/** The value of a hexadecimal digit. */
function digitOf(code: number): number {
  if (code <= 57) return code - 48;
  return code >= 97 ? code - 87 : code - 55;
}
