// The field, the choices that narrow the results, and the list, brought together.
(() => {
  const search = globalThis.briefingSearch;

  /** How many results are shown at first, and how many more each time. */
  const STEP = 20;

  /** How long typing must pause before a search, in milliseconds. */
  const PAUSE = 120;

  /** Makes a panel work, and returns what searches at once. `onSearch` is told each query. */
  function startPanel(panel, onSearch) {
    const part = (name) => panel.querySelector(`[data-search-part="${name}"]`);
    const [field, pages, kinds, status, list, more, advice, choices] = [
      ..."field pages kinds status list more advice choices".split(" ").map(part),
    ];
    const hint = status.textContent;
    let found = { all: true, hits: [] };
    let shown = [];
    let turn = 0;
    let timer;

    async function update() {
      const mine = ++turn;
      clearTimeout(timer);
      found = search.find(field.value);
      offer(pages, found.hits, (hit) => [hit.page], nameOfPage);
      offer(kinds, found.hits, (hit) => hit.kinds, nameOfKind);
      await narrow(mine);
      onSearch(field.value);
    }

    async function narrow(mine = ++turn) {
      list.ariaBusy = "true";
      shown = found.hits.filter(
        (hit) =>
          (pages.value === "" || hit.page === Number(pages.value)) &&
          (kinds.value === "" || hit.kinds.includes(Number(kinds.value))),
      );
      const items = await search.makeItems(shown.slice(0, STEP));
      if (mine !== turn) return;
      list.replaceChildren(...items);
      panel.scrollTop = 0;
      more.hidden = shown.length <= STEP;
      choices.hidden = found.hits.length === 0;
      const nothingAsked = field.value.trim() === "";
      advice.hidden = found.hits.length > 0 || nothingAsked;
      status.textContent = nothingAsked ? hint : search.describe(field.value, found, shown.length);
      list.ariaBusy = "false";
    }

    async function showMore() {
      const [mine, before] = [turn, list.children.length];
      const items = await search.makeItems(shown.slice(before, before + STEP));
      if (mine !== turn) return;
      list.append(...items);
      more.hidden = shown.length <= list.children.length;
      items[0]?.querySelector("a").focus();
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      // What is still being made for fewer letters is not shown any more.
      turn += 1;
      list.ariaBusy = "true";
      timer = setTimeout(update, PAUSE);
    });
    for (const choice of [pages, kinds]) choice.addEventListener("change", () => narrow());
    more.addEventListener("click", showMore);
    panel.addEventListener("keydown", (event) => moveAmong(event, field, list));
    if (field.value !== "") update();
    return { update };
  }

  function nameOfPage(number) {
    const [, name, title] = search.index.pages[number];
    return name === title ? name : `${name} ${title}`;
  }

  function nameOfKind(number) {
    return search.index.kinds[number];
  }

  /** Sets the options of a menu to what the hits have, with how many; what was chosen stays chosen while it is there. */
  function offer(menu, hits, valuesOf, nameOf) {
    const counts = new Map();
    for (const value of hits.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const chosen = menu.value;
    const options = [...counts]
      .sort(([left], [right]) => left - right)
      .map(([value, count]) => new Option(`${nameOf(value)} (${count})`, value));
    menu.replaceChildren(menu.options[0], ...options);
    menu.value = counts.has(Number(chosen)) ? chosen : "";
  }

  /** Arrow keys lead from the field to the results, from one to the next, and back. */
  function moveAmong(event, field, list) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (step === undefined || at < 0 || stops[at + step] === undefined) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  search.startPanel = startPanel;
})();
