// The notes of a pack on paper: each once, at the foot of the page that calls it, numbered in each part from 1.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pack } from "../../src/model/pack.ts";
import { readPart } from "../../src/pack/part-reader.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { makeSamplePack } from "../site/sample-pack.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { checkAccessibility } from "./ua/check-accessibility.ts";

/** Paragraphs whose last line calls a note. */
const PARAGRAPHS = 24;
/**
 * How many sentences these notes have: as many as a foot may hold, or somewhat fewer. They are higher than the paragraphs between them,
 * and their heights differ, so that of the many page ends some fall within a note when styles change.
 */
const SENTENCES = Array.from({ length: PARAGRAPHS }, (_, index) => 24 + ((index * 5) % 14));
/** The number of the last note before theirs. */
const FIRST_AT_END = 6;

/** Each has one pier: a word that no other text has, and that is found whole wherever a line or a page ends. */
const SENTENCE = "The note goes on to the pier. ";
const ESSAY = "The essay goes on. ".repeat(200);

const FILLER = Array.from({ length: PARAGRAPHS }, (_, index) => {
  const number = index + 1;
  const text = `Paragraph ${number} goes on about the harbour and its dues. `.repeat(3);
  const note = `Note of paragraph ${number}. ${SENTENCE.repeat(SENTENCES[index] ?? 0)}Note ${number} ends.`;
  return `${text}Its last line[^end${number}].\n\n[^end${number}]: ${note}`;
}).join("\n\n");

const BODY = `## Précis, passage by passage

::: precis ¶1
The letter opens.
:::

::: precis ¶¶2–3
It closes “with regret”.
:::

## Several notes

Both letters[^both] name the dues[^dues] and the board^[A note within the line.].

Again the letters[^both].

- In a list[^list].

| Head[^head] | Sum |
| --- | --- |
| In a cell[^cell] | 3 |
| Another row | 4 |

Called with blocks[^blocks], and with a table[^table], and an essay[^essay].

[^both]: Of both letters [see @letter, ¶2].
[^dues]: Of the dues, “with regret” [@letter, ¶3], and of another note[^dues].
[^list]: Of the list.
[^head]: Of the head.
[^cell]: Of the cell.
[^blocks]: First paragraph of the note.

    - One item
    - Other item

    Last paragraph of the note.

[^table]: A table:

    | In | Note |
    | --- | --- |
    | a | b |

[^essay]: ${ESSAY}The essay ends.

## At page ends

${FILLER}
`;

function makePack(): Pack {
  const pack = makeSamplePack();
  return {
    ...pack,
    parts: pack.parts.map((part) => {
      if (part.slug !== "s1") return part;
      const reader = readPart("S1", {});
      const body = reader.body(BODY, (position) => ({ file: "sources/s1.md", ...position }));
      expect(reader.problems()).toEqual([]);
      return { ...part, body };
    }),
  };
}

let folder: string;
let pdf: ReadPdf;
let bytes: Uint8Array;
let html: string;
let web: string;
let notes: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnotes-"));
  await buildSite({ pack: makePack(), edition: "public", output: folder, pdf: true });
  html = await readFile(join(folder, "print/index.html"), "utf8");
  web = await readFile(join(folder, "sources/s1.html"), "utf8");
  const output = join(folder, "notes.pdf");
  const printed = await printDocument({
    folder,
    document: "print/index.html",
    output,
    browser: "bundled",
    timeoutMs: 60_000,
  });
  notes = printed.proof.source.footnotes;
  bytes = new Uint8Array(await readFile(output));
  pdf = await readPdf(output);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The text of the page that holds some words. */
const pageWith = (words: string): string => pdf.pages.find((text) => text.includes(words)) ?? "no page";

describe("the notes of a part", () => {
  it("stand once each, at the foot of the page that calls them", () => {
    for (const [call, note] of [
      ["Both letters", "Of both letters"],
      ["Both letters", "Of the dues"],
      ["Both letters", "A note within the line."],
      ["In a list", "Of the list."],
      ["In a cell", "Of the cell."],
      ["Called with blocks", "First paragraph of the note."],
    ] as const) {
      expect(pageWith(call).indexOf(note)).toBeGreaterThan(pageWith(call).indexOf(call));
      expect(pdf.pages.join(" ").split(note)).toHaveLength(2);
    }
  });

  it("are on the page of their call where that is its last line", () => {
    for (let paragraph = 1; paragraph <= PARAGRAPHS; paragraph += 1) {
      const page = pageWith(`Note of paragraph ${paragraph}.`);
      expect(page).toMatch(new RegExp(`Its last line ?${FIRST_AT_END + paragraph} ?\\.`));
    }
    // Some of the paragraphs end pages, or this shows nothing.
    expect(new Set(pdf.pages.filter((text) => text.includes("Its last line"))).size).toBeGreaterThan(2);
  });

  it("go on over the page where they are long, and lose nothing", () => {
    const pagesOf = (words: string) =>
      pdf.pages.flatMap((text, page) => (text.includes(words) ? [page] : []));
    const numbers = SENTENCES.map((_, index) => index + 1);
    const [starts, ends] = [
      numbers.map((number) => pagesOf(`Note of paragraph ${number}.`)),
      numbers.map((number) => pagesOf(`Note ${number} ends.`)),
    ];
    expect([...starts, ...ends].filter(({ length }) => length !== 1)).toEqual([]);
    const over = starts.filter(([start = 0], index) => start < (ends[index]?.[0] ?? 0));
    expect(over.length).toBeGreaterThan(0);
    const all = SENTENCES.reduce((sum, count) => sum + count, 0);
    expect(pdf.pages.join(" ").match(/\bpier\b/g)).toHaveLength(all);
  });

  it("count from 1 in each part", () => {
    expect(pageWith("Of both letters")).toMatch(/Both letters ?1 name the dues ?2 and the board ?3/);
    expect(pageWith("It says so.")).toMatch(/It says so\. ?1 .*1 Twice\./);
  });

  it("are named again by number and page where a second mark calls one", () => {
    expect(pageWith("Both letters")).toMatch(/Again the letters ?1 ?, p\. \d+/);
  });

  it("stay behind the part where no foot can hold them, and count on", () => {
    const next = FIRST_AT_END + PARAGRAPHS + 1;
    expect(html).toContain(`<ol start="${next}">`);
    expect(pageWith("Called with blocks")).toMatch(/and with a table ?\d+, p\. \d+/);
    for (const words of ["Of the head.", "A table:", "The essay ends."]) {
      expect(pdf.pages.join(" ").split(words)).toHaveLength(2);
    }
  });

  it("do not keep pages from being counted", () => {
    expect(pdf.pages.map((text) => /(\d+) of \d+/.exec(text)?.[1])).toEqual(
      pdf.pages.map((_, index) => String(index + 1)),
    );
  });

  it("are counted by the proof, and belong to what calls them", async () => {
    // Those of the part, and one of the other source.
    expect(notes).toBe(FIRST_AT_END + PARAGRAPHS + 1);
    expect(await checkAccessibility(bytes)).toEqual([]);
  });

  it("stay at the end of the page on the web", () => {
    expect(web).toContain('<section class="footnotes">');
    expect(web).not.toContain('class="footnote"');
    expect(web.match(/<li id="fn-s1-\d+"/g)).toHaveLength(FIRST_AT_END + PARAGRAPHS + 3);
  });
});
