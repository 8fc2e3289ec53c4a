// A document of any size for measurements: sections that begin a page, contents, running heads, notes, tables and lists.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { randomFrom } from "../generate-pack.ts";
import { makeSentence } from "./make-sentence.ts";

/** What the middle section has other than at first: a word, or blocks that take about a page. */
export type Edit = "word" | "page";

/** How large a document is to be, about, and what was edited in it. */
export interface DocumentSize {
  /** A4 pages. */
  readonly pages: number;
  readonly edit?: Edit;
}

/** A document in its folder. */
export interface GeneratedDocument {
  readonly sections: number;
  /** The first words of every paragraph, which the print must hold. */
  readonly openings: readonly string[];
}

const MOST_SECTIONS = 100;
const PAGES_OF_A_SECTION = 6;
/** Measured: on a page stand so many blocks; the contents have so many lines. */
const BLOCKS_OF_A_PAGE = 6.6;
const LINES_OF_A_PAGE = 48;

const FONTS = [
  ["Source Serif 4", "source-serif-4", 400, "normal"],
  ["Source Serif 4", "source-serif-4", 400, "italic"],
  ["Source Serif 4", "source-serif-4", 600, "normal"],
  ["Source Sans 3", "source-sans-3", 400, "normal"],
  ["Source Sans 3", "source-sans-3", 600, "normal"],
] as const;

/** Writes `index.html`, its styles and fonts into `folder`: the same bytes each time for the same size. */
export async function generateDocument(folder: string, size: DocumentSize): Promise<GeneratedDocument> {
  await mkdir(join(folder, "fonts"), { recursive: true });
  const { resolve } = createRequire(import.meta.url);
  for (const font of FONTS) {
    const files = join(dirname(resolve(`@fontsource/${font[1]}/package.json`)), "files");
    await cp(join(files, fontFile(font)), join(folder, "fonts", fontFile(font)));
  }
  await writeFile(join(folder, "print.css"), `${FONTS.map(fontFace).join("\n")}\n${STYLES}`);
  const { html, ...document } = renderDocument(size);
  await writeFile(join(folder, "index.html"), html);
  return document;
}

/** The HTML of a document. */
export function renderDocument({ pages, edit }: DocumentSize): GeneratedDocument & { readonly html: string } {
  const sections = Math.min(MOST_SECTIONS, Math.max(1, Math.round(pages / PAGES_OF_A_SECTION)));
  const front = Math.ceil((sections * 1.1) / LINES_OF_A_PAGE);
  const blocks = Math.round(((pages - front) / sections - 0.5) * BLOCKS_OF_A_PAGE);
  const middle = Math.ceil(sections / 2);
  const openings: string[] = [];
  const bodies = Array.from({ length: sections }, (_, index) => {
    const section = index + 1;
    const isEdited = section === middle && edit !== undefined;
    const more = isEdited && edit === "page" ? Math.ceil(BLOCKS_OF_A_PAGE) : 0;
    return renderSection(section, sections, blocks + more, isEdited && edit === "word", openings);
  });
  const entries = bodies.map((_, index) => `<li><a href="#s${index + 1}">${titleOf(index + 1)}</a></li>`);
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A document of ${pages} pages</title>
<meta name="author" content="A desk">
<link rel="stylesheet" href="print.css">
</head>
<body>
<main>
<h1>A document of ${pages} pages</h1>
<nav><ol>
${entries.join("\n")}
</ol></nav>
${bodies.join("\n")}
</main>
</body>
</html>
`;
  return { html, sections, openings };
}

function titleOf(section: number): string {
  return `Chapter ${section}: ${makeSentence(randomFrom(section), 3).replace(".", "")}`;
}

/** Every kind of block comes up again and again; most are paragraphs. */
function renderSection(
  section: number,
  sections: number,
  blocks: number,
  hasNewWord: boolean,
  openings: string[],
): string {
  const random = randomFrom(1000 + section);
  const rows = Array.from({ length: blocks }, (_, index) => {
    const number = `${section}.${index + 1}`;
    if (index % 16 === 15) return renderTable(number, random);
    if (index % 11 === 10) return renderList(random);
    const sentences = Array.from({ length: 5 }, () => makeSentence(random, 9 + random(8)));
    if (hasNewWord && index === 1) sentences.splice(1, 1, sentences[1]?.replace(/\w+/, "Changed") ?? "");
    openings.push(`Paragraph ${number} ${sentences[0]}`.slice(0, 40));
    if (index % 3 === 1) {
      const target = 1 + random(sections);
      sentences.push(`<em>${makeSentence(random, 4)}</em> See <a href="#s${target}">chapter ${target}</a>.`);
    }
    // Paged.js lets a note run off the page where its call comes to stand on the last line: notes stay on the first page.
    if (index === 1 || index === 3)
      sentences.push(`So it was noted.<span class="note">${makeSentence(random, 12)}</span>`);
    const heading = index > 0 && index % 8 === 0 ? `${renderHeading(number, random)}\n` : "";
    return `${heading}<p>Paragraph ${number} ${sentences.join(" ")}</p>`;
  });
  return `<section id="s${section}">\n<h2>${titleOf(section)}</h2>\n${rows.join("\n")}\n</section>`;
}

function renderHeading(number: string, random: (below: number) => number): string {
  return `<h3 id="d${number}">${makeSentence(random, 3).replace(".", "")}</h3>`;
}

function renderTable(number: string, random: (below: number) => number): string {
  const rows = Array.from({ length: 4 }, (_, index) => {
    return `<tr><th scope="row">Row ${index + 1}</th><td>${random(1000)}</td><td>${makeSentence(random, 4)}</td></tr>`;
  });
  return `<table>\n<caption>Table ${number}</caption>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
}

function renderList(random: (below: number) => number): string {
  const items = Array.from({ length: 4 }, () => `<li>${makeSentence(random, 6)}</li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

function fontFile([, name, weight, style]: (typeof FONTS)[number]): string {
  return `${name}-latin-${weight}-${style}.woff2`;
}

function fontFace(font: (typeof FONTS)[number]): string {
  const [family, , weight, style] = font;
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url("fonts/${fontFile(font)}") format("woff2"); }`;
}

// One line is enough before and after a break, and tables stay whole: more than that this engine does otherwise than others.
const STYLES = `@page {
  size: A4;
  margin: 25mm 20mm;
  @top-left { content: string(chapter); font: 9pt "Source Sans 3"; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 9pt "Source Sans 3"; }
}
html { font: 11pt/1.4 "Source Serif 4"; font-synthesis: none; }
body { margin: 0; }
section { break-before: page; }
h1, h2, h3 { font-family: "Source Sans 3"; font-weight: 600; break-after: avoid; }
h2 { string-set: chapter content(text); }
p, li, .note { orphans: 1; widows: 1; }
a { color: inherit; text-decoration: none; }
nav a::after { content: " – " target-counter(attr(href), page); }
table { break-inside: avoid; border-collapse: collapse; width: 100%; margin: 12pt 0; }
caption { text-align: left; font-weight: 600; }
th, td { border-top: 0.5pt solid; padding: 2pt 4pt; text-align: left; font-weight: 400; }
.note { float: footnote; font-size: 9pt; }
`;
