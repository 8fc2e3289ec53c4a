// Shows of a long list only what is about one source: where a page has a choice of sources, it works on the elements that name theirs.
(() => {
  for (const filter of document.querySelectorAll("[data-filter]")) {
    const scope = document.getElementById(filter.dataset.filter);
    const choice = filter.querySelector("select");
    const count = filter.querySelector("output");
    if (scope === null || choice === null || count === null) continue;
    const rows = [...scope.querySelectorAll("[data-source]")];

    const apply = () => {
      for (const row of rows) row.hidden = choice.value !== "" && row.dataset.source !== choice.value;
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = shown === rows.length ? `all ${rows.length}` : `${shown} of ${rows.length}`;
    };
    choice.addEventListener("change", apply);
    filter.hidden = false;
    // A browser that comes back to the page restores the choice.
    apply();
  }
})();
