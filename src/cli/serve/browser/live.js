// In the browser, on every page of the site: loads the page anew when it is another, and keeps the reader's place.
import { desk, hearState, tellDesk } from "./connection.js";
import { keepPlace, restorePlace } from "./place.js";
import { showOverPage } from "./problem-list.js";

const { briefingPage: known } = document.querySelector("script[data-briefing-page]").dataset;
const returned = restorePlace();
if (desk !== undefined) document.documentElement.classList.add("briefing-in-desk");

const tellPlace = (id) =>
  tellDesk("at", {
    path: location.pathname + location.hash,
    title: document.title,
    id: id ?? nameOfPlace(),
    returned,
  });

/** What this page, or the place in it that its address names, is called in the print document: the ids are the same. */
function nameOfPlace() {
  const named = decodeURIComponent(location.hash.slice(1));
  return named || document.querySelector("[data-part]")?.id;
}

tellPlace();
addEventListener("hashchange", () => tellPlace());

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
  if (chosen) tellPlace(chosen.id);
});

let looking = Promise.resolve();
hearState((state) => {
  if (desk === undefined) showOverPage(state);
  if (state === undefined || state.building) return;
  looking = looking.then(reloadIfChanged).catch(() => undefined);
});

async function reloadIfChanged() {
  const answer = await fetch(`/__briefing/digest?${location.pathname}`, { cache: "no-store" });
  const digest = await answer.text();
  if (!answer.ok || digest === "" || digest === known) return;
  keepPlace();
  location.reload();
}
