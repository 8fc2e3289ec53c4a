// Finds the strings of glyphs that a content stream shows, in the order they are painted (ISO 32000-1, 9.4).
import { readTextString } from "../parse/pdf-text-string.ts";
import { isString, type PdfDict, type PdfValue } from "../parse/pdf-value.ts";
import { readValue } from "../parse/read-value.ts";
import type { ContentStream, ShownString } from "./page-content.ts";
import type { ShownFont } from "./read-font.ts";

/** What marked content is open: whose it is, and the text that replaces its glyphs. */
interface OpenMark {
  readonly mcid: number | undefined;
  readonly replacement: string | undefined;
  /** How many strings have been shown in it. */
  count: number;
  readonly end: number;
}

/** Tells every string that a stream and its forms show. */
export function readShown(
  stream: ContentStream,
  fonts: (resources: PdfDict, name: string) => ShownFont,
  tell: (shown: ShownString) => void,
): void {
  const { text, operators, forms, resources } = stream;
  const marks: OpenMark[] = [];
  let font: ShownFont | undefined;
  let [size, x, y, lineX, lineY] = [0, 0, 0, 0, 0];
  for (const [index, { name, start, at, end }] of operators.entries()) {
    const mark = marks.at(-1);
    switch (name) {
      case "BT":
        [lineX, lineY] = [0, 0];
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
        const matrix = text.slice(start, at).trim().split(/\s+/);
        [lineX, lineY] = [Number(matrix[4]), Number(matrix[5])];
        break;
      }
      case "Td": {
        const [byX, byY] = text.slice(start, at).trim().split(/\s+/);
        [lineX, lineY] = [lineX + Number(byX), lineY - Number(byY)];
        break;
      }
      case "BDC":
        marks.push(openMark(text.slice(start, at), mark, () => findEnd(operators, index, end)));
        break;
      case "BMC":
        marks.push({ mcid: undefined, replacement: undefined, count: 0, end });
        break;
      case "EMC":
        marks.pop();
        break;
      case "Tj":
      case "TJ": {
        if (!font) break;
        [x, y] = [lineX, lineY];
        const codes = readCodes(text.slice(start, at), font);
        const replaced = mark?.replacement !== undefined;
        const glyphs = codes.map((code) => (replaced ? "" : (font?.texts.get(code) ?? "")));
        if (replaced && mark.count === 0) glyphs[0] = mark.replacement ?? "";
        if (mark) mark.count += 1;
        tell({
          stream,
          mcid: mark?.mcid,
          font,
          glyphs,
          missing: codes.filter((code) => code === 0).length,
          digitsEnd: text.lastIndexOf(">", at),
          end: replaced ? mark.end : end,
          replaced: replaced || name === "TJ",
          x,
          y,
          size,
        });
        break;
      }
      case "Do": {
        const form = forms.get(text.slice(start + 1, at).trim());
        if (form) readShown(form, fonts, tell);
      }
    }
  }
}

function openMark(operands: string, outer: OpenMark | undefined, findItsEnd: () => number): OpenMark {
  const properties = operands.indexOf("<<");
  const dict: PdfValue = properties < 0 ? null : readValue(operands, properties).value;
  const read = (key: "/MCID" | "/ActualText") =>
    dict !== null && typeof dict === "object" && key in dict ? (dict as PdfDict)[key] : undefined;
  const [mcid, replacement] = [read("/MCID"), read("/ActualText")];
  return {
    mcid: typeof mcid === "number" ? mcid : outer?.mcid,
    replacement: isString(replacement) ? readTextString(replacement) : outer?.replacement,
    count: 0,
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

function readCodes(operands: string, { digits }: ShownFont): readonly number[] {
  const codes: number[] = [];
  let at = operands.indexOf("<");
  while (at >= 0) {
    const end = operands.indexOf(">", at);
    for (at += 1; at + digits <= end; at += digits)
      codes.push(Number.parseInt(operands.slice(at, at + digits), 16));
    at = operands.indexOf("<", end);
  }
  return codes;
}
