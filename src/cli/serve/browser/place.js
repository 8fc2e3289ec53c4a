// In the browser: keeps the place of a page of the site through a reload, as seen from the nearest thing that has an id.
const KEY = "briefing-place";

/** The elements that a place can be told by: those of the text, that take up room. */
function listAnchors() {
  return [...document.querySelectorAll("main [id]")].filter((element) => element.getClientRects().length > 0);
}

/** Notes where the reader is. */
export function keepPlace() {
  const anchors = listAnchors();
  const above = anchors.filter((element) => element.getBoundingClientRect().top <= 1);
  const anchor = above.at(-1);
  sessionStorage.setItem(
    KEY,
    JSON.stringify({
      path: location.pathname,
      id: anchor?.id,
      offset: anchor ? anchor.getBoundingClientRect().top : 0,
      y: scrollY,
      x: scrollX,
    }),
  );
}

/** Goes back to where the reader was before the reload that `keepPlace` was called for; says whether there was one. */
export function restorePlace() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (kept?.path !== location.pathname) return false;
  history.scrollRestoration = "manual";
  const go = () => {
    const anchor = kept.id ? document.getElementById(kept.id) : null;
    const top = anchor ? scrollY + anchor.getBoundingClientRect().top - kept.offset : kept.y;
    scrollTo({ left: kept.x, top, behavior: "instant" });
  };
  go();
  // Fonts and pictures that come later move the text; a reader who has moved meanwhile stays there.
  const moved = new AbortController();
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => moved.abort(), { once: true, passive: true });
  }
  const goAgain = () => !moved.signal.aborted && go();
  addEventListener("load", goAgain, { once: true });
  document.fonts.ready.then(goAgain);
  return true;
}
