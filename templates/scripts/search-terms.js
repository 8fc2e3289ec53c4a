// The words of a text as a search compares them. The index is built with this file, too, so that both see the same words.
(() => {
  /** A run of letters and digits with what belongs to them: marks, and signs without a width such as soft hyphens. */
  const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

  /** Scripts that are written without spaces between words. */
  const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/u;

  /** Marks that a reader may leave out: accents, Hebrew points, Arabic vowel signs, signs without a width. */
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\p{Cf}]/gu;

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

  function fold(word) {
    const bare = word.normalize("NFKD").replace(MARKS, "").normalize("NFKC").toLowerCase();
    return bare.replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter]);
  }

  /** The words of a text in order, folded, each with where it stands. */
  function findWords(text) {
    return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
      // What an apostrophe leaves of a genitive is no word: Ukraine’s.
      if (/^s$/i.test(run) && /\p{L}['’]$/u.test(text.slice(Math.max(0, index - 2), index))) return [];
      return SPACELESS.test(run)
        ? cutRun(run, index)
        : [{ term: fold(run), start: index, end: index + run.length }];
    });
  }

  /**
   * A run without spaces gives each pair of neighbouring characters, and its last character. Pairs need no dictionary, of which
   * each browser has another, and are found while a word is still being typed.
   */
  function cutRun(run, offset) {
    const pieces = [...run.matchAll(new RegExp(`${SPACELESS.source}|[^]`, "gu"))];
    const words = [];
    let other;
    for (const { 0: piece, index } of pieces) {
      const start = offset + index;
      if (SPACELESS.test(piece)) {
        other = undefined;
        words.push(...pairs(piece, start));
      } else if (other === undefined) {
        other = { text: piece, start, end: start + piece.length };
        words.push(other);
      } else {
        other.text += piece;
        other.end += piece.length;
      }
    }
    return words
      .map(({ text, start, end }) => ({ term: fold(text), start, end }))
      .filter(({ term }) => term !== "");
  }

  function pairs(piece, offset) {
    let start = offset;
    const characters = [...piece];
    return characters.map((character, at) => {
      const text = character + (characters[at + 1] ?? "");
      const pair = { text, start, end: start + text.length };
      start += character.length;
      return pair;
    });
  }

  /**
   * How the words of a query are looked for: the last, which may still be typed, also as the beginning of a word, and so is a
   * single character of a script without spaces. Where that script gives pairs, they suffice.
   */
  function queryTerms(query) {
    const found = findWords(query);
    const terms = found.filter(({ end }, at) => found[at - 1]?.end !== end).map(({ term }) => term);
    return terms.map((term, at) => ({
      term,
      prefix: at === terms.length - 1 || ([...term].length === 1 && SPACELESS.test(term)),
    }));
  }

  globalThis.briefingSearch ??= {};
  Object.assign(globalThis.briefingSearch, {
    findWords,
    queryTerms,
    /** What MiniSearch must be told when the index is built, and again when it is read. */
    indexOptions: {
      fields: ["label", "text"],
      tokenize: (text) => findWords(text).map(({ term }) => term),
      processTerm: (term) => term,
    },
  });
})();
