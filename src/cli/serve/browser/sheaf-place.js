// In the browser: where the reader of the printed pages is, kept while pages change and through reloads; and the size of the pages.
const KEY = "briefing-print-place";

/** Keeps the place in `sheaf`, the pages, which are made to fit the width of `paper`, their holder; `note` may lie over their top. */
export function createSheafPlace({ paper, sheaf, note }) {
  let wanted = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  let scale = 1;

  /** Pages as wide as the window lets them be. Scaled when they are painted: laid out at another size, lines would break elsewhere. */
  function resize() {
    const page = sheaf.querySelector(".pagedjs_page");
    if (page === null) return;
    const widest = Math.max(...[...sheaf.children].map(({ offsetWidth }) => offsetWidth));
    scale = Math.min(1, (document.documentElement.clientWidth - 2 * MARGIN) / widest);
    sheaf.style.transform = `scale(${scale})`;
    sheaf.style.left = `${Math.max(0, (document.documentElement.clientWidth - widest * scale) / 2)}px`;
    paper.style.height = `${sheaf.offsetHeight * scale}px`;
  }

  /** The first page that can be seen: its part, its number in it, and how far down it is. */
  function read() {
    const page = [...sheaf.children].find((one) => one.getBoundingClientRect().bottom > 0);
    if (page === undefined) return undefined;
    const { ofPart: part } = page.dataset;
    const { top, height } = page.getBoundingClientRect();
    return { part, index: pagesOf(part).indexOf(page), share: top / height };
  }

  const pagesOf = (part) => [...sheaf.children].filter((page) => page.dataset.ofPart === part);

  /** Goes to a place; says whether its part is there. */
  function go({ part, index, share }) {
    const own = pagesOf(part);
    const page = own[Math.min(index, own.length - 1)];
    if (page === undefined) return false;
    const { top, height } = page.getBoundingClientRect();
    const away = top - share * height;
    // Less is what rounding makes, and would add up.
    if (Math.abs(away) >= 1) scrollTo({ top: scrollY + away, behavior: "instant" });
    return own.length > index;
  }

  /** Changes the pages, and goes back to where the reader was; to where a reload left off, too, when that page is there or all are. */
  function keepWhile(change, all) {
    const before = wanted ?? read();
    change();
    resize();
    if ((before !== undefined && go(before)) || all) wanted = undefined;
  }

  /** Shows what has this id: a part, a heading, a passage; nothing where the document has none. */
  function show(id) {
    const target = document.getElementById(id) ?? pagesOf(id)[0];
    if (!target || !sheaf.contains(target)) return;
    wanted = undefined;
    const page = target.closest(".pagedjs_page");
    const first = target.matches("[data-part]") || target.closest("h1") ? page : target;
    const { top } = first.getBoundingClientRect();
    scrollTo({
      top: scrollY + top - note.offsetHeight - (first === page ? MARGIN : window.innerHeight / 5),
      behavior: "instant",
    });
    mark(target.matches("[data-part]") ? page : target);
  }

  history.scrollRestoration = "manual";
  // Whoever moves meanwhile stays there.
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(
      kind,
      () => {
        wanted = undefined;
      },
      { passive: true },
    );
  }
  addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify(read() ?? wanted ?? null)));
  new ResizeObserver(() => {
    const before = read();
    resize();
    if (before !== undefined) go(before);
  }).observe(document.documentElement);
  return { keepWhile, show };
}

/** The space around pages, in CSS pixels. */
const MARGIN = 12;

/** Says for a moment which it is. */
function mark(element) {
  element.animate([{ outline: "3px solid #1d5a9e", outlineOffset: "2px" }, { outlineColor: "transparent" }], {
    duration: 1200,
  });
}
