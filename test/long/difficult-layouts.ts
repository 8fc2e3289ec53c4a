// Layouts in which Paged.js loses text or never ends, each with what must come of it.

/** What must come of a layout: all its words on paper, once and in order, or a refusal. */
type Outcome =
  | "whole"
  /** Whole, with its words in another order than that of the source: notes stand at the foot, columns side by side. */
  | "reordered"
  /** Whole, with some of its words on every page. */
  | "repeated"
  /** Refused: the code of the problem, words of its message, words of what to do. */
  | { readonly code: string; readonly words: string; readonly fix: string };

/** A layout as the body of a document, with the styles that it needs. */
export interface DifficultLayout {
  readonly name: string;
  readonly styles?: string;
  readonly body: string;
  readonly outcome: Outcome;
}

/** `count` words that occur once in the document: `tag1x tag2x …`. */
const words = (tag: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${tag}${index + 1}x`).join(" ");

/** Something `count` times, each time with its number. */
const repeat = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index + 1)).join("\n");

const paragraph = (tag: string, count: number): string => `<p>${words(tag, count)}</p>`;

const letters = (number: number): string =>
  String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26));

const nest = (depth: number, make: (level: number, inner: string) => string): string =>
  Array.from({ length: depth }, (_, index) => depth - index).reduce((inner, level) => make(level, inner), "");

const before = paragraph("before", 60);
const after = paragraph("after", 60);
const around = (body: string): string => `${before}\n${body}\n${after}`;

export const DIFFICULT_LAYOUTS: readonly DifficultLayout[] = [
  // Tables
  {
    name: "rows whose cells hold several paragraphs",
    body: around(
      `<table>${repeat(20, (row) => `<tr>${repeat(3, (cell) => `<td>${repeat(cell + 1, (block) => paragraph(`${letters(row * 20 + cell * 5 + block)}`, 12))}</td>`)}</tr>`)}</table>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a row taller than the page",
    body: around(
      `<table><tr><td>${repeat(12, (n) => paragraph(`a${letters(n)}`, 30))}</td></tr><tr><td>${words("end", 3)}</td></tr></table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a row taller than the page in two columns",
    body: around(
      `<table><tr><td>${repeat(12, (n) => paragraph(`a${letters(n)}`, 30))}</td><td>${repeat(12, (n) => paragraph(`b${letters(n)}`, 30))}</td></tr><tr><td>${words("enda", 3)}</td><td>${words("endb", 3)}</td></tr></table>`,
    ),
    outcome: "reordered",
  },
  {
    name: "cells that span rows over a break",
    body: around(
      `<table>${repeat(15, (n) => `<tr><td rowspan="2">${words(`span${letters(n)}`, 4)}</td><td>${words(`x${letters(n)}`, 8)}</td></tr><tr><td>${words(`y${letters(n)}`, 8)}</td></tr>`)}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a cell that spans all rows of a long table",
    body: around(
      `<table><tr><td rowspan="40">${words("span", 4)}</td><td>${words("first", 3)}</td></tr>${repeat(39, (n) => `<tr><td>${words(`r${letters(n)}`, 3)}</td></tr>`)}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "cells that span columns over a break",
    body: around(
      `<table>${repeat(20, (n) => (n % 3 === 0 ? `<tr><td colspan="2">${words(`s${letters(n)}`, 12)}</td></tr>` : `<tr><td>${words(`x${letters(n)}`, 6)}</td><td>${words(`y${letters(n)}`, 6)}</td></tr>`))}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a table wider than the page",
    body: around(
      `<table><tr>${repeat(9, (n) => `<td>wide${letters(n)}columnof${letters(n)}words1x</td>`)}</tr></table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a table whose cells may not wrap",
    body: around(
      `<table>${repeat(4, (row) => `<tr>${repeat(9, (n) => `<td style="white-space: nowrap">cell number${letters(row)}${letters(n)}1x</td>`)}</tr>`)}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a table of fifty columns",
    body: around(
      `<table>${repeat(2, (row) => `<tr>${repeat(50, (n) => `<td>c${letters(row)}${letters(n)}1x</td>`)}</tr>`)}</table>`,
    ),
    outcome: { code: "text-clipped", words: "runs out", fix: "table" },
  },
  {
    name: "a table in a table over several pages",
    body: around(
      `<table><tr><td>${words("outer", 3)}</td><td><table>${repeat(40, (n) => `<tr><td>${words(`n${letters(n)}`, 3)}</td></tr>`)}</table></td></tr></table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a caption at the foot of a long table",
    body: around(
      `<table><caption style="caption-side: bottom">${words("cap", 8)}</caption>${repeat(40, (n) => `<tr><td>${words(`r${letters(n)}`, 4)}</td></tr>`)}</table>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a long caption before a long table",
    body: around(
      `<table><caption>${words("cap", 80)}</caption>${repeat(40, (n) => `<tr><td>${words(`r${letters(n)}`, 4)}</td></tr>`)}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a long table with a foot",
    body: around(
      `<table><tbody>${repeat(40, (n) => `<tr><td>${words(`r${letters(n)}`, 4)}</td></tr>`)}</tbody><tfoot><tr><td>${words("foot", 4)}</td></tr></tfoot></table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a table whose rows may not break, taller than the page",
    styles: "tr { break-inside: avoid }",
    body: around(
      `<table><tr><td>${repeat(12, (n) => paragraph(`a${letters(n)}`, 30))}</td></tr><tr><td>${words("end", 3)}</td></tr></table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a table that may not break, taller than the page",
    styles: "table { break-inside: avoid }",
    body: around(`<table>${repeat(60, (n) => `<tr><td>${words(`r${letters(n)}`, 4)}</td></tr>`)}</table>`),
    outcome: "whole",
  },
  {
    name: "boxes laid out as a table",
    body: around(
      `<div style="display: table">${repeat(40, (n) => `<div style="display: table-row"><div style="display: table-cell">${words(`l${letters(n)}`, 4)}</div><div style="display: table-cell">${words(`r${letters(n)}`, 4)}</div></div>`)}</div>`,
    ),
    outcome: "whole",
  },
  // Footnotes
  {
    name: "a footnote taller than the room that is left",
    styles: ".note { float: footnote }",
    body: `${paragraph("before", 120)}<p>${words("text", 10)}<span class="note">${words("note", 90)}</span> ${words("more", 10)}</p>${after}`,
    outcome: "reordered",
  },
  {
    name: "a footnote taller than the page",
    styles: ".note { float: footnote }",
    body: `${before}<p>${words("text", 10)}<span class="note">${words("note", 500)}</span> ${words("more", 10)}</p>${after}${paragraph("last", 100)}`,
    outcome: "reordered",
  },
  {
    name: "a footnote taller than the page at the end",
    styles: ".note { float: footnote }",
    body: `${before}<p>${words("text", 10)}<span class="note">${words("note", 700)}</span></p>`,
    outcome: "reordered",
  },
  {
    name: "many footnotes in a paragraph",
    styles: ".note { float: footnote }",
    body: `${before}<p>${repeat(30, (n) => `${words(`t${letters(n)}`, 3)}<span class="note">${words(`n${letters(n)}`, 12)}</span>`)}</p>${after}`,
    outcome: "reordered",
  },
  {
    name: "a footnote in a table",
    styles: ".note { float: footnote }",
    body: around(
      `<table>${repeat(20, (n) => `<tr><td>${words(`r${letters(n)}`, 8)}<span class="note">${words(`n${letters(n)}`, 6)}</span></td></tr>`)}</table>`,
    ),
    outcome: "reordered",
  },
  // Lists
  {
    name: "a list fourteen deep",
    body: nest(14, (level, inner) => `<ul><li>${words(`l${letters(level)}`, 20)}${inner}</li></ul>`),
    outcome: "whole",
  },
  {
    name: "a list thirty deep",
    body: nest(30, (level, inner) => `<ul><li>${words(`l${letters(level)}`, 8)}${inner}</li></ul>`),
    outcome: "whole",
  },
  {
    name: "a list of three hundred items",
    body: `<ol>${repeat(300, (n) => `<li>${words(`i${letters(n)}`, 4)}</li>`)}</ol>`,
    outcome: "whole",
  },
  {
    name: "a long definition list",
    body: `<dl>${repeat(60, (n) => `<dt>${words(`t${letters(n)}`, 2)}</dt><dd>${words(`d${letters(n)}`, 14)}</dd>`)}</dl>`,
    outcome: "whole",
  },
  {
    name: "blocks twenty deep",
    body: nest(
      20,
      (level, inner) => `<div style="padding: 1mm">${paragraph(`b${letters(level)}`, 20)}${inner}</div>`,
    ),
    outcome: "whole",
  },
  // Long lines and words
  {
    name: "a line of code that does not fit",
    body: around(`<pre>${words("code", 60)}</pre>`),
    outcome: "whole",
  },
  {
    name: "a code listing of three pages with long lines",
    body: around(`<pre><code>${repeat(50, (n) => words(`k${letters(n)}`, 12))}</code></pre>`),
    outcome: "whole",
  },
  {
    name: "inline code that does not wrap",
    body: around(
      `<p>${words("text", 5)} <code style="white-space: nowrap">${words("code", 40)}</code> ${words("more", 5)}</p>`,
    ),
    outcome: "whole",
  },
  {
    name: "a paragraph that does not wrap",
    body: around(`<p style="white-space: nowrap">${words("line", 40)}</p>`),
    outcome: "whole",
  },
  {
    name: "a word longer than the line",
    body: around(`<p>${words("text", 5)} ${"long".repeat(60)}1x ${words("more", 5)}</p>`),
    outcome: "whole",
  },
  {
    name: "a heading with a word longer than the line",
    body: around(`<h1>${"long".repeat(30)}1x</h1>`),
    outcome: "whole",
  },
  {
    name: "a word longer than the page",
    body: around(`<p>${words("text", 5)} ${"long".repeat(900)}1x ${words("more", 5)}</p>`),
    outcome: "whole",
  },
  {
    name: "a long word in a link in a list",
    body: around(`<ul><li><a href="https://example.org/">${"address".repeat(30)}1x</a></li></ul>`),
    outcome: "whole",
  },
  {
    name: "a listing of lines without a place to wrap",
    body: around(`<pre>${"x".repeat(400)}1x\n${"y".repeat(400)}1x</pre>`),
    outcome: "whole",
  },
  // Boxes with a size
  {
    name: "a box as high as the window",
    body: around(`<div style="height: 100vh">${paragraph("box", 40)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box as high as the window with its text at the foot",
    body: around(
      `<div style="height: 100vh; display: flex; flex-direction: column; justify-content: flex-end">${paragraph("box", 40)}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a box of a height beyond the page",
    body: around(`<div style="height: 400mm">${paragraph("box", 40)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box of a least height beyond the page that may not break",
    body: around(`<div style="min-height: 400mm; break-inside: avoid">${paragraph("box", 40)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box of a height that its text overflows",
    body: around(`<div style="height: 20mm">${paragraph("box", 200)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box wider than the page",
    body: around(`<div style="width: 300mm">${paragraph("box", 100)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box of a least width beyond the page",
    body: around(`<div style="min-width: 1000px">${paragraph("box", 100)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box to be scrolled",
    body: around(`<div style="height: 20mm; overflow: auto">${paragraph("box", 200)}</div>`),
    outcome: "whole",
  },
  {
    name: "a box to be scrolled sideways",
    body: around(
      `<div style="overflow-x: auto"><div style="width: 300mm">${paragraph("box", 100)}</div></div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a box that hides what does not fit",
    body: around(`<div id="low" style="height: 20mm; overflow: hidden">${paragraph("box", 100)}</div>`),
    outcome: { code: "text-clipped", words: "p on page", fix: "show what is hidden" },
  },
  {
    name: "lines cut by an ellipsis",
    body: around(
      `<p style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${words("cut", 40)}</p>`,
    ),
    outcome: "whole",
  },
  {
    name: "a box taller than the page that hides what overflows it",
    body: around(
      `<div style="overflow: hidden">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a block formatting context taller than the page",
    body: around(
      `<div style="display: flow-root">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "an inline block taller than the page",
    body: around(
      `<div style="display: inline-block">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a block that may not break, taller than the page",
    body: around(
      `<div style="break-inside: avoid">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a paragraph that may not break, taller than the page",
    body: around(`<p style="break-inside: avoid">${words("box", 400)}</p>`),
    outcome: "whole",
  },
  {
    name: "a chain of blocks that may not be parted",
    body: around(repeat(30, (n) => `<h3 style="break-after: avoid">${words(`h${letters(n)}`, 3)}</h3>`)),
    outcome: "whole",
  },
  {
    name: "contained boxes",
    body: around(
      `<div style="contain: layout paint">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "text that is left unpainted until it is scrolled to",
    body: around(
      `<div style="content-visibility: auto; contain-intrinsic-size: 10px">${paragraph("box", 100)}</div>`,
    ),
    outcome: "whole",
  },
  // Flex, grid, columns, floats
  {
    name: "a flex column taller than the page",
    body: around(
      `<div style="display: flex; flex-direction: column">${repeat(8, (n) => paragraph(`box${letters(n)}`, 40))}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a flex row taller than the page",
    body: around(
      `<div style="display: flex"><div>${words("left", 200)}</div><div>${words("right", 200)}</div></div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a flex row wider than the page",
    body: around(
      `<div style="display: flex">${repeat(12, (n) => `<div style="flex: none; width: 30mm">${words(`f${letters(n)}`, 5)}</div>`)}</div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "flex cards that wrap over pages",
    body: around(
      `<div style="display: flex; flex-wrap: wrap">${repeat(20, (n) => `<div style="width: 50%">${words(`f${letters(n)}`, 20)}</div>`)}</div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a grid taller than the page",
    body: around(
      `<div style="display: grid; grid-template-columns: 1fr 1fr">${repeat(20, (n) => `<div>${words(`g${letters(n)}`, 20)}</div>`)}</div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a grid of one column taller than the page",
    body: around(`<div style="display: grid">${repeat(12, (n) => paragraph(`g${letters(n)}`, 30))}</div>`),
    outcome: "whole",
  },
  {
    name: "a grid with one cell taller than the page",
    body: around(
      `<div style="display: grid; grid-template-columns: 1fr 1fr"><div>${words("left", 300)}</div><div>${words("right", 20)}</div></div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "a grid wider than the page",
    body: around(
      `<div style="display: grid; grid-template-columns: repeat(6, 60mm)">${repeat(12, (n) => `<div>${words(`g${letters(n)}`, 5)}</div>`)}</div>`,
    ),
    outcome: "reordered",
  },
  {
    name: "text in two columns over several pages",
    body: around(`<div style="columns: 2">${repeat(8, (n) => paragraph(`c${letters(n)}`, 60))}</div>`),
    outcome: "reordered",
  },
  {
    name: "text in two columns on one page",
    body: around(`<div style="columns: 2">${paragraph("c", 100)}</div>`),
    outcome: "whole",
  },
  {
    name: "a float taller than the page",
    body: around(
      `<div style="float: left; width: 40%">${repeat(8, (n) => paragraph(`f${letters(n)}`, 40))}</div>${paragraph("beside", 100)}`,
    ),
    outcome: "reordered",
  },
  {
    name: "a float across a break",
    body: `${paragraph("before", 90)}<p><span style="float: right; width: 40%">${words("float", 60)}</span>${words("beside", 100)}</p>${after}`,
    outcome: "reordered",
  },
  {
    name: "floats side by side over several pages",
    body: around(
      repeat(30, (n) => `<div style="float: left; width: 50%">${words(`f${letters(n)}`, 12)}</div>`),
    ),
    outcome: "reordered",
  },
  // Positions and transforms
  {
    name: "a box placed off the page",
    body: around(`<div style="position: absolute; top: 400mm">${words("far", 3)}</div>`),
    outcome: { code: "text-clipped", words: "far1x", fix: "position" },
  },
  {
    name: "a box placed left of the page",
    body: around(`<div style="position: absolute; left: -9999px">${words("far", 3)}</div>`),
    outcome: { code: "text-clipped", words: "far1x", fix: "position" },
  },
  {
    name: "a box moved off the page",
    body: around(`<div style="position: relative; left: 200mm">${words("far", 3)}</div>`),
    outcome: { code: "text-clipped", words: "far1x", fix: "position" },
  },
  {
    name: "a box that stays in view",
    body: around(`<div style="position: sticky; top: 0">${words("sticky", 5)}</div>`),
    outcome: "reordered",
  },
  {
    name: "a fixed box",
    body: around(`<div style="position: fixed; top: 0; left: 0">${words("fixed", 5)}</div>`),
    outcome: "repeated",
  },
  {
    name: "text moved off the page by a transform",
    body: around(`<p style="transform: translateX(300mm)">${words("far", 3)}</p>`),
    outcome: { code: "text-clipped", words: "far1x", fix: "transform" },
  },
  {
    name: "text shrunk to nothing",
    body: around(`<p style="transform: scale(0)">${words("none", 3)}</p>`),
    outcome: { code: "text-clipped", words: "cannot be seen", fix: "show" },
  },
  {
    name: "a large box shrunk to fit",
    body: around(
      `<div style="transform: scale(.5); transform-origin: top left; width: 150mm; height: 30mm">${words("small", 30)}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "a negative margin at the left",
    body: around(`<p style="margin-left: -40mm">${words("neg", 60)}</p>`),
    outcome: { code: "text-clipped", words: "neg1x", fix: "margin" },
  },
  {
    name: "a negative margin at the top",
    body: around(`<p style="margin-top: -20mm">${words("neg", 60)}</p>`),
    outcome: "whole",
  },
  {
    name: "an indent off the page",
    body: around(`<p style="text-indent: -9999px">${words("neg", 5)}</p>`),
    outcome: { code: "text-clipped", words: "neg1x", fix: "text-indent" },
  },
  {
    name: "text cut by a clip path",
    body: around(`<p style="clip-path: inset(100%)">${words("clip", 5)}</p>`),
    outcome: { code: "text-lost", words: "clip1x", fix: "clip-path" },
  },
  // Text that is not plain
  {
    name: "text of no size",
    body: around(`<p style="font-size: 0">${words("tiny", 5)}</p>`),
    outcome: { code: "text-clipped", words: "cannot be seen", fix: "font-size" },
  },
  {
    name: "a paragraph of many pages",
    body: `<p>${words("long", 2500)}</p>`,
    outcome: "whole",
  },
  {
    name: "a paragraph of many pages in stressed pieces",
    body: `<p>${repeat(250, (n) => `<em>${words(`e${letters(n)}`, 5)}</em> ${words(`t${letters(n)}`, 5)}`)}</p>`,
    outcome: "whole",
  },
  {
    name: "lines parted by breaks",
    body: `<p>${repeat(120, (n) => `${words(`l${letters(n)}`, 2)}<br>`)}</p>`,
    outcome: "whole",
  },
  {
    name: "many breaks in a row",
    body: around(`<p>${words("top", 3)}${"<br>".repeat(80)}${words("low", 3)}</p>`),
    outcome: "whole",
  },
  {
    name: "many rules in a row",
    body: around("<hr>".repeat(60)),
    outcome: "whole",
  },
  {
    name: "ruby over several pages",
    body: `<p>${repeat(120, (n) => `<ruby>b${letters(n)}1x<rt>r${letters(n)}1x</rt></ruby>`)}</p>`,
    outcome: "reordered",
  },
  {
    name: "formulas",
    body: around(`<p><math><mi>x1x</mi><mo>=</mo><mfrac><mi>y1x</mi><mi>z1x</mi></mfrac></math></p>`),
    outcome: "reordered",
  },
  {
    name: "a formula wider than the page",
    body: around(
      `<p><math display="block"><mrow>${repeat(60, (n) => `<mi>x${letters(n)}1x</mi><mo>+</mo>`)}</mrow></math></p>`,
    ),
    outcome: { code: "text-clipped", words: "runs out", fix: "narrower" },
  },
  {
    name: "text from right to left over several pages",
    body: `<div dir="rtl" lang="he">${repeat(20, (n) => `<p>שלום עולם ${words(`r${letters(n)}`, 30)}</p>`)}</div>`,
    outcome: "reordered",
  },
  {
    name: "vertical text taller than the page",
    body: around(`<div style="writing-mode: vertical-rl">${words("vert", 300)}</div>`),
    outcome: { code: "text-clipped", words: "div on page 2", fix: "wrap" },
  },
  {
    name: "a first letter and a first line in their own style",
    styles:
      "p::first-letter { font-size: 3em; line-height: 1; float: left } p::first-line { font-weight: bold }",
    body: repeat(12, (n) => `<p>A ${words(`f${letters(n)}`, 40)}</p>`),
    outcome: "whole",
  },
  {
    name: "generated text and counters",
    styles: 'p { counter-increment: n } p::before { content: counter(n) ") " } p::after { content: " end" }',
    body: repeat(30, (n) => paragraph(`g${letters(n)}`, 12)),
    outcome: "whole",
  },
  {
    name: "hyphens and soft hyphens",
    styles: "p { hyphens: auto; text-align: justify }",
    body: repeat(10, () => "").concat(
      repeat(12, (n) => `<p>${repeat(30, (k) => `hyphen&shy;ation${letters(n)}${letters(k)}1x`)}</p>`),
    ),
    outcome: "whole",
  },
  {
    name: "elements that leave no box",
    body: around(
      `<div style="display: contents">${repeat(8, (n) => `<section style="display: contents">${paragraph(`c${letters(n)}`, 40)}</section>`)}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "text between blocks",
    body: around(
      `<div>${repeat(10, (n) => `${words(`t${letters(n)}`, 20)}<p>${words(`p${letters(n)}`, 20)}</p>`)}</div>`,
    ),
    outcome: "whole",
  },
  {
    name: "comments between pieces of text",
    body: around(`<p>${repeat(40, (n) => `${words(`t${letters(n)}`, 5)}<!-- a comment -->`)}</p>`),
    outcome: "whole",
  },
  {
    name: "a block in an inline element",
    body: around(
      `<span>${words("in", 5)}<div>${repeat(8, (n) => paragraph(`b${letters(n)}`, 40))}</div>${words("out", 5)}</span>`,
    ),
    outcome: "whole",
  },
  {
    name: "a label in a fieldset over several pages",
    body: around(
      `<fieldset><legend>${words("legend", 3)}</legend>${repeat(8, (n) => paragraph(`f${letters(n)}`, 40))}</fieldset>`,
    ),
    outcome: "whole",
  },
  {
    name: "a long button",
    body: around(`<button>${words("button", 20)}</button>`),
    outcome: "whole",
  },
  {
    name: "a closed menu of options",
    body: around(`<select><option>${words("one", 1)}</option><option>${words("two", 1)}</option></select>`),
    outcome: { code: "text-lost", words: "two1x", fix: "list" },
  },
  {
    name: "text in a field",
    body: around(`<textarea rows="2">${words("field", 60)}</textarea>`),
    outcome: { code: "text-lost", words: "field", fix: "paragraph" },
  },
  {
    name: "details and summary over several pages",
    body: around(
      `<details><summary>${words("summary", 4)}</summary>${repeat(8, (n) => paragraph(`d${letters(n)}`, 40))}</details>`,
    ),
    outcome: "whole",
  },
  {
    name: "a dialog that is open",
    body: around(`<dialog open>${words("dialog", 20)}</dialog>`),
    outcome: "reordered",
  },
  // What is not text
  {
    name: "a figure taller than the page",
    body: around(
      `<svg width="100" height="900" viewBox="0 0 100 900" role="img"><rect width="100" height="900" fill="#ccc"/><text x="5" y="20">top1x</text><text x="5" y="890">low1x</text></svg>`,
    ),
    outcome: "whole",
  },
  {
    name: "a picture taller than the page with its caption",
    body: around(
      `<figure><img alt="" width="200" height="2000" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='200' height='2000'%3E%3Crect width='200' height='2000' fill='grey'/%3E%3C/svg%3E"><figcaption>${words("cap", 10)}</figcaption></figure>`,
    ),
    outcome: "whole",
  },
  {
    name: "a picture wider than the page",
    body: around(
      `<p><img alt="" width="2000" height="200" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='2000' height='200'%3E%3Crect width='2000' height='200' fill='grey'/%3E%3C/svg%3E"></p>`,
    ),
    outcome: "whole",
  },
  {
    name: "a picture without a size",
    body: around(
      `<p><img alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 400'%3E%3Crect width='10' height='400' fill='grey'/%3E%3C/svg%3E"></p>`,
    ),
    outcome: "whole",
  },
  {
    name: "a frame with text of its own",
    body: around(`<iframe srcdoc="&lt;p&gt;In the frame.&lt;/p&gt;"></iframe>`),
    outcome: {
      code: "text-lost",
      words: "The frame iframe shows another document",
      fix: "into the document itself",
    },
  },
  {
    name: "a film",
    body: around(`<video width="100" height="100"></video>`),
    outcome: { code: "text-lost", words: "The recording video cannot be played", fix: "still picture" },
  },
  {
    name: "an endless row of empty pages",
    styles: ".far { break-before: page }",
    body: around(repeat(130, () => `<div class="far"></div>`)),
    outcome: { code: "layout-failed", words: "pages without end", fix: "larger than a page" },
  },
  {
    name: "an element that grows",
    styles: "div { height: 100%; padding-bottom: 100vh; break-inside: avoid }",
    body: around(`<div><div><div>${words("deep", 5)}</div></div></div>`),
    outcome: "whole",
  },
  {
    name: "breaks before and after everything",
    styles: "p { break-before: page; break-after: page }",
    body: repeat(8, (n) => paragraph(`p${letters(n)}`, 10)),
    outcome: "whole",
  },
  {
    name: "a break in a table",
    styles: ".new { break-before: page }",
    body: around(
      `<table>${repeat(6, (n) => `<tr${n === 4 ? ' class="new"' : ""}><td>${words(`r${letters(n)}`, 6)}</td><td>${words(`s${letters(n)}`, 6)}</td></tr>`)}</table>`,
    ),
    outcome: "whole",
  },
  {
    name: "a break in a flex row",
    styles: ".new { break-before: page }",
    body: around(
      `<div style="display: flex"><div>${words("left", 5)}</div><div class="new">${words("right", 5)}</div></div>`,
    ),
    outcome: "whole",
  },
];
