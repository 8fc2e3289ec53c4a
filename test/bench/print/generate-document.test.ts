// The generated document: the same each time, and edited in one section only.
import { expect, it } from "vitest";
import { renderDocument } from "./generate-document.ts";

const sectionsOf = (html: string) => html.split("<section").slice(1);

it("is the same each time, and holds what printing has to deal with", () => {
  const { html, sections, openings } = renderDocument({ pages: 150 });
  expect(renderDocument({ pages: 150 }).html).toBe(html);
  expect(sections).toBe(25);
  expect(sectionsOf(html)).toHaveLength(25);
  expect(new Set(openings).size).toBe(openings.length);
  for (const kind of ["<h3", "<table", "<ul", "<em", 'class="note"', 'href="#s'])
    expect(html).toContain(kind);
});

it("has a hundred sections at most", () => {
  const sizes = [16, 600, 1500].map((pages) => renderDocument({ pages }).sections);
  expect(sizes).toEqual([3, 100, 100]);
});

it("differs in the middle section alone after an edit", () => {
  const before = sectionsOf(renderDocument({ pages: 150 }).html);
  for (const edit of ["word", "page"] as const) {
    const after = sectionsOf(renderDocument({ pages: 150, edit }).html);
    expect(after.flatMap((section, index) => (section === before[index] ? [] : [index + 1]))).toEqual([13]);
  }
  const word = sectionsOf(renderDocument({ pages: 150, edit: "word" }).html)[12] ?? "";
  const changed = word.split(" ").filter((part, index) => part !== before[12]?.split(" ")[index]);
  expect(changed).toEqual(["Changed"]);
});
