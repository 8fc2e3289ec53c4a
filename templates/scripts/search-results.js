// Shows what was found: a list of links to the very places, each with the words around what was looked for.
(() => {
  const search = globalThis.briefingSearch;

  /** The texts of entries, by their numbers, from the files that hold them. */
  async function readTexts(hits) {
    const { firsts } = search.index;
    const files = hits.map(({ id }) => firsts.findLastIndex((first) => first <= id));
    await Promise.all([...new Set(files)].map((file) => search.load(`search-texts-${file}.js`)));
    return hits.map(({ id }, at) => search.texts[files[at]][id - firsts[files[at]]]);
  }

  /** The items of the list for some hits. */
  async function makeItems(hits) {
    const texts = await readTexts(hits);
    return hits.map((hit, at) => makeItem(hit, texts[at]));
  }

  function makeItem({ href, label, title, context, terms }, text) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    const under = [title, context].filter((words) => words !== "" && !label.startsWith(words));
    link.append(
      spanOf("search-label", search.excerptOf(label, terms)),
      " ",
      spanOf("search-context", under.join(" – ")),
    );
    const excerpt = document.createElement("p");
    excerpt.className = "search-excerpt";
    excerpt.append(search.excerptOf(text, terms));
    item.append(link, excerpt);
    return item;
  }

  function spanOf(name, content) {
    const span = document.createElement("span");
    span.className = name;
    span.append(content);
    return span;
  }

  /** What is said of a search, where results can be narrowed to `shown` of those found. */
  function describe(query, { all, hits }, shown) {
    if (query.trim() === "") return "";
    if (hits.length === 0) return `Nothing found for “${query.trim()}”.`;
    const count = hits.length === 1 ? "1 result" : `${hits.length} results`;
    const narrowed = shown === hits.length ? count : `${shown} of ${count}`;
    return all ? narrowed : `Nothing has all of these words. ${narrowed} with some of them.`;
  }

  Object.assign(search, { makeItems, describe });
})();
