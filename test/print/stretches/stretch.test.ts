// Stretches: parts in groups, and the page that holds a group.
import { expect, it } from "vitest";
import type { PageSize } from "../../../src/print/layout/laid-out-part.ts";
import type { PlacedPart } from "../../../src/print/layout/lay-out-parts.ts";
import type { LayoutPlan } from "../../../src/print/layout/layout-plan.ts";
import { markAncestors } from "../../../src/print/layout/mark-ancestors.ts";
import { fillingOf, groupParts, renderStretch, sizesOf } from "../../../src/print/stretches/stretch.ts";

function placed(first: number, pages: number, html = "", size: PageSize = [600, 800]): PlacedPart {
  const page = { html, size, ids: [], increment: 1 };
  return {
    first,
    end: first + 1,
    before: 0,
    counted: 0,
    laidOut: { pages: Array.from({ length: pages }, () => page), counters: "", notes: 0 },
  };
}
const planned = (ref: number, ancestors: readonly number[]) => ({
  ref,
  ancestors,
  digest: "",
  letters: 0,
  pictures: [],
  references: [],
});
const plan: LayoutPlan = {
  parts: [planned(0, []), planned(12, [11, 2])],
  sheets: [
    `a[href^="#"]::after { content: attr(href) } [lang="fr"] { color: red }`,
    "p::after { content: '</style>' }",
  ],
  root: [["lang", 'en"']],
  body: [["class", "a&b"]],
  fixed: [],
  dependsOn: "nothing",
};

it("groups parts to about equal stretches, at least one for each worker", () => {
  const many = Array.from({ length: 100 }, (_, index) => placed(index, 6));
  const sizes = groupParts(many, 2).map(({ pages }) => pages);
  expect(sizes.reduce((sum, pages) => sum + pages, 0)).toBe(600);
  expect(sizes).toHaveLength(8);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(6);
  expect(groupParts(many.slice(0, 10), 2)).toHaveLength(2);
});

it("prints a short document at once, however many work", () => {
  expect(groupParts([placed(0, 1), placed(1, 20)], 8)).toHaveLength(1);
});

it("gives elements around parts one name, whichever part tells of them", () => {
  expect([...markAncestors(plan)]).toEqual([
    [2, "0-0"],
    [11, "0-1"],
  ]);
});

it("renders a page in which styles find what the document says, and nothing breaks out", () => {
  const html = `<p data-ref="\uE0003\uE001" lang="en-x-b\uE0003\uE001"></p><div data-ref="\uE000^1\uE001~2"></div>`;
  const [stretch] = groupParts([placed(1, 1, html)], 1);
  const page = stretch ? renderStretch(stretch, plan, "A <title>", 7) : "";
  expect(page).toContain(`<p data-ref="2-3" lang="en-x-b2-3"></p><div data-ref="0-0~2"></div>`);
  expect(page).toContain("<title>A &lt;title></title>");
  expect(page).toContain(`<html lang="en&quot;" data-paginated="">`);
  expect(page).toContain(`<body class="a&amp;b">`);
  expect(page).toContain(
    `a[data-own-href^="#"]::after { content: attr(data-own-href) } [data-own-lang="fr"]`,
  );
  expect(page).toContain("'<\\/style>'");
});

it("gives every page the size it was laid out for, and names those that the first has not", () => {
  const parts = [placed(0, 2), placed(1, 1, "", [800, 600]), placed(1, 1, "", [400.5, 600]), placed(1, 1)];
  const stretch = { parts, before: 0, pages: 5 };
  expect(renderStretch(stretch, plan, "", 5)).toContain(
    [
      "<style>@page  { size: 600px 800px; margin: 0 }",
      "@page size-1 { size: 800px 600px; margin: 0 }",
      "@page size-2 { size: 400.5px 600px; margin: 0 }</style>",
    ].join("\n"),
  );
  expect(fillingOf(stretch, plan, new Map()).sized).toEqual([
    { page: 2, width: 800, height: 600, name: "size-1" },
    { page: 3, width: 400.5, height: 600, name: "size-2" },
  ]);
  expect(sizesOf(parts)).toHaveLength(5);
});
