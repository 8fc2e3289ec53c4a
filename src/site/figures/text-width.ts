// How much room a text takes in a drawing, told without a browser.

/**
 * Advance widths of Source Sans 3 Semibold in thousandths of the type size: the wider of the two weights that drawings are set in.
 * Characters that are not here count as much as the widest Latin letters, or as a whole square where their scripts fill one.
 */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [200, " \u00a0"],
  [290, "',.:;Iijl|’·ı"],
  [330, "!()-[]f{}"],
  [380, "/\\rt"],
  [440, "*s"],
  [490, '"?cxz–“”'],
  [525, "#$+0123456789<=>FJLY^_aegkvy~"],
  [570, "AESTVXZ`bdhnopquøþð"],
  [605, "BCKPR¶ßÞ"],
  [640, "&DG"],
  [680, "HNOQU†Øđł"],
  [760, "Mw"],
  [850, "%Wm—æÆœ"],
  [900, "@"],
  [970, "…"],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((one) => [one, width])));
const LETTER = 700;
const SQUARE = 1100;
const FILLS_SQUARE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u;

/** The room that a text takes at most on one line, in the unit of `size`, its type size. */
export function estimateWidth(text: string, size: number): number {
  const letters = [...text.normalize("NFD").replace(/\p{M}/gu, "")];
  const sum = letters.reduce((total, letter) => total + widthOf(letter), 0);
  return (sum * size) / 1000;
}

function widthOf(letter: string): number {
  return WIDTH_OF.get(letter) ?? (FILLS_SQUARE.test(letter) ? SQUARE : LETTER);
}

/** Words of one weight within a line. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
}

/** Sets runs of text in lines no wider than `width`; a word that is wider than that is cut. */
export function wrapRuns(runs: readonly TextRun[], width: number, size: number): TextRun[][] {
  const words = runs.flatMap(({ text, strong }) =>
    text
      .split(" ")
      .filter((word) => word !== "")
      .flatMap((word) => cutWord(word, width, size).map((piece) => ({ text: piece, strong }))),
  );
  const lines: TextRun[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || widthOfRuns([...last, word], size) > width) lines.push([word]);
    else last.push(word);
  }
  return lines.map(joinRuns);
}

/** The room that runs take on one line, a space between each two. */
export function widthOfRuns(runs: readonly TextRun[], size: number): number {
  return estimateWidth(runs.map(({ text }) => text).join(" "), size);
}

function joinRuns(words: readonly TextRun[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.strong === word.strong) runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}` };
    else runs.push(word);
  }
  return runs;
}

function cutWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  for (const letter of word) {
    const last = pieces.at(-1);
    if (last === undefined || estimateWidth(last + letter, size) > width) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}
