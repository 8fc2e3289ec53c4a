// Reading in the order of the structure: words stay whole, replacements are read, artifacts are not.
import { PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { buildTaggedPdf, type SampleChanges } from "./build-tagged-pdf.ts";
import { listStructure } from "./list-structure.ts";
import { readInOrder } from "./read-in-order.ts";
import { nameOf } from "./read-objects.ts";

const readLines = async (changes: SampleChanges = {}): Promise<readonly string[]> =>
  (await readInOrder(await buildTaggedPdf(changes))).split("\n");

/** Puts other operators in place of those of the first mark of the second page. */
const setLines = (make: (encode: (text: string) => string) => string): SampleChanges => ({
  content: (operators, stream, { encode }) =>
    stream === 2
      ? operators.replace(/BDC[\s\S]*?EMC/, () => `BDC\nBT /F1 12 Tf ${make(encode)} ET\nEMC`)
      : operators,
});

describe("reading in order", () => {
  it("reads each block on its line, without artifacts", async () => {
    expect(await readLines()).toEqual([
      "Report",
      "See the source and more.",
      "1",
      "A note.",
      "Another note.",
      "Findings",
      "-",
      "First",
      "Second",
      "Figures",
      ...["Year", "Sum", "2025", "17", "18", "Both"],
      "In a form",
      "These words break over the well-known line.",
      "Report 1",
      "Back",
    ]);
  });

  it("follows the structure, not the content", async () => {
    const lines = await readLines({
      parts: ({ element, context }) =>
        element("document").dict.set(nameOf("K"), context.obj([element("p2").ref, element("h1").ref])),
    });
    expect(lines).toEqual(["These words break over the well-known line.", "Report"]);
  });

  it.each([
    [
      "a blank for a new line",
      (encode: (text: string) => string) => `${encode("one")} Tj 0 -15 Td ${encode("two")} Tj`,
      "one two",
    ],
    [
      "a blank for a new line by T*, ' and TD",
      (encode: (text: string) => string) =>
        `14 TL ${encode("a")} Tj T* ${encode("b")} Tj ${encode("c")} ' 0 -14 TD ${encode("d")} Tj`,
      "a b c d",
    ],
    [
      "none inside a line, where a word is shown in pieces",
      (encode: (text: string) => string) =>
        `[${encode("wor")} -20 ${encode("d")}] TJ 20 0 Td ${encode("s")} Tj`,
      "words",
    ],
    [
      "none before what is raised",
      (encode: (text: string) => string) => `${encode("note")} Tj 30 4 Td /F1 8 Tf ${encode("1")} Tj`,
      "note1",
    ],
    [
      "nothing after a soft hyphen that a replacement puts in",
      (encode: (text: string) => string) =>
        `${encode("infor")} Tj /Span <</ActualText <feff00ad>>> BDC ${encode("-")} Tj EMC 0 -15 Td ${encode("mation")} Tj`,
      "information",
    ],
    [
      "a replacement in place of all it stands for",
      (encode: (text: string) => string) =>
        `${encode("a ")} Tj /Span <</ActualText (fine)>> BDC ${encode("f")} Tj ${encode("ne")} Tj EMC ${encode(" day")} Tj`,
      "a fine day",
    ],
    [
      "a replacement of nothing",
      (encode: (text: string) => string) =>
        `${encode("one")} Tj /Span <</ActualText ( and )>> BDC EMC ${encode("two")} Tj`,
      "one and two",
    ],
  ])("reads %s", async (_, make, expected) => {
    expect(await readLines(setLines(make))).toContain(expected);
  });

  it("reads the replacement of an element", async () => {
    const lines = await readLines({
      parts: ({ element }) => element("em").dict.set(nameOf("ActualText"), PDFString.of("less")),
    });
    expect(lines).toContain("See the source and less.");
  });

  it("reads nothing of what an alternative stands for", async () => {
    const lines = await readLines({
      parts: ({ element }) => element("em").dict.set(nameOf("Alt"), PDFString.of("A drawing of more")),
    });
    expect(lines).toContain("See the source and .");
    expect(lines.join()).not.toContain("more");
  });

  it("reads a code without a text as the replacement character", async () => {
    const lines = await readLines({ parts: ({ font }) => font.dict.delete(nameOf("ToUnicode")) });
    expect(lines[0]).toBe("\ufffd".repeat(6));
  });
});

describe("the list of the structure", () => {
  it("shows role, type, language, alternative, identifier and first words", async () => {
    const lines = (await listStructure(await buildTaggedPdf())).split("\n").map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        'Document lang="en"',
        'H1 "Report"',
        'Link "the source" +object',
        'Em > Span lang="en-GB" "more"',
        'Note id="note-1"',
        'Figure alt="A bar"',
        'P "These words break over the well-known li…"',
      ]),
    );
  });
});
