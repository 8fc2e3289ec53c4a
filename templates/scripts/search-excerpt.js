// The stretch of a text in which most of the words looked for stand, with these words marked. A short text is shown whole.
(() => {
  const search = globalThis.briefingSearch;

  /** About how many characters are shown, and how many of them before the first word found. */
  const LENGTH = 240;
  const LEAD = 60;

  /** Returns a fragment of text and `mark` elements. `terms` are words of the index, folded. */
  function excerptOf(text, terms) {
    const wanted = new Set(terms);
    const found = join(search.findWords(text).filter(({ term }) => wanted.has(term)));
    const [start, end] = chooseStretch(text, found);
    const fragment = document.createDocumentFragment();
    let at = start;
    if (start > 0) fragment.append("… ");
    for (const word of found) {
      if (word.start < start || word.end > end) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(word.start, word.end);
      fragment.append(text.slice(at, word.start), mark);
      at = word.end;
    }
    fragment.append(text.slice(at, end), end < text.length ? " …" : "");
    return fragment;
  }

  /** Words that touch or overlap, as pairs of characters do, are marked as one. */
  function join(words) {
    const joined = [];
    for (const { term, start, end } of words) {
      const last = joined.at(-1);
      if (last !== undefined && start <= last.end) {
        last.end = Math.max(last.end, end);
        last.terms.push(term);
      } else joined.push({ terms: [term], start, end });
    }
    return joined;
  }

  function chooseStretch(text, found) {
    if (text.length <= LENGTH + LEAD) return [0, text.length];
    let best = { start: 0, count: 0 };
    for (const [at, { start }] of found.entries()) {
      const within = found.slice(at).filter(({ end }) => end < start + LENGTH - LEAD);
      const count = new Set(within.flatMap(({ terms }) => terms)).size;
      if (count > best.count) best = { start, count };
    }
    const start = best.start <= LEAD ? 0 : afterSpace(text, best.start - LEAD, best.start);
    const end = Math.min(text.length, start + LENGTH);
    return [start, end === text.length ? end : beforeSpace(text, end, start + LENGTH / 2)];
  }

  function afterSpace(text, from, most) {
    const space = text.indexOf(" ", from);
    return space < 0 || space >= most ? from : space + 1;
  }

  function beforeSpace(text, from, least) {
    const space = text.lastIndexOf(" ", from);
    return space < least ? from : space;
  }

  search.excerptOf = excerptOf;
})();
