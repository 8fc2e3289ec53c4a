// In the browser: shows the print document in pages, and lays out anew what was changed, each time the site was built.
import { desk, hearDesk, hearState, tellDesk } from "./connection.js";
import { layOutSections } from "./lay-out-sections.js";
import { readDocument } from "./print-document.js";
import { composeNote } from "./print-note.js";
import { createPages } from "./print-pages.js";
import { showOverPage } from "./problem-list.js";
import { createSheafPlace } from "./sheaf-place.js";

/** How often pages are shown while many are made, in milliseconds. */
const SHOW_EVERY = 400;
const MANY = 12;

const note = document.querySelector(".briefing-note");
const paper = document.querySelector(".briefing-paper");
const sheaf = document.querySelector(".pagedjs_pages");
const pages = createPages(sheaf);
const place = createSheafPlace({ paper, sheaf, note });

let kept = [];
let current;
let failures = [];
let buildable = true;
let turns = 0;
let running = new AbortController();

hearState((state) => {
  if (desk === undefined) showOverPage(state);
  if (state === undefined) return;
  buildable = state.age !== null || !state.broken;
  showNote(failures);
  if (state.building || state.age === null) return;
  update().catch((error) => tellEnd([{ message: `The pages cannot be made: ${error?.message}` }]));
});
hearDesk("show", ({ id }) => place.show(id));
// The browser went to the words; the page they stand on is to be seen.
addEventListener("hashchange", () => place.show(nameOf(location.hash)));

function tell(content) {
  tellDesk("pages", { pages: pages.count(), busy: null, ...content });
}

/** Tells that the work is over, and what went wrong in it. */
function tellEnd(failures) {
  showNote(failures);
  tell({ failures });
}

/** Says above the pages what nobody else does. */
function showNote(failures) {
  const text = composeNote({ pages: pages.count(), failures, buildable, alone: desk === undefined });
  note.hidden = text === "";
  if (note.textContent !== text) note.textContent = text;
}

/** Shows the print document as it is now. */
async function update() {
  turns += 1;
  const turn = turns;
  const { source, styles, text } = await readDocument();
  if (turn !== turns) return;
  if (current === text) return tellEnd(failures);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  current = text;
  try {
    kept = await layOutSections({ source, styles, kept, onSection: showProgress(), signal });
  } catch (error) {
    // The work that took the place of this one tells how it ends.
    if (signal.aborted) return;
    // Whatever comes next begins with what is done.
    current = undefined;
    throw error;
  }
  failures = kept.flatMap(({ name, file, failures: messages }) =>
    messages.map((message) => ({ name, file, message })),
  );
  showPages(kept, failures, true);
  document.title = source.title;
  tell({ failures });
}

/** Shows pages, `all` there are or those that are done, and keeps the reader's place. */
function showPages(sections, failures, all) {
  place.keepWhile(() => {
    pages.show(sections);
    showNote(failures);
  }, all);
}

/** Tells how far the work is; where nothing is shown yet and there is much to do, shows what is done. */
function showProgress() {
  const empty = pages.count() === 0;
  let shownAt = 0;
  return (sections, done, of) => {
    tell({ busy: { done, of } });
    const names = new Set(sections.map(({ name }) => name));
    kept = [...sections, ...kept.filter(({ name }) => !names.has(name))];
    if (!empty || of < MANY || performance.now() - shownAt < SHOW_EVERY) return;
    showPages(sections, [], false);
    shownAt = performance.now();
  };
}

function nameOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

if (desk === undefined) document.documentElement.classList.add("briefing-alone");
