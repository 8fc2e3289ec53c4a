// Whether the source itself quotes the words: they then belong to a speaker, not to the document's author.
import { splitAtMarks } from "./editors-marks.ts";
import { foldText } from "./fold-text.ts";

/** What closes a quotation, by what opens it. */
const CLOSERS: Readonly<Record<string, RegExp>> = {
  '"': /"|''|’’/gu,
  "“": /”|"|''|’’/gu,
  "„": /[“”"]/gu,
  "«": /»/gu,
  "‘": /’(?![\p{L}\p{N}])/gu,
};
const OPENER = /["“„«]|(?<![\p{L}\p{N}])‘/gu;

/**
 * Whether words of a quotation stand between the quotation marks of a passage as supplied, and nowhere outside them. Each stretch
 * between editors' marks is looked for by itself.
 */
export function standsInSpeech(passage: string, quotation: string): boolean {
  const speeches = findSpeeches(passage);
  if (speeches.length === 0) return false;
  const inside = speeches.map(([from, to]) => foldText(passage.slice(from, to)));
  const outside = foldText(withoutStretches(passage, speeches));
  return stretchesOf(quotation).some(
    (words) => inside.some((speech) => speech.includes(words)) && !outside.includes(words),
  );
}

/** Where speech stands; one left open runs to the end of the passage, as when it goes on in the next. */
function findSpeeches(passage: string): readonly (readonly [from: number, to: number])[] {
  const speeches: [number, number][] = [];
  const opener = new RegExp(OPENER);
  for (let open = opener.exec(passage); open !== null; open = opener.exec(passage)) {
    const closer = new RegExp(CLOSERS[open[0]] ?? /$/gu);
    closer.lastIndex = open.index + 1;
    const close = closer.exec(passage);
    // A single mark without a partner is an apostrophe.
    if (close === null && open[0] === "‘") continue;
    const end = close === null ? passage.length : close.index + close[0].length;
    speeches.push([open.index, end]);
    opener.lastIndex = end;
  }
  return speeches;
}

function withoutStretches(passage: string, stretches: readonly (readonly [number, number])[]): string {
  const bounds = [0, ...stretches.flat(), passage.length];
  return bounds
    .filter((_, index) => index % 2 === 0)
    .map((from, index) => passage.slice(from, bounds[index * 2 + 1]))
    .join(" ¶ ");
}

/** The words of the document in a quotation, stretch by stretch. */
function stretchesOf(quotation: string): readonly string[] {
  return splitAtMarks(foldText(quotation))
    .flatMap((piece) => (piece.kind === "words" ? [piece.text.replace(/[,.;:]\s*$/u, "").trim()] : []))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
}
