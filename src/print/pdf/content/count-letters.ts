// Compares letters in whatever order: lines that run from right to left are painted from left to right.

/** Letters of scripts that run from right to left. */
const BACKWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text may be painted in another order than it is read in. */
export function runsBackward({
  text,
  backward,
}: {
  readonly text: string;
  readonly backward?: true;
}): boolean {
  return backward === true || BACKWARD.test(text);
}

/** How many more of each letter one side has than the other. */
export interface LetterDifference {
  /** Counts a letter of the one side. */
  add(letter: string | undefined): void;
  /** Counts a letter of the other. */
  take(letter: string | undefined): void;
  /** Whether both sides have the same letters, each as often. */
  isNone(): boolean;
  /** Whether the one side has more of a letter. */
  has(letter: string): boolean;
}

/** A difference that is none yet. */
export function createDifference(): LetterDifference {
  const counts = new Map<string, number>();
  let unequal = 0;
  const count = (letter: string | undefined, by: 1 | -1) => {
    if (letter === undefined) return;
    const before = counts.get(letter) ?? 0;
    counts.set(letter, before + by);
    if (before === 0) unequal += 1;
    else if (before + by === 0) unequal -= 1;
  };
  return {
    add: (letter) => count(letter, 1),
    take: (letter) => count(letter, -1),
    isNone: () => unequal === 0,
    has: (letter) => (counts.get(letter) ?? 0) > 0,
  };
}
