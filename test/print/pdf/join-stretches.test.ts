// Two stretches that the browser printed, as one finished file.
import { serialize } from "node:v8";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentFacts } from "../../../src/print/pdf/facts.ts";
import { joinStretches } from "../../../src/print/pdf/join-stretches.ts";
import { readStretch } from "../../../src/print/pdf/read-stretch.ts";
import { checkAccessibility } from "../ua/check-accessibility.ts";
import { listStructure } from "../ua/list-structure.ts";
import { readInOrder } from "../ua/read-in-order.ts";
import { type PrintedStretch, printStretches } from "./print-stretch.ts";

const FIRST = `
<div class="page"><div aria-hidden="true">Running head</div><h1 data-m="1">Report</h1><hr data-m="30">
<p data-m="2">A call<a data-m="3" href="#n">1</a> in a paragraph <em data-m="4">with words</em> that go on to the next line and <b>the next</b>,
<span data-m="5" lang="fr">en français</span>, <span style="opacity:.5">pale</span><br>and broken.</p>
<section data-m="6"><h3 data-m="7">Deep</h3><table data-m="8"><tr data-m="9"><th data-m="10">Who</th><th data-m="11">What</th><th data-m="12">When</th></tr>
<tr data-m="13"><td data-m="14">Left</td><td data-m="15"></td><td data-m="16">Right</td></tr></table></section>
<aside id="n" data-m="20" data-call="3"><p data-m="21">First of the note.</p><p data-m="22">Second of the note.</p></aside></div>
<div class="page"><section data-m="6"><table data-m="8">
<tr data-m="13"><td data-m="14">side</td><td data-m="15"></td><td data-m="16">side</td></tr></table>
<p data-m="17">Before the</p></section></div>`;

const SECOND = `
<div class="page"><section data-m="6"><p data-m="17">break and after.</p></section>
<ul data-m="23"><li data-m="24">Item</li></ul>
<figure data-m="25"><img data-m="26" alt="A square" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"><figcaption data-m="27">Caption</figcaption></figure>
<a data-m="28" href="https://example.org/"><p data-m="29">Elsewhere</p></a></div>`;

const DOCUMENT: DocumentFacts = {
  metadata: { title: "Report", language: "en" },
  program: "briefing-pack 0.0.0",
  headings: [
    { mark: "0-1", level: 1, text: "Report", place: { page: 0, x: 20, y: 20 } },
    { mark: "0-7", level: 3, text: "Deep", place: { page: 0, x: 20, y: 90 } },
  ],
  destinations: { n: { page: 0, x: 20, y: 300 } },
};

describe("two stretches joined", () => {
  let printed: readonly PrintedStretch[] = [];
  const join = () =>
    joinStretches(
      printed.map(({ pdf, facts }) => readStretch(pdf, facts)),
      DOCUMENT,
    );
  beforeAll(async () => {
    printed = await printStretches(FIRST, SECOND);
  });

  it("break no rule of PDF/UA-1", async () => {
    expect(await checkAccessibility(join().bytes)).toEqual([]);
  });

  it("have one structure, in which what was cut is whole", async () => {
    expect(await listStructure(join().bytes)).toMatchInlineSnapshot(`
      "Document
        H1 "Report"
        P "A call in a paragraph that go on to the …"
          Reference
            Link "1" +object
          Note id="note-1"
            P "First of the note."
            P "Second of the note."
          Em > Span "with words"
          Span lang="fr" "en français"
        Sect
          H2 "Deep"
          Table
            TR
              TH "Who"
              TH "What"
              TH "When"
            TR
              TD "Left side"
              TD
              TD "Right side"
          P "Before the break and after."
        L
          LI
            Lbl
            LBody "Item"
        Div
          Figure alt="A square"
          Caption "Caption"
        P
          Link "Elsewhere" +object +object +object"
    `);
  });

  it("read as the document does, with a blank at each line end and none at others", async () => {
    expect(await readInOrder(join().bytes)).toMatchInlineSnapshot(`
      "Report
      A call1
      First of the note.
      Second of the note.
      in a paragraph with words that go on to the next line and the next, en français, pale and broken.
      Deep
      Who
      What
      When
      Left side
      Right side
      Before the break and after.
      Item
      Caption
      Elsewhere"
    `);
  });

  it("are the same bytes each time, on pages of the size that was printed", () => {
    const { bytes, sizes } = join();
    expect(Buffer.from(bytes).equals(Buffer.from(join().bytes))).toBe(true);
    expect(sizes.map((size) => size.map(Math.round))).toEqual(Array.from({ length: 3 }, () => [225, 300]));
  });

  it("may each come from a cache", () => {
    const [first] = printed;
    if (!first) throw new Error("Nothing was printed");
    expect(serialize(readStretch(first.pdf, first.facts)).length).toBeGreaterThan(1_000);
  });

  it("tell the text that another reader finds on each page", async () => {
    const plain = (text: string) => text.replace(/\s/g, "");
    for (const { pdf, facts } of printed) {
      const own = readStretch(pdf, facts).pageTexts.map(({ text }) => plain(text));
      expect(own).toEqual((await readWithLibrary(pdf)).map(plain));
    }
  });
});

async function readWithLibrary(pdf: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const document = await loading.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
      texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    return texts;
  } finally {
    await loading.destroy();
  }
}
