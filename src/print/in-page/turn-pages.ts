// In the page: lets a whole document run from right to left.

/**
 * Paged.js finds out what does not fit on a page by what stands to the right of it, and sets its boxes from left to right; where all
 * of a document runs the other way, what does not fit stands to the left. Pages run from left to right, and what is on them as the
 * document does. Self-contained: it runs in the page.
 */
export function turnPages(): void {
  if (getComputedStyle(document.body).direction !== "rtl") return;
  const style = document.createElement("style");
  style.textContent = `.pagedjs_pages { direction: ltr }
.pagedjs_page_content > div, .pagedjs_footnote_inner_content > *, .pagedjs_margin-content { direction: rtl }`;
  document.head.append(style);
}
