// Marks all that a content stream paints: as content of an element, or as an artifact (ISO 14289-1, 7.1).
import type { ContentStream } from "./page-content.ts";
import { MCID } from "./read-page-content.ts";
import type { Operator } from "./scan-operators.ts";

/** What is known of the content that the browser marked with a number: its element's type; undefined for none. */
export type OwnerType = (mcid: number) => string | undefined;

/** What is known of the content that the browser gave no number. */
export interface Given {
  /** The numbers of what a stream shows, by where in its text it begins. */
  readonly numbers?: ReadonlyMap<number, number> | undefined;
  /** Whether a form holds any such content. */
  readonly holds?: (form: ContentStream) => boolean;
}

/** A change of the text of a stream: `at` is replaced up to `end`. */
export interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** What came of a stream. */
export interface MarkedContent {
  readonly text: string;
  /** The number that the browser gave to each mark of this stream; the place is the new number. */
  readonly marks: readonly number[];
}

/** Operators that paint outside of a text object; a path has been built before some of them. */
const PAINT = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI"]);
const SHOW = new Set(["Tj", "TJ", "'", '"']);
const PATH = new Set(["m", "re", "l", "c", "v", "y", "h"]);

/**
 * Marks a stream anew. What belongs to an element gets a number from 0; a mark is opened before the first
 * operator that paints, and closed where the element ends or before the graphics state in which it opened is left.
 */
export function markContent(
  stream: ContentStream,
  ownerType: OwnerType,
  edits: readonly Edit[],
  { numbers, holds = () => false }: Given = {},
): MarkedContent {
  const { text, operators, forms, firstNumber } = stream;
  const sorted = [...edits].sort((one, other) => one.at - other.at);
  const marks: number[] = [];
  /** The numbers of the marks that are open as printed. */
  const printed: number[] = [];
  let [output, copied, nextEdit, depth, pathStart, textStart] = ["", 0, 0, 0, NONE, NONE];
  let inText = false;
  /** The number that was given to what has replacement text. */
  let keptNumber: number | undefined;
  /** The mark that is open in the output. */
  let open: { readonly owner: number; readonly depth: number; readonly inText: boolean } | undefined;

  const copyTo = (end: number) => {
    for (let edit = sorted[nextEdit]; edit && edit.at < end; edit = sorted[nextEdit]) {
      output += text.slice(copied, edit.at) + edit.text;
      copied = edit.end;
      nextEdit += 1;
    }
    if (end <= copied) return;
    output += text.slice(copied, end);
    copied = end;
  };
  const drop = ({ start, end }: Operator) => {
    copyTo(start);
    copied = Math.max(copied, end);
  };
  const close = (at: number) => {
    if (!open) return;
    copyTo(at);
    output += "\nEMC\n";
    open = undefined;
  };
  const openAt = (at: number, number?: number) => {
    const mcid = number ?? printed.findLast((one) => one !== KEPT) ?? ARTIFACT;
    const type = mcid === ARTIFACT ? undefined : ownerType(mcid);
    const owner = type === undefined ? ARTIFACT : mcid;
    const startsInText = inText && textStart === NONE;
    // A mark that was opened before the text object can't be closed inside it.
    if (open && (open.owner === owner || (startsInText && !open.inText))) return;
    close(at);
    copyTo(at);
    output += type === undefined ? "/Artifact BMC\n" : `/${type}<</MCID ${marks.push(owner) - 1}>>BDC\n`;
    open = { owner, depth, inText: startsInText };
  };
  const openForText = (start: number) => {
    openAt(textStart === NONE ? start : textStart, keptNumber ?? numbers?.get(start));
    textStart = NONE;
  };

  for (const operator of operators) {
    const { name, start, at } = operator;
    if (PATH.has(name)) {
      if (pathStart === NONE) pathStart = start;
    } else if (name === "n") {
      pathStart = NONE;
    } else if (PAINT.has(name)) {
      const form = name === "Do" ? forms.get(text.slice(start + 1, at).trim()) : undefined;
      // A form that holds content of elements marks it itself.
      if (form && (form.marked || holds(form))) close(start);
      else openAt(pathStart === NONE ? start : pathStart);
      pathStart = NONE;
    } else if (SHOW.has(name)) {
      openForText(start);
    } else if (name === "BT") {
      [inText, textStart] = [true, start];
    } else if (name === "ET") {
      if (open?.inText) close(start);
      [inText, textStart] = [false, NONE];
    } else if (name === "q") {
      depth += 1;
    } else if (name === "Q") {
      if (open && open.depth >= depth) close(start);
      depth -= 1;
    } else if (name === "BDC" || name === "BMC") {
      const operands = text.slice(start, at);
      if (REPLACEMENT.test(operands)) {
        openForText(start);
        keptNumber ??= numbers?.get(start);
        printed.push(KEPT);
        continue;
      }
      // What begins in a text object is marked in it: a mark that is open around it would swallow that.
      if (textStart !== NONE) close(textStart);
      printed.push(numberOf(operands, firstNumber) ?? printed.at(-1) ?? ARTIFACT);
      drop(operator);
      textStart = NONE;
    } else if (name === "EMC") {
      if (printed.pop() !== KEPT) {
        if (open?.inText) close(start);
        drop(operator);
      } else if (!printed.includes(KEPT)) keptNumber = undefined;
    }
  }
  copyTo(text.length);
  close(text.length);
  return { text: output, marks };
}

const NONE = -1;
/** The number of what is no element's content. */
const ARTIFACT = -1;
/** Stands for replacement text: it stays as it is printed, inside the mark of its element. */
const KEPT = -2;
const REPLACEMENT = /\/(?:ActualText|Alt|E)\b/;

function numberOf(operands: string, firstNumber: number): number | undefined {
  if (operands.startsWith("/Artifact")) return ARTIFACT;
  const number = MCID.exec(operands)?.[1];
  return number === undefined ? undefined : firstNumber + Number(number);
}
