// In the page, before printing: keeps running heads out of the structure and drops boxes that print nothing.

/**
 * Hides margin boxes from assistive technology (they become no part of the tagged structure) and removes the empty
 * ones, some twenty a page, which cost a third of the time that printing takes. Self-contained: it runs in the page.
 */
export function finishPages(): void {
  // A heading that runs over a page is one entry of the outline, not two.
  for (const rest of document.querySelectorAll("[data-split-from]:is(h1, h2, h3, h4, h5, h6)")) {
    rest.setAttribute("role", "paragraph");
  }
  for (const margin of document.querySelectorAll(".pagedjs_margin"))
    margin.setAttribute("aria-hidden", "true");
  // Boxes of one side share a grid: a side goes whole or stays whole.
  for (const side of document.querySelectorAll(".pagedjs_pagebox > :not(.pagedjs_area)")) {
    if (!side.querySelector(".hasContent") && !side.textContent?.trim()) side.replaceChildren();
  }
  for (const marks of document.querySelectorAll(".pagedjs_bleed")) {
    if (marks.getBoundingClientRect().height === 0) marks.replaceChildren();
  }
  for (const area of document.querySelectorAll(".pagedjs_footnote_area")) {
    if (!area.textContent?.trim()) area.replaceChildren();
  }
}
