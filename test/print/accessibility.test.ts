// Every document that is printed meets PDF/UA-1, and reads in the order of its source.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { generateDocument } from "../bench/print/generate-document.ts";
import { readPdf } from "./read-pdf.ts";
import { checkAccessibility } from "./ua/check-accessibility.ts";
import { expectAccessible } from "./ua/expect-accessible.ts";
import { listStructure } from "./ua/list-structure.ts";
import { readInOrder } from "./ua/read-in-order.ts";

const FIXTURES = new URL("../fixtures/print/", import.meta.url);
/** Those of the other folders are asked the same where they are printed: `awkward.test.ts`, and `differential.test.ts`, here and among the long tests. */
const DOCUMENTS = await Promise.all(
  ["good", "accessibility"].map(async (folder) =>
    (await readdir(new URL(folder, FIXTURES)))
      .filter((name) => name.endsWith(".html"))
      .map((name) => [folder, name] as const),
  ),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accessible-"));
  await cp(FIXTURES, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const printed = new Map<string, Promise<unknown>>();

/** Prints a document, or gives what was printed of it before. */
async function print(inFolder: string, document: string): Promise<Uint8Array> {
  const output = join(inFolder, `${document}.pdf`);
  const printing =
    printed.get(output) ?? printDocument({ folder: inFolder, document, output, browser: "bundled" });
  printed.set(output, printing);
  await printing;
  return new Uint8Array(await readFile(output));
}

describe("a printed document meets the rules that a program can check, and has every block in the order of its source", () => {
  it.each(DOCUMENTS.flat())("%s/%s", async (kind, name) => {
    await print(join(folder, kind), name);
    await expectAccessible(join(folder, kind, name), join(folder, kind, `${name}.pdf`));
  });
});

describe("a generated document of several stretches", () => {
  let pdf: Uint8Array;
  let html: string;
  beforeAll(async () => {
    const own = join(folder, "generated");
    await generateDocument(own, { pages: 150 });
    html = await readFile(join(own, "index.html"), "utf8");
    pdf = await print(own, "index.html");
  });

  it("meets the rules", async () => {
    expect(await checkAccessibility(pdf)).toEqual([]);
  });

  it("is one structure: what runs over a page or a stretch is one element", async () => {
    const structure = await listStructure(pdf);
    const inHtml = (tag: string) => html.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
    const inPdf = (type: string) => structure.match(new RegExp(`^\\s*${type}\\b`, "gm"))?.length ?? 0;
    expect(inPdf("Sect")).toBe(inHtml("section") + inHtml("nav"));
    expect(inPdf("Table")).toBe(inHtml("table"));
    expect(inPdf("TR")).toBe(inHtml("tr"));
    expect(inPdf("LI")).toBe(inHtml("li"));
    // Each note has a paragraph of its own.
    expect(inPdf("P")).toBe(inHtml("p") + inPdf("Note"));
    expect(inPdf("Note")).toBeGreaterThan(10);
  });

  it("leads from every link and bookmark to the page of its target, in whichever stretch", async () => {
    const path = join(folder, "links.pdf");
    await writeFile(path, pdf);
    const { pages, links, outline } = await readPdf(path);
    const targets = [...html.matchAll(/<section id="([^"]+)">\s*<h[12][^>]*>(?:<[^>]*>)*([^<]+)/g)];
    expect(targets.length).toBeGreaterThan(20);
    const wrong = links.filter(({ name, to }) => {
      const target = targets.find(([, id]) => id === decodeURIComponent(name));
      return target !== undefined && !pages[to - 1]?.includes(target[2] ?? "");
    });
    expect(links.filter(({ from, to }) => Math.abs(to - from) > 80).length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(outline.filter(({ title, page }) => !pages[page - 1]?.includes(title))).toEqual([]);
  });

  it("reads as its source, word for word, with no words run together", async () => {
    const words = (text: string) => text.replace(/\s+/g, " ").trim();
    const read = words(await readInOrder(pdf));
    const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = ""]) =>
      // What footnotes hold stands behind their call, which has a number of its own.
      words((inner.split(/<span class="note">/)[0] ?? "").replace(/<[^>]*>/g, "")),
    );
    expect(paragraphs.length).toBeGreaterThan(500);
    expect(paragraphs.filter((paragraph) => !read.includes(paragraph))).toEqual([]);
  });
});

