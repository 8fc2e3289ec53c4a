// English sentences that say nothing, for documents to measure with.

const SUBJECTS =
  "the council|a small state|the treaty|every party|the committee|an old promise|the new member|a neighbour|the envoy|the ministry".split(
    "|",
  );
const VERBS = "considers|repeats|weighs|defends|records|answers|postpones|supports|describes|questions".split(
  "|",
);
const OBJECTS =
  "the guarantee|a common defence|its first article|the reserve|an early warning|the long border|the last review|a shared plan|the cost|the next winter".split(
    "|",
  );
const TAILS =
  "without delay|in good faith|after long talks|before the deadline|at its own risk|for another year|with some care|on the same terms".split(
    "|",
  );
const JOINS = "and|while|so that|because|although|whenever".split("|");

/**
 * A sentence of at least so many words, of made-up matter.
 * @param random numbers below its argument
 */
export function makeSentence(random: (below: number) => number, words: number): string {
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? "";
  let text = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}`;
  while (text.split(" ").length < words) {
    text += ` ${pick(TAILS)}`;
    if (text.split(" ").length < words)
      text += ` ${pick(JOINS)} ${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}`;
  }
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
