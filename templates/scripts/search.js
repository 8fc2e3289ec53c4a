// What a search needs beside its panel, loaded when it is first wanted and not before.
(() => {
  const own = new URL(document.currentScript.src);
  const search = { root: new URL("..", own), texts: [], load, start };
  globalThis.briefingSearch = search;

  const FILES = [
    "minisearch",
    "search-terms",
    "search-words",
    "search-find",
    "search-excerpt",
    "search-results",
    "search-panel",
  ];

  const loading = new Map();
  const started = new Map();

  /** Loads a script of the assets once. A script, because a page that was opened from a folder may read no other file. */
  function load(name) {
    if (!loading.has(name)) loading.set(name, addScript(name));
    return loading.get(name);
  }

  function addScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(name, own).href;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${name} did not load`)));
      document.head.append(script);
    });
  }

  /** Makes a panel work, once. `onSearch` is told each query. */
  function start(panel, onSearch = () => {}) {
    started.set(panel, started.get(panel) ?? begin(panel, onSearch));
    return started.get(panel);
  }

  function begin(panel, onSearch) {
    return Promise.all([...FILES.map((name) => `${name}.js`), "search-index.js"].map(load))
      .then(() => search.startPanel(panel, onSearch))
      .catch((error) => {
        const status = panel.querySelector('[data-search-part="status"]');
        status.textContent = "The search could not be loaded. Reload the page, or look through the contents.";
        throw error;
      });
  }
})();
