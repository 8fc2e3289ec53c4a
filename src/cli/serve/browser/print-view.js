// In the browser: shows the print document in pages, and lays out anew what was changed, each time the site was built.
import { desk, hearDesk, hearState, tellDesk } from "./connection.js";
import { layOutSections } from "./lay-out-sections.js";
import { createPages } from "./print-pages.js";
import { createSheafPlace } from "./sheaf-place.js";

const ADDRESS = "/print/index.html";
/** How often pages are shown while many are made, in milliseconds. */
const SHOW_EVERY = 400;
const MANY = 12;

const note = document.querySelector(".briefing-note");
const paper = document.querySelector(".briefing-paper");
const sheaf = document.querySelector(".pagedjs_pages");
const pages = createPages(sheaf);
const place = createSheafPlace(paper, sheaf);

let kept = [];
let current;
let failures = [];
let turns = 0;
let running = new AbortController();

hearState((state) => {
  if (state === undefined || state.building || state.age === null) return;
  update().catch((error) => tell({ failures: [{ message: `The pages cannot be made: ${error?.message}` }] }));
});
hearDesk("show", ({ id }) => place.show(id));
// The browser went to the words; the page they stand on is to be seen.
addEventListener("hashchange", () => place.show(nameOf(location.hash)));

function tell(content) {
  tellDesk("pages", { pages: pages.count(), busy: null, ...content });
}

/** Shows the print document as it is now. */
async function update() {
  turns += 1;
  const turn = turns;
  const { source, styles, text } = await readDocument();
  if (turn !== turns) return;
  if (current === text) return tell({ failures });
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
  note.hidden = true;
  place.keepWhile(() => pages.show(kept), true);
  document.title = source.title;
  failures = kept.flatMap(({ name, file, failures: messages }) =>
    messages.map((message) => ({ name, file, message })),
  );
  tell({ failures });
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
    note.hidden = true;
    place.keepWhile(() => pages.show(sections), false);
    shownAt = performance.now();
  };
}

/** The print document as it is now, the text of its styles, and both as one text. */
async function readDocument() {
  // Lines of the files that the text comes from: they move with every line above, and no page shows them.
  const html = (await read(ADDRESS)).replaceAll(/ data-source-line="\d+"/g, "");
  const source = new DOMParser().parseFromString(html, "text/html");
  const sheets = [...source.querySelectorAll("link[rel=stylesheet]")];
  const styles = (await Promise.all(sheets.map((sheet) => read(resolve(sheet.getAttribute("href")))))).join(
    "\n",
  );
  // A picture that was replaced has the name it had: its address tells that it is another.
  await Promise.all(
    [...source.querySelectorAll("img[src]")].map(async (image) => {
      const address = image.getAttribute("src");
      const { headers } = await fetch(resolve(address), { method: "HEAD" });
      image.setAttribute("src", `${address}?${(headers.get("etag") ?? "").replaceAll('"', "")}`);
    }),
  );
  return { source, styles, text: styles + source.documentElement.outerHTML };
}

function nameOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

const resolve = (address) => new URL(address, new URL(ADDRESS, location.origin)).href;

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be read`);
  return answer.text();
}

if (desk === undefined) document.documentElement.classList.add("briefing-alone");
