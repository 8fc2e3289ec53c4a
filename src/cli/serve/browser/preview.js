// In the browser: sets Paged.js up for the print view, and goes back to where the reader was after a reload.
(() => {
  const key = "briefing-preview-scroll";
  const sheet = document.createElement("style");
  sheet.dataset.pagedjsIgnore = "";
  sheet.textContent = `@media screen {
    body { margin: 0; }
    .pagedjs_pages { background: #6b6b70; display: flex; flex-direction: column; align-items: center; gap: 1rem; padding: 1rem 0; }
    .pagedjs_page { background: #fff; box-shadow: 0 1px 6px #0008; }
  }`;
  document.head.append(sheet);
  window.PagedConfig = {
    auto: true,
    after: () => window.scrollTo(0, Number(sessionStorage.getItem(key) ?? 0)),
  };
  addEventListener("pagehide", () => sessionStorage.setItem(key, String(window.scrollY)));
})();
