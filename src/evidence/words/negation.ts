// Words that turn a statement into its contrary, by language: a quotation that leaves one out, or begins beside it, may mislead.

/**
 * The negations of each language (its BCP 47 primary subtag), as parts of a pattern: particles, pronouns, determiners and adverbs,
 * and the words that take a thing away (“without”, “unless”) or almost do (“hardly”: the approximate negators of the Cambridge Grammar
 * of the English Language, ch. 9). Words that mostly mean something else stay out, such as French “personne” and “plus”, beside which
 * “ne” stands.
 */
const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    ..."not no non never none nor neither without cannot nothing nobody nowhere unless lest".split(" "),
    ..."hardly scarcely barely seldom rarely \\p{L}+n't".split(" "),
  ],
  de: [
    ..."nicht nichts nie niemals nimmer niemand(?:e[mns])? nirgends nirgendwo weder ohne kaum".split(" "),
    ..."kein(?:e[mnrs]?)? keineswegs keinesfalls mitnichten".split(" "),
  ],
  fr: [
    ..."ne n'\\p{L}+ pas non jamais rien aucune?s? nul(?:le)?s? ni sans guère nullement".split(" "),
    "à moins",
  ],
  es: "no nunca jamás nada nadie ning[uú]n[oa]?s? ni tampoco sin apenas".split(" "),
  it: [..."non no mai niente nulla nessun[oa]? né neanche nemmeno neppure senza".split(" "), "a meno"],
  uk: [
    ..."не ні ані ніколи ніде нікуди ніяк ніхто нікого нікому ніким ніщо нічого нічому нічим".split(" "),
    ..."без немає нема жоден жодн\\p{L}+ навряд ледве".split(" "),
  ],
  ru: [
    ..."не ни нет никогда нигде никуда никто никого никому никем ничто ничего ничему ничем".split(" "),
    ..."без нельзя никак(?:ой|ая|ое|ие|ого|ому|их|им|ими|ую)? вряд едва".split(" "),
  ],
  pl: [
    ..."nie nigdy nigdzie nikt nikogo nikomu nikim nic niczego niczemu niczym ani bez ledwie ledwo".split(
      " ",
    ),
    ..."żaden żadn\\p{L}+".split(" "),
  ],
};

/** What makes a word its contrary, before it (“un-”, “non-”, “без-”) or after it (“-less”, “-los”), in any of the languages. */
const AFFIXES = new Set(
  "n' un in im il ir dis mis non anti under less miss los frei dé dés mé mal des не без бес nie bez".split(
    " ",
  ),
);

const PATTERNS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(NEGATIONS).map(([language, words]) => [language, wholeWord(words)]),
);
/** For a source in a language that is not in the table. */
const ANY = wholeWord(Object.values(NEGATIONS).flat());

function wholeWord(words: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${[...new Set(words)].join("|")})(?!\\p{L})`, "iu");
}

/** Whether folded words hold a negation of a language (a BCP 47 tag); of any in the table where the language is not in it. */
export function hasNegation(words: string, language: string | undefined): boolean {
  const primary = language?.split("-", 1)[0]?.toLowerCase() ?? "";
  return (PATTERNS.get(primary) ?? ANY).test(words);
}

/** Whether letters that were taken from a word, or from a compound, had made it its contrary. */
export function isNegatingAffix(letters: string): boolean {
  return AFFIXES.has(letters.toLowerCase().replace(/^-|-$/g, ""));
}
