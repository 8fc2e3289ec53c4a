// In the page: fills in what was not known while the parts were laid out: the numbers of pages.

/** What is known of a stretch when all parts are laid out. */
export interface StretchFilling {
  /** How many pages of the document come before the stretch. */
  readonly before: number;
  /** Its parts, in order. */
  readonly parts: readonly {
    readonly pages: number;
    /** The values of counters on its first page, as `counter-set` has them. */
    readonly counters: string;
  }[];
  /** The pages that are not as large as the first, with the name of their size in the styles. */
  readonly sized: readonly {
    readonly page: number;
    readonly width: number;
    readonly height: number;
    readonly name: string;
  }[];
  /** The number that the page of each id bears. */
  readonly pageNumbers: Readonly<Record<string, number>>;
}

/**
 * Gives every page its place in the document and every reference its page; then loads what fonts the text asks for. Returns the ids that references name and no page
 * bears. Self-contained: it runs in the page.
 */
export async function fillStretch({
  before,
  parts,
  sized,
  pageNumbers,
}: StretchFilling): Promise<readonly string[]> {
  const missing = new Set<string>();

  // What stands in margins is not marked: styles that ask for its language or address find them all the same.
  for (const element of document.querySelectorAll<HTMLElement>("[lang]:not([data-ref])")) {
    element.setAttribute("data-own-lang", element.lang);
  }
  for (const element of document.querySelectorAll("[href]:not([data-own-href])")) {
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
      page.id = `page-${index + 1}`;
      page.setAttribute("data-page-number", String(index + 1));
      page.classList.toggle("pagedjs_right_page", index % 2 === 0);
      page.classList.toggle("pagedjs_left_page", index % 2 === 1);
      index += 1;
    }
    first += part.pages;
  }
  for (const { page, width, height, name } of sized) {
    const style = pages[page]?.style;
    style?.setProperty("page", name);
    for (const side of ["", "-left", "-right"]) {
      style?.setProperty(`--pagedjs-width${side}`, `${width}px`);
      style?.setProperty(`--pagedjs-height${side}`, `${height}px`);
    }
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
