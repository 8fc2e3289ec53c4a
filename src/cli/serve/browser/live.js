// In the browser, on every page of the site: loads the page anew when it is another, and keeps the reader's place.
import { desk, hearState, tellDesk } from "./connection.js";
import { keepPlace, restorePlace } from "./place.js";
import { showOverPage } from "./problem-list.js";

const { briefingPage: known } = document.querySelector("script[data-briefing-page]").dataset;
const returned = restorePlace();
if (desk !== undefined) document.documentElement.classList.add("briefing-in-desk");

/** Tells where the reader is; `chosen` where a place within the page was. */
const tellPlace = (id, chosen) =>
  tellDesk("at", { path: location.pathname + location.hash, title: document.title, id, chosen, returned });

/** What this page, or the place in it that its address names, is called in the print document: the ids are the same. */
function nameOfPlace() {
  const named = location.hash.slice(1);
  try {
    if (named) return decodeURIComponent(named);
  } catch {
    // An address that cannot be decoded names nothing.
  }
  return document.querySelector("[data-part]")?.id;
}

tellPlace(nameOfPlace(), false);
addEventListener("hashchange", () => tellPlace(nameOfPlace(), true));

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href]");
  // The desk stays where it is; another site opens beside it.
  if (link && desk && link.origin !== location.origin) {
    link.target = "_blank";
    link.rel = "noopener";
  }
  if (link || target.closest("button, summary, input, select, textarea")) return;
  if (!getSelection().isCollapsed) return;
  const chosen = target.closest("[data-part] [id], [data-part]");
  if (chosen) tellPlace(chosen.id, true);
});

let looking = Promise.resolve();
hearState((state) => {
  if (desk === undefined) showOverPage(state);
  if (state === undefined || state.building || (state.age === null && !state.broken)) return;
  looking = looking.then(reloadIfChanged).catch(() => undefined);
});

async function reloadIfChanged() {
  const answer = await fetch(`/__briefing/digest?${location.pathname}`, { cache: "no-store" });
  const digest = await answer.text();
  if (!answer.ok || digest === "" || digest === known) return;
  keepPlace();
  location.reload();
}
