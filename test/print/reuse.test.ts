// A print takes from the cache what did not change, and nothing else.
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type PrintResult, printDocument } from "../../src/print/print-document.ts";

let folder: string;
const SECTIONS = 6;
const paragraphs = (section: number) =>
  Array.from(
    { length: 12 },
    (_, index) => `<p>Paragraph ${index} of section ${section} has some words.</p>`,
  ).join("");

async function writeDocument(edit: (section: string, index: number) => string, css = ""): Promise<void> {
  const sections = Array.from({ length: SECTIONS }, (_, index) =>
    edit(
      `<section id="s${index}"><h2>Section ${index}</h2>${paragraphs(index)}<img src="dot.svg" alt="A dot"></section>`,
      index,
    ),
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reuse</title><style>
@page { size: A6; margin: 12mm; @bottom-center { content: counter(page) } } section { break-before: page } img { width: 8mm } ${css}
</style></head><body><h1>Reuse</h1>${sections.join("")}</body></html>`;
  await writeFile(join(folder, "index.html"), html);
}

const same = (section: string) => section;
const dot = (radius: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="${radius}"/></svg>`;

async function print(name: string): Promise<PrintResult & { file: Buffer }> {
  const output = join(folder, `${name}.pdf`);
  const result = await printDocument({
    folder,
    document: "index.html",
    output,
    browser: "bundled",
    cache: join(folder, "cache"),
  });
  return { ...result, file: await readFile(output) };
}

let first: PrintResult & { file: Buffer };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reuse-"));
  await writeFile(join(folder, "dot.svg"), dot(4));
  await writeDocument(same);
  first = await print("first");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("lays out everything the first time", () => {
  expect(first.reused).toEqual({ parts: 0, ofParts: SECTIONS + 1, stretches: 0, ofStretches: 1 });
});

it("lays out nothing again where nothing changed, and gives the same bytes", async () => {
  await writeDocument(same);
  const again = await print("again");
  expect(again.reused).toMatchObject({ parts: SECTIONS + 1, stretches: 1 });
  expect(again.file.equals(first.file)).toBe(true);
});

it("lays out the part alone that changed, wherever it is moved", async () => {
  await writeDocument((section, index) =>
    index === 3 ? section.replace("some words", "other words") : section,
  );
  expect((await print("edited")).reused).toMatchObject({ parts: SECTIONS, stretches: 0 });
  // An element more before it shifts the numbers of all that follow.
  await writeDocument((section, index) => (index === 1 ? section.replace("some", "<em>some</em>") : section));
  expect((await print("shifted")).reused.parts).toBe(SECTIONS);
});

it("lays out all parts again where a style or a picture that all show changed", async () => {
  await writeDocument(same, "p { color: #111 }");
  expect((await print("styled")).reused.parts).toBe(0);
  await writeDocument(same);
  await writeFile(join(folder, "dot.svg"), dot(3));
  // The title shows no picture.
  expect((await print("drawn")).reused.parts).toBe(1);
  await writeFile(join(folder, "dot.svg"), dot(4));
});

it("mends a cache that is damaged", async () => {
  await writeDocument(same);
  const kept = join(folder, "cache", "print");
  for (const name of await readdir(kept)) await truncate(join(kept, name), 50);
  const mended = await print("mended");
  expect(mended.reused).toMatchObject({ parts: 0, stretches: 0 });
  expect(mended.file.equals(first.file)).toBe(true);
  expect((await print("after")).reused.parts).toBe(SECTIONS + 1);
});