describe("the structure of a document", () => {
  const printFixture = (name: string) => print(join(folder, "accessibility"), name);

  it("has every construct as a reader should hear of it", async () => {
    expect(await listStructure(await printFixture("constructs.html"))).toMatchInlineSnapshot(`
      "Document
        H1 "Constructs"
        Sect
          TOC
            TOCI
              Lbl "1."
              Reference
                Link "Second" +object +object
                  Em > Span "part"
            TOCI
              Lbl "2."
              Reference
                Link "Figure" +object
        H2 "A and"
          Link "link in a heading" +object
          Code "code"
        L
          LI
            Lbl
              Span "Term one"
              Span lang="fr" "Terme un"
            LBody
              P "Said once."
              P "Said twice."
          LI
            Lbl "Other"
            LBody
              P "Para one."
              P "Para two."
        L
          LI
            Lbl
            LBody
              P "Outer one"
              L
                LI
                  Lbl
                  LBody "Inner one"
                LI
                  Lbl
                  LBody
                    P "Inner two"
                    L
                      LI
                        Lbl "3."
                        LBody "Deep"
          LI
            Lbl
            LBody
              P "Outer two."
              P "More."
        BlockQuote
          P "Quoted words."
          P "More quoted."
          P "— An author"
        P
          Code "first line second line"
        Div
          Figure alt="A red square"
          Caption "Figure 1. A square with ."
            Em > Span "stress"
        P "Beside decoration."
        H3
          Link "Card title" +object +object +object +object +object
        P "Card text."
        P "A call and another end."
          Reference
            Link "1" +object
          Note id="note-1"
            Lbl "1."
            P "Note one."
          Reference
            Link "2" +object
          Note id="note-2"
            Lbl "2."
            P "Second note, , with ."
              Link "linked" +object
              Em > Span "stress"
        Table
          Caption "Table 1. Spans"
          TR
            TH "Land"
            TH "Sums"
          TR
            TH "2024"
            TH "2025"
          TR
            TH "North"
            TD "1"
            TD
          TR
            TH "South"
            TD "None"
          TR
            TH "All"
            TD "1"
            TD "0"
        P "He said ; 漢 kan , H2O, NATO, old new, . …"
          Quote "“yes”"
          Span lang="de" "auf Deutsch"
        P "Price Tick"
        Sect
          H2 "Part two"
          P "Text of part two, ."
            Link "back to the figure" +object
          P "More"
          P "Detail."
          P lang="fr" "Un paragraphe entier."
          P "1 Street Town"
          H3 "Skipped level"
          P "Under it.""
    `);
  });

  it("has a link around every picture that is one, and the areas of its copies in heads that are repeated", async () => {
    const structure = await listStructure(await printFixture("links.html"));
    const [links = ""] = structure.split(/\n\s*TR\n\s*TD "Land 2"/);
    // How many areas a link has is the browser's: of a drawing it tells twice.
    expect(links.replaceAll(/( \+object)+/g, " +objects")).toMatchInlineSnapshot(`
      "Document
        H1 "Links"
        P
          Link +objects
            Figure alt="Picture in a div"
          Link +objects
            Figure alt="Drawing in a div"
        L
          LI
            Lbl
            LBody
              Link +objects
                Figure alt="Drawing in an item"
          LI
            Lbl
            LBody
              P
                Link +objects
                  Figure alt="Picture as a block"
              P "Text."
        Div
          P
            Link +objects
              Figure alt="Drawing in a figure"
          Caption "Caption"
        P
          Link +objects
            Figure alt="Drawing in a line"
        Table
          TR
            TH
              Link "Land" +objects
            TH
              Link "Sum" +objects
          TR
            TD
              Link +objects
                Figure alt="Drawing in a cell"
            TD "1""
    `);
    const { links: areas, pages } = await readPdf(join(folder, "accessibility", "links.html.pdf"));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.keys()) expect(areas.map(({ from }) => from)).toContain(page + 1);
  });

  it("reads text that runs from right to left as the document has it, over lines and pages", async () => {
    const file = join(folder, "accessibility", "right-to-left.html");
    const { document } = parseHTML(await readFile(file, "utf8"));
    const words = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    const blocks = [...document.querySelectorAll("h1, p, td, th, caption")].filter(
      (block) => !block.querySelector(".note") && !block.matches(".quoted"),
    );
    const read = (await readInOrder(await printFixture("right-to-left.html"))).split("\n");
    expect(
      blocks.map(({ textContent }) => words(textContent)).filter((text) => !read.includes(text)),
    ).toEqual([]);
    // The signs of lists, what styles generate, and what a footnote parts.
    for (const line of ["1.", "2.", "סעיף 1: מנויים", "ציטוט קצר (המחבר, 2024)", "לפני המספר1", "ואחריו."]) {
      expect(read).toContain(line);
    }
  });

  it("holds texts of a letter or two where a section goes on on a new page", async () => {
    expect((await readInOrder(await printFixture("short-texts.html"))).split("\n")).toEqual([
      "Short texts",
      "Before.",
      "After the page has ended, the section goes on.",
      "¶1",
      "A",
      "–",
      "5",
      "Last.",
    ]);
  });
});
