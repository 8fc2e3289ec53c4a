// Reads one content stream, and the forms it draws: its marks with their text, and what is painted outside any.
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import { PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { enter, findNestingFault, type OpenMark, type Sequence, type Surroundings } from "./mark-stack.ts";
import { bytesOf, dictAt, itemsAt, keyOf, nameAt, rawAt } from "./read-objects.ts";
import { readProperties } from "./read-properties.ts";
import { multiply, placeRun } from "./text-place.ts";
import { followText, type GraphicsState } from "./text-state.ts";
import { ContentName, type Operand, tokeniseContent } from "./tokenise-content.ts";
import type { UsedFont } from "./used-font.ts";

/** What is gathered from the streams of a page. */
export interface Gatherer {
  /** Page, counted from 1. */
  readonly page: number;
  /** The marks of a stream, to be filled. */
  marksOf(stream: string): Map<number, OpenMark>;
  fontOf(value: PDFObject | undefined): UsedFont | undefined;
  /** Notes that a form is drawn, and returns how often it was by now. */
  countUse(form: string): number;
  noteUntagged(what: string, text: string): void;
  noteLanguage(tag: string): void;
  report(rule: string, message: string): void;
}

/** A stream in its place. */
export interface StreamPlace {
  /** The object that is the page or the form. */
  readonly key: string;
  readonly resources: PDFDict | undefined;
  readonly graphics: GraphicsState;
  readonly around: Surroundings;
  /** The forms that this one is drawn in, itself included. */
  readonly path: readonly string[];
}

const PAINTS = new Set("S s f F f* B B* b b* sh EI".split(" "));

/** Reads the decoded bytes of a stream. */
export function runStream(bytes: Uint8Array, place: StreamPlace, gatherer: Gatherer): void {
  const { resources } = place;
  const own = gatherer.marksOf(place.key);
  const open: { readonly sequence: Sequence; readonly outer: Surroundings }[] = [];
  let around = place.around;
  const rawOf = (kind: string, name: Operand | undefined): PDFObject | undefined => {
    const group = resources && dictAt(resources, kind);
    return group && name instanceof ContentName ? rawAt(group, name.name) : undefined;
  };
  const resolve = (value: PDFObject | undefined): PDFObject | undefined =>
    value instanceof PDFRef ? resources?.context.lookup(value) : value;
  const state = followText(place.graphics, (name) => gatherer.fontOf(resolve(rawOf("Font", name))));

  const paint = (what: string, text = ""): void => {
    if (around.mark) around.mark.isPainted = true;
    else if (!around.isArtifact) gatherer.noteUntagged(what, text);
  };
  const addRun = (text: string): void => {
    if (!around.mark || around.isArtifact) return;
    around.mark.runs.push(placeRun(text, gatherer.page, state.readMatrix(), state.readGraphics().size));
  };
  const takeReplacement = (sequence: Sequence): void => {
    if (!sequence.isTaken) addRun(sequence.actualText ?? "");
    sequence.isTaken = true;
  };
  const show = (value: Operand | undefined): void => {
    if (!(value instanceof Uint8Array) || value.length === 0) return;
    const text = state.readGraphics().font?.show(value, gatherer.page) ?? "";
    paint("text", text);
    if (around.replaced) takeReplacement(around.replaced);
    else addRun(text);
  };
  const begin = (tag: string, value: Operand | undefined): void => {
    const properties = readProperties(value, (name) => resolve(rawOf("Properties", name)));
    const { mcid, language, actualText } = properties;
    if (language !== undefined) gatherer.noteLanguage(language);
    const mark: OpenMark | undefined =
      mcid === undefined ? undefined : { mcid, tag, page: gatherer.page, runs: [], isPainted: false };
    if (mark) {
      if (own.has(mark.mcid))
        gatherer.report("repeated-mark", `the MCID ${mcid} is used twice in one stream`);
      own.set(mark.mcid, mark);
    }
    const sequence: Sequence = { tag, mark, actualText, isTaken: false };
    const fault = findNestingFault(sequence, around);
    if (fault) gatherer.report(...fault);
    open.push({ sequence, outer: around });
    around = enter(sequence, around);
  };
  const end = (): void => {
    const last = open.pop();
    if (!last) {
      gatherer.report("unbalanced-marks", "a marked content ends that did not begin");
      return;
    }
    if (around.replaced === last.sequence) takeReplacement(last.sequence);
    around = last.outer;
  };
  const draw = (name: Operand | undefined): void => {
    const raw = rawOf("XObject", name);
    const object = resolve(raw);
    if (!(object instanceof PDFRawStream)) return;
    if (nameAt(object.dict, "Subtype") !== "Form") {
      paint("an image");
      return;
    }
    const key = keyOf(raw);
    if (place.path.includes(key)) return;
    const marks = gatherer.marksOf(key);
    if (gatherer.countUse(key) > 1 && marks.size) {
      gatherer.report("30-002", `the form XObject ${key} has marked content and is drawn more than once`);
      // Read again, its marks would seem to be repeated.
      marks.clear();
    }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = itemsAt(object.dict, "Matrix").map((item) =>
      Number(resolve(item)?.toString()),
    );
    const { matrix } = state.readGraphics();
    const graphics = { ...state.readGraphics(), matrix: multiply([a, b, c, d, e, f], matrix) };
    const inner = dictAt(object.dict, "Resources") ?? resources;
    const path = [...place.path, key];
    runStream(bytesOf(object), { key, resources: inner, graphics, around, path }, gatherer);
  };

  tokeniseContent(bytes, (operator, operands) => {
    const first = operands[0];
    if (PAINTS.has(operator)) return paint(operator === "EI" ? "an image" : `a drawing (${operator})`);
    if (operator === "BDC" || operator === "BMC") {
      return begin(first instanceof ContentName ? first.name : "", operands[1]);
    }
    if (operator === "EMC") return end();
    if (operator === "Do") return draw(first);
    state.apply(operator, operands);
    if (operator === "Tj" || operator === "'" || operator === '"') show(operands.at(-1));
    else if (operator === "TJ" && Array.isArray(first)) for (const item of first) show(item);
  });
  if (open.length) gatherer.report("unbalanced-marks", `${open.length} marked contents do not end`);
}
