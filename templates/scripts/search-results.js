// Shows what was found: a list of links to the very places, each with the words around what was looked for.
(() => {
  const search = globalThis.briefingSearch;

  /** How many stretches of one place are shown. */
  const STRETCHES = 3;

  /** The text of an entry, from the file that holds it. */
  async function readText(id) {
    const { firsts } = search.index;
    const file = firsts.findLastIndex((first) => first <= id);
    await search.load(`search-texts-${file}.js`);
    return search.texts[file][id - firsts[file]];
  }

  /** The items of the list for some hits. */
  async function makeItems(hits) {
    const texts = await Promise.all(
      hits.map(({ ids }) => Promise.all(ids.slice(0, STRETCHES).map(readText))),
    );
    return hits.map((hit, at) => makeItem(hit, texts[at]));
  }

  function makeItem({ href, label, title, context, terms, ids }, texts) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    const under = [title, context].filter((words) => words !== "" && !label.startsWith(words));
    link.append(
      spanOf("search-label", search.excerptOf(label, terms)),
      " ",
      spanOf("search-context", under.join(" – ")),
    );
    item.append(link, ...texts.map((text) => paragraphOf("search-excerpt", search.excerptOf(text, terms))));
    if (ids.length > texts.length)
      item.append(paragraphOf("search-rest", `and ${ids.length - texts.length} more there`));
    return item;
  }

  function paragraphOf(name, content) {
    const paragraph = document.createElement("p");
    paragraph.className = name;
    paragraph.append(content);
    return paragraph;
  }

  function spanOf(name, content) {
    const span = document.createElement("span");
    span.className = name;
    span.append(content);
    return span;
  }

  /** What is said of a search, where results can be narrowed to `shown` of those found. */
  function describe(query, { all, hits }, shown) {
    if (hits.length === 0) return `Nothing found for “${query.trim()}”.`;
    const count = hits.length === 1 ? "1 result" : `${hits.length} results`;
    const narrowed = shown === hits.length ? count : `${shown} of ${count}`;
    return all ? narrowed : `Nothing has all of these words. ${narrowed} with some of them.`;
  }

  Object.assign(search, { makeItems, describe });
})();
