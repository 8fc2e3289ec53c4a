// In the browser: shows the print document in pages, and lays out anew what was changed, each time the site was built.
import { desk, hearDesk, hearState, tellDesk } from "./connection.js";
import { layOutSections } from "./lay-out-sections.js";
import { createPages } from "./print-pages.js";
import { createSheafPlace } from "./sheaf-place.js";

const ADDRESS = "/print/index.html";
/** How often pages are shown while many are made, in milliseconds. */
const SHOW_EVERY = 400;

const note = document.querySelector(".briefing-note");
const paper = document.querySelector(".briefing-paper");
const sheaf = document.querySelector(".pagedjs_pages");
const pages = createPages(sheaf);
const place = createSheafPlace(paper, sheaf);

let kept = [];
let current;
let turns = 0;
let running = new AbortController();

hearState((state) => {
  if (state === undefined || state.building || state.age === null) return;
  update().catch((error) => {
    if (error?.name !== "AbortError") tell({ failures: [{ message: String(error?.message ?? error) }] });
  });
});
hearDesk("show", ({ id }) => place.show(id));

function tell(content) {
  tellDesk("pages", { pages: pages.count(), busy: null, failures: [], ...content });
}

async function update() {
  const begun = performance.now();
  turns += 1;
  const turn = turns;
  const { source, styles, text } = await readDocument();
  if (turn !== turns || current === text) return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  current = text;
  try {
    let shownAt = performance.now();
    const onSection = (sections, done, of) => {
      tell({ busy: { done, of } });
      const first = kept.length === 0;
      kept = sections.concat(kept.filter(({ name }) => !sections.some((section) => section.name === name)));
      if (!first && pages.count() > 0 && performance.now() - shownAt < SHOW_EVERY) return;
      if (of < 12) return;
      shownAt = performance.now();
      place.keepWhile(() => pages.show(sections));
    };
    const sections = await layOutSections({ source, styles, kept, onSection, signal });
    kept = sections;
    place.keepWhile(() => pages.show(sections));
    document.title = source.title;
    note.hidden = true;
    const failures = sections.flatMap(({ name, file, failures: messages }) =>
      messages.map((message) => ({ name, file, message })),
    );
    tell({ failures, took: performance.now() - begun });
  } catch (error) {
    // Whatever comes next begins with what is done.
    if (current === text) current = undefined;
    throw error;
  }
}

/** The print document as it is now, the text of its styles, and both as one text. */
async function readDocument() {
  const html = await read(ADDRESS);
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

const resolve = (address) => new URL(address, new URL(ADDRESS, location.origin)).href;

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be read`);
  return answer.text();
}

if (desk === undefined) document.documentElement.classList.add("briefing-alone");
