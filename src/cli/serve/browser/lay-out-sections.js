// In the browser: lays out those sections of the print document that are not what they were.
import { openLayoutFrame, openSpareFrame } from "./layout-frame.js";

/** The same guess as the print engine's: how many pages a document has before it is laid out. */
const LETTERS_PER_PAGE = 2500;

/** Beyond it, page numbers that need more room each time are left as they are. */
const MOST_ROUNDS = 12;

/** The widest number of as many digits: a section is not laid out again for another number of the same width. */
const widest = (number) => Number("8".repeat(String(number).length));

/**
 * Lays out what has to be, one section after the other. `kept` holds what earlier calls made, by the section's name, and is not
 * changed: the sections are returned in the order of the document, those that are as they were among them.
 *
 * - `source` is the parsed print document, `styles` the text of its style sheets.
 * - `onSection(sections, done, of)` is called after each section.
 * - `signal` ends the work: once it is aborted, nothing is called or returned any more, and its reason is thrown.
 */
export async function layOutSections({ source, styles, kept, onSection, signal }) {
  const wishes = [...source.querySelectorAll("[data-part]")].map((section) => ({
    name: section.dataset.part,
    file: section.dataset.sourceFile,
    html: section.outerHTML,
    letters: section.textContent.length,
  }));
  let done = new Map(kept.filter((section) => section.styles === styles).map((one) => [one.name, one]));
  // Notes or counters that run through the document make every section depend on those before it.
  const carrying = [...done.values()].some(({ carries }) => carries);
  if (carrying && wishes.some(({ name, html }) => done.get(name)?.html !== html)) done = new Map();
  let laidOut = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wanted = placeSections(wishes, done).filter((order) => !fits(done.get(order.wish.name), order));
    if (wanted.length === 0) break;
    const names = new Set(wanted.map(({ wish }) => wish.name));
    const carried = [...done.values()].some(({ carries }) => carries);
    const frame = await openLayoutFrame(source, styles, (name) => carried || names.has(name));
    try {
      for (const order of wanted) {
        signal.throwIfAborted();
        const { name } = order.wish;
        const section = await layOutSection(frame, order, done.get(name));
        signal.throwIfAborted();
        done.set(name, { styles, ...section });
        laidOut += 1;
        onSection(inOrder(wishes, done), laidOut, Math.max(laidOut, wanted.length));
        await nextTurn();
      }
    } finally {
      frame.close();
    }
  }
  signal.throwIfAborted();
  openSpareFrame(source, styles);
  return inOrder(wishes, done);
}

function inOrder(wishes, done) {
  return wishes.flatMap(({ name }) => done.get(name) ?? []);
}

/** What each section is laid out with: how many pages before it matter, and what room the page numbers that it names need. */
function placeSections(wishes, done) {
  const numbers = new Map();
  let pages = 0;
  let counted = 0;
  const before = wishes.map(({ name }) => {
    const section = done.get(name);
    const own = pages;
    for (const page of section?.parts.flatMap((part) => part.pages) ?? []) {
      pages += 1;
      counted = (page.reset ?? counted) + page.increment;
      for (const id of page.ids) if (!numbers.has(id)) numbers.set(id, counted);
    }
    // One not laid out yet is taken to fill both sides of its sheet.
    if (section === undefined) pages += 2;
    return own;
  });
  const guess = widest(wishes.reduce((sum, { letters }) => sum + Math.ceil(letters / LETTERS_PER_PAGE), 0));
  const [any] = done.values();
  return wishes.map((wish, index) => {
    const rooms = done.get(wish.name)?.rooms ?? {};
    return {
      wish,
      pages: before[index],
      seen: seenBefore(any?.dependsOn, before[index]),
      room: (id) => Math.max(rooms[id] ?? guess, widest(numbers.get(id) ?? 0)),
    };
  });
}

/** How many pages a part is told to come before it: as few as give the same layout, as in the print engine. */
function seenBefore(dependsOn, pages) {
  if (pages === 0 || dependsOn === "page") return pages;
  if (dependsOn === "side") return pages % 2 === 1 ? 1 : 2;
  return 2;
}

/** Whether a section is laid out already as it is wanted. */
function fits(section, { wish, seen, room }) {
  return (
    section !== undefined &&
    section.html === wish.html &&
    section.seen === seen &&
    Object.entries(section.rooms).every(([id, used]) => used >= room(id))
  );
}

/** Lays out the parts of a section; one that ends without a page break takes in the next. Where it fails, the pages of before stay. */
async function layOutSection(frame, { wish, pages, seen, room }, earlier) {
  const { plan, carries, said, groups } = frame;
  const indices = groups.get(wish.name) ?? [];
  const references = indices.flatMap((index) => plan.parts[index].references);
  const rooms = Object.fromEntries(references.map((id) => [id, room(id)]));
  const made = (parts, failures) => ({
    ...wish,
    seen,
    rooms,
    carries,
    plan,
    parts,
    failures,
    dependsOn: plan.dependsOn,
  });
  const failed = (message) => made(earlier?.parts ?? [], [message, ...said.splice(0)]);
  if (indices.length === 0) return failed("it does not begin on a new page");
  const parts = [];
  let count = pages;
  for (let first = indices[0], end = first + 1; first <= indices.at(-1); ) {
    const before = first === indices[0] ? seen : seenBefore(plan.dependsOn, count);
    const order = { first, end, before, numbers: rooms };
    const outcome = await frame.layOut(order);
    if (outcome.kind === "failed") return failed(outcome.message.split("\n", 1)[0]);
    if (outcome.kind === "runs-on" && end <= indices.at(-1)) {
      end += 1;
      continue;
    }
    parts.push(frame.handOver(order));
    count += parts.at(-1).pages.length;
    first = end;
    end = first + 1;
  }
  return made(parts, said.splice(0));
}

/** Lets the page answer its reader between two sections; a timer would wait long in a window that is not seen. */
function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
