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

const FILLER = Array.from({ length: 14 }, (_, index) =>
  `Paragraph ${index + 1} goes on about the harbour and its dues. `.repeat(6),
);
const LONG_NOTE = "The long note goes on over the page and says so again. ".repeat(150);

const BODY = `## Several notes

Both letters[^both] name the dues[^dues] and the board^[A note within the line.].

Again the letters[^both].

- In a list[^list].

| Head[^head] | Sum |
| --- | --- |
| In a cell[^cell] | 3 |
| Another row | 4 |

Called with blocks[^blocks], and with a table[^table].

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

## A long note

Called here[^long].

[^long]: ${LONG_NOTE}The long note ends.

## At page ends

${FILLER.map((text, index) => `${text}Its last line[^end${index}].\n\n[^end${index}]: Note of paragraph ${index + 1}.`).join("\n\n")}
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
let page: string;
let notes: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnotes-"));
  await buildSite({ pack: makePack(), edition: "public", output: folder, pdf: true });
  html = await readFile(join(folder, "print/index.html"), "utf8");
  page = await readFile(join(folder, "sources/s1.html"), "utf8");
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

describe("a note", () => {
  it("dumps", () => {
    console.log(notes, pdf.pages.length, process.env.KEEP);
    console.log(
      pdf.pages
        .filter((text) => /note|Note/.test(text))
        .map((t) => t.slice(0, 200) + " … " + t.slice(-500))
        .join("\n---\n"),
    );
  });
  it("meets", async () => {
    const { copyFile } = await import("node:fs/promises");
    await copyFile(join(folder, "notes.pdf"), "/tmp/paper/notes.pdf");
    expect(await checkAccessibility(bytes)).toEqual([]);
  });
});
