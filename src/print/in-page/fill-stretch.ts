// In the page: fills in what was not known while the parts were laid out: the numbers of pages, and of elements in the whole.

/** What is known of a stretch when all parts are laid out. */
export interface StretchFilling {
  /** How many pages of the document come before the stretch. */
  readonly before: number;
  /** Its parts, in order. */
  readonly parts: readonly {
    /** Its number in the document, from 1. */
    readonly number: number;
    readonly pages: number;
    /** The values of counters on its first page, as `counter-set` has them. */
    readonly counters: string;
    /** The marks of the elements its first element stands in, from the innermost. */
    readonly ancestors: readonly string[];
  }[];
  /** The number that the page of each id bears. */
  readonly pageNumbers: Readonly<Record<string, number>>;
}

/**
 * Gives every page its place in the document, every element its mark (its part's number and its own in it, `12-345`) in
 * `data-ref`, every reference its page; then loads what fonts the text asks for. Returns the ids that references name and no page
 * bears. Self-contained: it runs in the page.
 */
export async function fillStretch({
  before,
  parts,
  pageNumbers,
}: StretchFilling): Promise<readonly string[]> {
  const NUMBERED = [
    "data-ref",
    "data-split-from",
    "data-split-to",
    "data-footnote-marker",
    "data-footnote-call",
  ];
  const missing = new Set<string>();

  const giveMarks = (area: Element, { number, ancestors }: StretchFilling["parts"][number]) => {
    const markOf = (local: string) =>
      local.startsWith("^") ? (ancestors[Number(local.slice(1))] ?? "") : `${number}-${local}`;
    for (const element of area.querySelectorAll<HTMLElement>("[data-ref]")) {
      for (const name of NUMBERED) {
        const local = element.getAttribute(name);
        if (local) element.setAttribute(name, markOf(local));
      }
      const { footnoteMarker, footnoteCall } = element.dataset;
      if (footnoteMarker) element.id = `note-${footnoteMarker}`;
      if (footnoteCall) element.setAttribute("href", `#note-${footnoteCall}`);
    }
  };

  for (const element of document.querySelectorAll<HTMLElement>("[lang]")) {
    element.setAttribute("data-own-lang", element.lang);
  }
  for (const element of document.querySelectorAll("[href]")) {
    element.setAttribute("data-own-href", element.getAttribute("href") ?? "");
  }

  /** The page of the note that an element calls. */
  const pageOfNote = ({ dataset }: HTMLElement): number | undefined => {
    const note = dataset.footnoteCall && document.getElementById(`note-${dataset.footnoteCall}`);
    const page = note ? note.closest<HTMLElement>(".pagedjs_page") : undefined;
    return page ? Number(page.dataset.pageNumber) : undefined;
  };

  const giveNumbers = (element: HTMLElement) => {
    const values = (element.getAttribute("data-page-of") ?? "").split("\n").flatMap((reference) => {
      const [variable = "", ...words] = reference.split(" ");
      const id = words.join(" ");
      const number = pageNumbers[id] ?? pageOfNote(element);
      if (number === undefined) missing.add(id);
      return number === undefined ? [] : [`${variable} ${number}`];
    });
    const own = getComputedStyle(element).counterReset;
    element.style.counterReset = [...(own === "none" ? [] : [own]), ...values].join(" ");
  };

  const pages = document.querySelectorAll<HTMLElement>(".pagedjs_page");
  let index = before;
  let first = 0;
  for (const part of parts) {
    pages[first]?.style.setProperty("counter-set", part.counters);
    for (const page of [...pages].slice(first, first + part.pages)) {
      giveMarks(page, part);
      page.id = `page-${index + 1}`;
      page.setAttribute("data-page-number", String(index + 1));
      page.classList.toggle("pagedjs_right_page", index % 2 === 0);
      page.classList.toggle("pagedjs_left_page", index % 2 === 1);
      index += 1;
    }
    first += part.pages;
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-page-of]")) giveNumbers(element);
  // A heading that runs over a page is one entry of the outline, not two.
  for (const rest of document.querySelectorAll("[data-split-from]:is(h1, h2, h3, h4, h5, h6)")) {
    rest.setAttribute("role", "paragraph");
  }
  for (const margin of document.querySelectorAll(".pagedjs_margin"))
    margin.setAttribute("aria-hidden", "true");
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  await document.fonts.ready;
  return [...missing];
}
