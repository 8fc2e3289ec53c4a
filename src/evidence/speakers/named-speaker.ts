// The person to whom a citation attributes quoted words is one whom the source names.
import type { Problem } from "../../errors.ts";
import type { Pinpoint, QuotationUse } from "../gate/quotation-uses.ts";
import { quotationProblem } from "../gate/verdict.ts";
import type { FoldedText } from "../words/folded-text.ts";

/** Shorter words name nobody: “Jr”, “of”; and, where a person is described, “the”. */
const SHORTEST_NAME = 3;
const SHORTEST_NOUN = 4;

/** Warns of a speaker whom no passage of the source names. */
export function warnOfSpeaker(use: QuotationUse, pinpoint: Pinpoint, text: FoldedText): readonly Problem[] {
  const { source, speaker } = pinpoint;
  if (speaker === undefined || isNamed(speaker, text)) return [];
  const message = `no passage of ${source.id} names ${speaker}, to whom the citation attributes the words`;
  const fix = "Check the attribution, and name the speaker as the source does.";
  return [quotationProblem(use, "unknown-speaker", message, fix, "warning")];
}

/**
 * Whether a text names somebody: by the last word of the name as cited, or, where no name is given (“a senior official”), by any of
 * the words, whatever their case. Accents and endings are passed over. A name in another script than the text's can't be
 * compared, and passes.
 */
export function isNamed(speaker: string, text: FoldedText): boolean {
  const words = stripAccents(speaker.split(/[,(]/u, 1).join("")).match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.filter(({ length }) => length >= SHORTEST_NAME).slice(-1);
  const nouns = words.filter(({ length }) => length >= SHORTEST_NOUN);
  const isDescribed = /^\p{Ll}/u.test(speaker) && nouns.length > 0;
  const telling = isDescribed ? nouns : name.flatMap((word) => [word, word.toUpperCase()]);
  if (telling.length === 0) return true;
  const starts = new RegExp(`(?<![\\p{L}\\p{N}])(?:${telling.join("|")})`, isDescribed ? "iu" : "u");
  const { joined } = text;
  return starts.test(joined) || starts.test(stripAccents(joined)) || isOfOtherScript(speaker, joined);
}

function stripAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

function isOfOtherScript(name: string, text: string): boolean {
  return isMostlyLatin(name) !== isMostlyLatin(text);
}

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters;
}
