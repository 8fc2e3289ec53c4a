// Finds the entries of the index in which the words of a query stand, best first.
(() => {
  const search = globalThis.briefingSearch;

  /** How much more, or less, an entry counts for what it is, in the order of the kinds in the index. */
  const WEIGHTS = [1.3, 1.5, 1.2, 1, 1, 1, 0.8, 0.9];

  let words;

  /**
   * Returns the places with every word of the query; where there is none, those with some (`all` is false). A long word
   * is found with one letter amiss, and where nothing is found as it is written, with one in five: Zelenskyy, Zelensky. Numbers are
   * found as they are.
   */
  function find(query) {
    const { index, indexOptions, queryTerms, unpackWords } = search;
    words ??= globalThis.MiniSearch.loadJS(unpackWords(index.words), indexOptions);
    const terms = queryTerms(query);
    if (terms.length === 0) return { all: true, hits: [] };
    const attempts = [
      { combineWith: "AND", fuzzy: (term) => isLong(term) && 1 },
      { combineWith: "AND", fuzzy: (term) => mayVary(term) && 0.2 },
      { combineWith: "OR", fuzzy: (term) => mayVary(term) && 0.2 },
    ];
    for (const attempt of attempts) {
      const found = words.search(query, {
        ...attempt,
        tokenize: () => terms.map(({ term }) => term),
        prefix: (_term, at) => terms[at].prefix,
        boost: { label: 2 },
        boostDocument: (id) => WEIGHTS[index.entries[id][4][0]],
      });
      if (found.length > 0) {
        return { all: attempt.combineWith === "AND", hits: namedFirst(query, gather(found)) };
      }
    }
    return { all: true, hits: [] };
  }

  /** Whoever writes the name of an entry, such as S2 ¶13, wants that entry before those that cite it. */
  function namedFirst(query, hits) {
    const wordsOf = (text) => search.indexOptions.tokenize(text).join(" ");
    const name = wordsOf(query);
    const named = hits.filter(({ label }) => wordsOf(label) === name);
    return [...named, ...hits.filter((hit) => !named.includes(hit))];
  }

  function mayVary(term) {
    return term.length > 3 && !/\p{N}/u.test(term);
  }

  function isLong(term) {
    return term.length > 5 && mayVary(term);
  }

  /** The places to which the found entries lead, each with its entries: the best, and others in whose text words were found. */
  function gather(found) {
    const places = new Map();
    for (const { id, match } of found) {
      const { href, ...named } = readEntry(id);
      const place = places.get(href) ?? { href, ...named, ids: [], terms: [] };
      const inText = Object.values(match).some((fields) => fields.includes("text"));
      places.set(href, {
        ...place,
        ids: place.ids.length === 0 || inText ? [...place.ids, id] : place.ids,
        kinds: [...new Set([...place.kinds, ...named.kinds])],
        terms: [...place.terms, ...Object.keys(match)],
      });
    }
    return [...places.values()];
  }

  function readEntry(id) {
    const { index, root } = search;
    const [page, element, label, context, kinds] = index.entries[id];
    const [path, , title] = index.pages[page];
    const href = new URL(`${path}#${encodeURIComponent(element)}`, root).href;
    return { page, title, label, kinds, href, context: index.contexts[context] };
  }

  search.find = find;
})();
