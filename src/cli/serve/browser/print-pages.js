// In the browser: the pages that are shown, put in place, numbered, and left alone where they did not change.

/** A mark that lacks the number of its part, as the print engine hands it over. */
const MARK = /\uE000(\^?)(\d+)\uE001/g;

/** Makes the sheaf of pages in `holder`, an element of the class `pagedjs_pages`. */
export function createPages(holder) {
  /** What is shown of each section, by its name: its parts as they were laid out, and their pages. */
  const shown = new Map();
  let sheets;

  /** Shows these sections: pages of a section that is the same object as before are not touched, but for their numbers. */
  function show(sections) {
    const [first] = sections;
    if (first !== undefined) useSheets(first.plan);
    const names = new Set(sections.map(({ name }) => name));
    for (const name of [...shown.keys()]) if (!names.has(name)) drop(name);
    const fresh = [];
    let last;
    for (const section of sections) {
      if (shown.get(section.name)?.parts !== section.parts) {
        drop(section.name);
        shown.set(section.name, { parts: section.parts, pages: makePages(section) });
        fresh.push(...shown.get(section.name).pages);
      }
      for (const { element } of shown.get(section.name).pages) {
        const next = last ? last.nextSibling : holder.firstChild;
        if (element !== next) holder.insertBefore(element, next);
        last = element;
      }
    }
    readOwnCounters(fresh);
    number(sections.map(({ name }) => shown.get(name)));
  }

  function drop(name) {
    for (const { element } of shown.get(name)?.pages ?? []) element.remove();
    shown.delete(name);
  }

  function useSheets(plan) {
    const { root, body } = plan;
    const text = JSON.stringify(plan.sheets);
    if (sheets === text) return;
    sheets = text;
    for (const old of document.querySelectorAll("style[data-of-print]")) old.remove();
    // Before those of the view, which have the last word on what lies around the pages.
    const end = document.querySelector("link[data-of-view]");
    for (const sheet of plan.sheets) {
      const style = document.createElement("style");
      style.dataset.ofPrint = "";
      style.textContent = sheet;
      end.before(style);
    }
    for (const [name, value] of root) document.documentElement.setAttribute(name, value);
    for (const [name, value] of body) document.body.setAttribute(name, value);
    document.documentElement.setAttribute("data-paginated", "");
  }

  /** Gives pages, and what names them, the numbers they have now; writes only what is another than before. */
  function number(all) {
    const numbers = new Map();
    let index = 0;
    let counted = 0;
    for (const { parts, pages } of all) {
      const starts = new Map();
      let start = 0;
      for (const part of parts) {
        starts.set(start, part);
        start += part.pages.length;
      }
      for (const [at, page] of pages.entries()) {
        index += 1;
        const before = page.reset ?? counted;
        counted = before + page.increment;
        for (const id of page.ids) if (!numbers.has(id)) numbers.set(id, counted);
        placePage(page.element, index);
        const part = starts.get(at);
        if (part) setStyle(page.element, "counter-set", startCounters(part, counted));
      }
    }
    setStyle(holder, "--pagedjs-page-count", String(index));
    for (const page of all.flatMap(({ pages }) => pages)) {
      for (const reference of page.references) fillIn(reference, numbers);
    }
  }

  return { show, count: () => holder.childElementCount };
}

function startCounters({ counters, notes }, counted) {
  return `${counters} footnote ${notes} footnote-marker ${notes} page ${counted}`.trim();
}

function placePage(element, index) {
  if (element.dataset.pageNumber === String(index)) return;
  element.id = `page-${index}`;
  element.dataset.pageNumber = String(index);
  element.classList.toggle("pagedjs_right_page", index % 2 === 1);
  element.classList.toggle("pagedjs_left_page", index % 2 === 0);
}

function setStyle(element, name, value) {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

/** The pages of a section as elements, with what they bear. */
function makePages({ name, parts }) {
  return parts.flatMap((part) => {
    let { notes } = part;
    return part.pages.map(({ html, ids, increment, reset }) => {
      const template = document.createElement("template");
      template.innerHTML = html.replace(MARK, (_, outer, mark) => `${outer ? "0" : name}-${mark}`);
      const element = template.content.firstElementChild;
      element.dataset.ofPart = name;
      delete element.dataset.pageNumber;
      undoSigns(element);
      // Styles write the number of a note, where assistive technology may not look for it.
      for (const call of element.querySelectorAll("[data-footnote-call]")) {
        if (call.closest("[data-repeated-head]") === null) notes += 1;
        call.setAttribute("aria-label", `Note ${notes}`);
      }
      const references = [...element.querySelectorAll("[data-page-of]")].map((holder) => ({
        holder,
        own: "",
      }));
      return { element, ids, increment, reset, references };
    });
  });
}

/** Takes back what the engine writes for the PDF: languages and addresses that it reads there again. */
function undoSigns(page) {
  for (const element of page.querySelectorAll(".pagedjs_area [lang]")) {
    const { ownLang } = element.dataset;
    // A drawing has no property for its language.
    if (ownLang !== undefined) element.setAttribute("lang", ownLang);
    else if (element.getAttribute("lang").includes("-x-b")) element.removeAttribute("lang");
    if (element.getAttribute("aria-current") === "false") element.removeAttribute("aria-current");
  }
  for (const element of page.querySelectorAll("[data-own-href]")) {
    element.setAttribute("href", element.dataset.ownHref);
    if (element.localName !== "a" || element.hash !== "" || element.protocol === "mailto:") continue;
    element.target = "_blank";
    element.rel = "noopener";
  }
  // A part is one landmark, not one on each page.
  for (const rest of page.querySelectorAll("section[data-split-from]"))
    rest.removeAttribute("aria-labelledby");
  for (const margin of page.querySelectorAll(".pagedjs_margin")) margin.setAttribute("aria-hidden", "true");
  for (const rest of page.querySelectorAll("[data-split-from]:is(h1, h2, h3, h4, h5, h6)")) {
    rest.setAttribute("role", "paragraph");
  }
}

/** Asks the counters that styles reset on what names pages: all are asked before any is written to. */
function readOwnCounters(pages) {
  for (const reference of pages.flatMap(({ references }) => references)) {
    const { counterReset } = getComputedStyle(reference.holder);
    reference.own = counterReset === "none" ? "" : counterReset;
  }
}

function fillIn({ holder, own }, numbers) {
  const values = holder.dataset.pageOf.split("\n").flatMap((reference) => {
    const [variable, ...words] = reference.split(" ");
    const number = numbers.get(words.join(" ")) ?? pageOfNote(holder);
    return number === undefined ? [] : [`${variable} ${number}`];
  });
  setStyle(holder, "counter-reset", [own, ...values].filter(Boolean).join(" "));
}

/** The page of the note that an element calls. */
function pageOfNote({ dataset }) {
  const note = dataset.footnoteCall && document.getElementById(`note-${dataset.footnoteCall}`);
  const page = note ? note.closest(".pagedjs_page") : undefined;
  return page ? Number(page.dataset.pageNumber) : undefined;
}
