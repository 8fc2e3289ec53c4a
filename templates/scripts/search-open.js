// Where a search begins: the button in the head of a page, the key, or the page of results.
(() => {
  const search = globalThis.briefingSearch;
  const dialog = document.querySelector("dialog[data-search]");
  const page = document.querySelector("div[data-search]");
  const panel = dialog ?? page;
  if (panel === null) return;
  const field = panel.querySelector('[data-search-part="field"]');
  const form = panel.querySelector("form");

  if (page === null) startDialog();
  else startPage();
  startKey(panel.querySelector("[data-search-key]"));

  /** The dialog that every page has: over the page, so that the reader's place on it is kept. */
  function startDialog() {
    const button = document.querySelector("[data-search-open]");
    button.hidden = false;
    button.addEventListener("click", open);
    panel.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", ({ target }) => {
      // A click beside the dialog is one on itself; a link may lead to the page beneath it.
      if (target === dialog || target.closest("a") !== null) dialog.close();
    });
    // The browser would first empty the field, and the next time the words would be gone.
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(addressOf(field.value));
    });
  }

  /** The page of results, whose address holds the query, so that a search can be passed on. */
  function startPage() {
    page.hidden = false;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    const started = search.start(page, (query) => history.replaceState(null, "", addressOf(query)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      started.then(({ update }) => update());
    });
    if (field.value === "") field.focus();
  }

  function open() {
    if (dialog !== null && !dialog.open) dialog.showModal();
    field.focus();
    field.select();
    search.start(panel);
  }

  function addressOf(query) {
    const address = new URL("search.html", search.root);
    if (query.trim() !== "") address.searchParams.set("q", query.trim());
    return address.href;
  }

  /** A key without another can be pressed by speech; so it can be turned off (WCAG 2.2, 2.1.4). */
  function startKey(choice) {
    choice.checked = read() !== "off";
    choice.addEventListener("change", () => write(choice.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
      const { key, ctrlKey, altKey, metaKey, target } = event;
      const typing = target.closest("input, textarea, select, [contenteditable]") !== null;
      if (key !== "/" || ctrlKey || altKey || metaKey || typing || !choice.checked) return;
      event.preventDefault();
      open();
    });
  }

  /** Where the reader's browser keeps nothing, the key is on. */
  function read() {
    try {
      return localStorage.getItem("briefing-search-key");
    } catch {
      return null;
    }
  }

  function write(value) {
    try {
      localStorage.setItem("briefing-search-key", value);
    } catch {
      // It holds for this page alone.
    }
  }
})();
