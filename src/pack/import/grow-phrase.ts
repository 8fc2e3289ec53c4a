// Words from one end of a paragraph, as few as may tell it apart, and then more.

/** The fewest words that a phrase is made of, where its paragraph has as many. */
export const FEWEST_WORDS = 6;
/** The most words: a record holds no more of another's text than it needs. */
const MOST_WORDS = 30;

/** The first or the last words of the paragraph at a position, then ever more of them and of those of the paragraphs beyond. */
export function growPhrase(
  texts: readonly string[],
  at: number,
  way: "forwards" | "backwards",
): readonly string[] {
  const turn = (words: readonly string[]) => (way === "forwards" ? words : words.toReversed());
  let words: readonly string[] = [];
  for (let position = at; words.length < MOST_WORDS; position += way === "forwards" ? 1 : -1) {
    const text = texts[position];
    if (text === undefined) break;
    words = words.concat(turn(text.split(" ")).slice(0, MOST_WORDS));
  }
  const fewest = Math.min(FEWEST_WORDS, texts[at]?.split(" ").length ?? 0);
  return Array.from({ length: Math.min(MOST_WORDS, words.length) - fewest + 1 }, (_, more) =>
    turn(words.slice(0, fewest + more)).join(" "),
  );
}
