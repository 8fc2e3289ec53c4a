// In the browser: the desk. It hears the server for both panes, says how things stand, and brings one pane to where the other is.
import { hearState } from "./connection.js";
import { recall, remember, startSwitches } from "./desk-layout.js";
import { listFailures } from "./layout-failures.js";
import { countProblems, makeProblemList, sayBroken } from "./problem-list.js";

const find = (selector) => document.querySelector(selector);
const [site, print] = [find("iframe.site"), find("iframe.print")];
const panel = find(".problem-panel");
const stateButton = find(".state");

let state;
let readyAt;
let paper = { failures: [] };
let sitePath = recall("path");

startSwitches();
site.src = sitePath ?? "/index.html";
hearState((told) => {
  state = told;
  readyAt = told && told.age !== null ? performance.now() - told.age : undefined;
  for (const frame of [site, print]) send(frame, "state", { state: told ?? null });
  showState();
});
setInterval(showAge, 1000);

function send(frame, kind, content) {
  frame.contentWindow.postMessage({ briefing: kind, ...content }, location.origin);
}

addEventListener("message", ({ source, origin, data }) => {
  const frame = [site, print].find(({ contentWindow }) => contentWindow === source);
  if (origin !== location.origin || frame === undefined) return;
  if (data.briefing === "ready" && state !== undefined) send(frame, "state", { state });
  if (data.briefing === "at") followSite(data);
  if (data.briefing === "pages") {
    paper = { ...paper, ...data };
    showState();
  }
});

/** The print view goes where the reader went; a page that was loaded anew, or is the one of before, is no such step. */
function followSite({ path, title, id, chosen, returned }) {
  const stays = !chosen && (returned || sitePath === undefined || path === sitePath);
  sitePath = path;
  remember("path", path);
  site.title = `Site: ${title}`;
  if (!stays && id) send(print, "show", { id });
}

let toldBefore = "";

function showState() {
  const failures = listFailures(paper.failures);
  const problems = [...(state?.problems ?? []), ...failures];
  const counts = {
    errors: state?.counts.errors ?? 0,
    warnings: (state?.counts.warnings ?? 0) + failures.length,
  };
  const remarks = state?.remarks ?? [];
  const broken = state?.broken ?? false;
  document.body.dataset.state = state === undefined ? "lost" : broken ? "broken" : "good";
  document.body.dataset.building = String(state?.building ?? false);
  document.body.classList.toggle("is-old", broken && state.age !== null);
  find(".title").textContent = state?.title ?? "Writing desk";
  document.title = `${broken ? "✗ " : ""}${state?.title ?? "Writing desk"}`;
  setText(".state-text", sayState({ problems, counts, remarks }));
  setText(".paper-state", sayPaper());
  showAge();

  const told = JSON.stringify([problems, remarks]);
  const none = problems.length + remarks.length === 0;
  stateButton.disabled = none;
  if (told === toldBefore) return;
  toldBefore = told;
  const list = find(".problem-list");
  list.replaceChildren(...makeProblemList({ problems, counts, remarks }));
  setText(".problem-title", sayTitle());
  list.scrollTop = 0;
  // What keeps the pack from being built shows itself; what does not, waits to be asked for.
  if (broken) openPanel(true);
  else if (none || panel.dataset.broken === "true") openPanel(false);
  panel.dataset.broken = String(broken);
}

function setText(selector, text) {
  const element = find(selector);
  if (element.textContent !== text) element.textContent = text;
}

function sayTitle() {
  return state?.broken === true ? sayBroken(state) : "Notices";
}

function sayState({ counts, remarks }) {
  if (state === undefined) return "The server does not answer";
  const notices = counts.warnings + remarks.length;
  if (state.broken) return countProblems({ counts }) || "Cannot be built";
  if (state.age === null) return "Building …";
  return notices > 0 ? `Built, ${notices} ${notices === 1 ? "notice" : "notices"}` : "Built";
}

function sayPaper() {
  if (!paper.pages && !paper.busy) return "";
  if (paper.busy) return `Laying out part ${paper.busy.done} of ${paper.busy.of} …`;
  return `${paper.pages} pages`;
}

function showAge() {
  setText(".age", readyAt === undefined ? "" : sayAge((performance.now() - readyAt) / 1000));
}

function sayAge(seconds) {
  const age =
    seconds < 10
      ? `${Math.max(0.1, seconds).toFixed(1)} s`
      : seconds < 60
        ? `${Math.round(seconds)} s`
        : seconds < 5400
          ? `${Math.round(seconds / 60)} min`
          : `${Math.round(seconds / 3600)} h`;
  return `${document.body.classList.contains("is-old") ? "last good state: " : ""}${age} ago`;
}

function openPanel(open) {
  panel.hidden = !open;
  stateButton.setAttribute("aria-expanded", String(open));
}

stateButton.addEventListener("click", () => openPanel(panel.hidden));
find(".close").addEventListener("click", () => {
  openPanel(false);
  stateButton.focus();
});
panel.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  openPanel(false);
  stateButton.focus();
});
