// Documents of which Paged.js loses something: the print fails, names what is lost and leaves the old PDF.
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/errors.ts";
import { printDocument } from "../../src/print/print-document.ts";

const fixtures = new URL("../fixtures/print/", import.meta.url).pathname;
let out: string;
let output: string;
/** A folder for documents that need files of packages. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), "made-"));
  out = await mkdtemp(join(tmpdir(), "losses-"));
  output = join(out, "briefing.pdf");
  await writeFile(output, "the old PDF");
});
afterAll(() => Promise.all([out, made].map((folder) => rm(folder, { recursive: true, force: true }))));

const failed = new Map<string, Promise<BriefingError>>();

/** Fails to print a document that loses something, or gives the failure of before. */
function lose(name: string): Promise<BriefingError> {
  const failing = failed.get(name) ?? fail("losses", `${name}.html`);
  failed.set(name, failing);
  return failing;
}

async function fail(folder: string, document: string, timeoutMs = 30_000): Promise<BriefingError> {
  const error = await printDocument({
    folder: resolve(fixtures, folder),
    document,
    output,
    browser: "bundled",
    timeoutMs,
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BriefingError);
  expect(await readFile(output, "utf8")).toBe("the old PDF");
  expect(await readdir(out)).toEqual(["briefing.pdf"]);
  return error as BriefingError;
}

describe("a document that loses text", () => {
  it.each([
    ["far-box", "text-clipped", "div#far on page 1 cannot be seen: “Far below the page”"],
    ["clipped-box", "text-clipped", "div#low on page 1"],
    ["long-margin", "text-clipped", "stands in the bottom-left margin box of page 1 runs off the sheet"],
    ["cut-picture", "figure-lost", "img#cut in the part s2 cannot be drawn: cut.png is no whole picture"],
    ["no-picture", "figure-lost", "img#page cannot be drawn: page.png is no whole picture"],
    ["clipped-in-part", "text-clipped", "Text of pre in the part s2 on page 1 runs out"],
    ["tall-in-part", "layout-failed", "in the part s2: “"],
    ["no-glyph-in-part", "glyph-missing", "a character on page 1 in the part s2, it seems for 𗀀"],
    ["no-ink", "text-lost", "not in the PDF: “A paragraph that takes its room and no ink.”"],
    [
      "unspoken",
      "text-unspoken",
      "page 1 is not to be found in the PDF as it was laid out, so no screen reader",
    ],
    ["no-glyph", "glyph-missing", "2 characters on page 1, it seems for 𗀀 (U+17000), 𗀁 (U+17001)"],
    ["link-to-nothing", "link-broken", "The link “to what is gone” leads to #gone, and nothing"],
    ["no-alternative", "no-alternative", "The picture img#map has no text that stands for it"],
    ["page-of-nothing", "page-reference", "names the page of “gone”, and nothing in it bears that id"],
  ])("fails and names what is lost: %s", async (name, code, words) => {
    const { exitCode, problems } = await lose(name);
    expect(exitCode).toBe(5);
    expect(problems.every(({ kind, severity }) => kind === "print" && severity === "error")).toBe(true);
    const found = problems.filter((problem) => problem.code === code).map(({ message }) => message);
    expect(found.join("\n")).toContain(words);
  });
});

it("fails where the browser makes up a face that the font does not have", async () => {
  const face = fileURLToPath(
    import.meta.resolve("@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2"),
  );
  await copyFile(face, join(made, "text.woff2"));
  const html = (emphasis: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A face</title><style>@font-face { font-family: Own; src: url(text.woff2) } p { font-family: Own }</style></head><body><p>With ${emphasis}.</p></body></html>`;
  await writeFile(join(made, "made.html"), html("<b>stress</b>"));
  const { exitCode, problems } = await fail(made, "made.html");
  expect(exitCode).toBe(5);
  expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    expect.stringMatching(/^font-drawn: The font SourceSerif4-Regular on page 1 is drawn letter by letter/),
  ]);
  await writeFile(join(made, "plain.html"), html("no stress"));
  const plain = join(made, "plain.pdf");
  await printDocument({ folder: made, document: "plain.html", output: plain, browser: "bundled" });
});

describe("a block that is lost", () => {
  it.each([
    ["clipped-box", 10],
    ["far-box", 10],
    ["cut-picture", 11],
    ["tall-in-part", 11],
    ["no-ink", 10],
    ["no-glyph-in-part", 10],
    ["unspoken", 11],
  ])("is named with its line in the document: %s", async (name, line) => {
    const { problems } = await lose(name);
    expect(problems[0]?.place).toEqual({ file: `${name}.html`, line, column: 1 });
  });
});

describe("a document with a fault", () => {
  it.each([
    ["script", "page-script", ["the chart has no data"]],
    ["missing", "request-failed", ["nowhere.png (status 404)", "gone.css (status 404)"]],
    ["foreign", "foreign-request", ["https://example.org/picture.png", "http://192.0.2.1/track.js"]],
    ["leaves", "foreign-request", ["https://example.org/"]],
    ["dialog", "page-script", ["opens a dialog (alert: “Welcome”)"]],
    ["font", "page-console", ["Failed to preload font-family: Broken"]],
  ])("fails and names it: %s", async (name, code, words) => {
    const { exitCode, problems } = await fail("faults", `${name}.html`);
    expect(exitCode).toBe(5);
    const found = problems.filter((problem) => problem.code === code).map(({ message }) => message);
    expect(found).toHaveLength(words.length);
    for (const word of words) expect(found.join("\n")).toContain(word);
    // A picture that is not there is told of as a request alone, not as one that is broken.
    expect(problems.map(({ message }) => message).join("\n")).not.toContain("cannot be drawn");
  });

  it("fails within the deadline when a script never ends", async () => {
    const start = Date.now();
    const { exitCode, message } = await fail("faults", "endless-script.html", 2_000);
    expect(exitCode).toBe(5);
    expect(message).toMatch(/^The layout made no progress for 2 s, before the first page\./);
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  it("fails within the deadline when what the document says of itself never ends", async () => {
    const start = Date.now();
    const { exitCode, message } = await fail("faults", "endless-title.html", 3_000);
    expect(exitCode).toBe(5);
    expect(message).toMatch(/^The layout made no progress for 3 s, before the first page\./);
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  it("fails when there is no such document", async () => {
    const { problems } = await fail("faults", "nothing.html");
    expect(problems.map(({ code }) => code)).toContain("request-failed");
  });
});
