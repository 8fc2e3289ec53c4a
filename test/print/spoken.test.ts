// What is heard of the PDF is what is heard of the page: the words of the document and those that its styles generate.
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPack } from "../../src/pack/load.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { readSpoken, type SpokenRun } from "./read-spoken.ts";
import { readDocument } from "./ua/read-document.ts";
import { readBlocks } from "./ua/read-in-order.ts";
import { textAt } from "./ua/read-objects.ts";
import type { StructElement, StructKid } from "./ua/read-structure.ts";
import { joinRuns } from "./ua/text-place.ts";

const FIXTURES = new URL("../fixtures/print/", import.meta.url);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoken-"));
  await cp(FIXTURES, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const letters = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\u2010\u2011-]+/gu, "");

/** The letters of a PDF in the order of its structure; those of its notes apart, without their signs; and what its pictures are called. */
async function readStructured(
  pdf: Uint8Array,
): Promise<{ flow: string; notes: string; pictures: readonly string[] }> {
  const { structure, content } = await readDocument(pdf);
  const notes: StructElement[] = [];
  const withoutNotes = (kids: readonly StructKid[]): readonly StructKid[] =>
    kids.flatMap((kid): readonly StructKid[] => {
      if (kid.kind !== "element") return [kid];
      if (kid.type !== "Note") return [{ ...kid, kids: withoutNotes(kid.kids) }];
      notes.push(kid);
      return [];
    });
  const read = (kids: readonly StructKid[]) =>
    letters(readBlocks(kids, content.marks).map(joinRuns).join("\n"));
  const flow = read(withoutNotes(structure?.kids ?? []));
  const isLabel = (kid: StructKid) => kid.kind === "element" && kid.type === "Lbl";
  return {
    flow,
    notes: read(notes.flatMap(({ kids }) => kids.filter((kid) => !isLabel(kid)))),
    pictures: listAlternatives(structure?.kids ?? []),
  };
}

function listAlternatives(kids: readonly StructKid[]): readonly string[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== "element") return [];
    const alternative = textAt(kid.dict, "Alt");
    return alternative === undefined ? listAlternatives(kid.kids) : [alternative];
  });
}

/** What of the page is not to be found in the PDF behind what came before it; and how many letters one has more than the other. */
function compare(runs: readonly SpokenRun[], read: string) {
  let at = 0;
  const lost = runs.flatMap(({ text }) => {
    const wanted = letters(text);
    const found = read.indexOf(wanted, at);
    if (found < 0) return [text];
    at = found + wanted.length;
    return [];
  });
  return { lost, more: read.length - letters(runs.map(({ text }) => text).join("")).length };
}

/** @returns how many pictures are read by what they are called */
async function expectSame(own: string, name: string): Promise<number> {
  const output = join(own, `${name}.pdf`);
  await printDocument({ folder: own, document: name, output, browser: "bundled" });
  const spoken = await readSpoken(own, name);
  const read = await readStructured(new Uint8Array(await readFile(output)));
  expect(spoken.flow.length).toBeGreaterThan(3);
  expect(compare(spoken.flow, read.flow)).toEqual(EQUAL);
  expect(compare(spoken.notes, read.notes)).toEqual(EQUAL);
  expect(read.pictures).toEqual(spoken.pictures);
  return spoken.pictures.length;
}

const EQUAL = { lost: [], more: 0 };

describe("what a PDF says", () => {
  it.each([
    ["accessibility", "generated.html"],
    ["differential", "all-at-once.html"],
    ["differential", "counters.html"],
    ["differential", "footnote-marks.html"],
    ["differential", "numbered-paragraphs.html"],
    ["differential", "page-references.html"],
    ["differential", "long-contents.html"],
    ["differential", "text-references.html"],
  ])("is what the pages of %s/%s say", async (kind, name) => {
    await expectSame(join(folder, kind), name);
  });

  it("is what the pages of the pack say", async () => {
    const { pack } = await loadPack(fileURLToPath(new URL("../../content", import.meta.url)));
    if (!pack) throw new Error("The pack of the repository has problems.");
    const output = join(folder, "pack");
    await buildSite({ pack, edition: "public", output, pdf: true });
    // Drawings that hold text, and the signs of a table.
    expect(await expectSame(output, "print/index.html")).toBeGreaterThan(10);
  });
});
