// Several documents of a folder printed at once: none gets into the way of another, and what is wrong with any is told.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocuments } from "../../src/print/print-document.ts";
import { pathOfStretch } from "../../src/print/stretches/print-stretches.ts";
import { writeFiles } from "../files/temporary-folder.ts";
import { readPdf } from "./read-pdf.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefing-documents-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NAMES = ["one", "two", "three", "four", "five", "six"];

const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const print = (names: readonly string[], onProgress?: (step: { stage: string; pages: number }) => void) =>
  printDocuments(
    { folder, browser: "bundled", cache: join(folder, "cache"), onProgress },
    names.map((name) => ({
      document: `print/${name}.html`,
      output: join(folder, `out/${name}.pdf`),
      metadata: { date: new Date("2026-03-04") },
    })),
  );

describe("documents of one folder", () => {
  it("are printed at once, each to its own PDF and proof, and tell of their progress as one", async () => {
    const files = NAMES.map((name) => [`print/${name}.html`, page(name, `<p>The text of ${name}.</p>`)]);
    await writeFiles(folder, Object.fromEntries(files));
    const steps: { stage: string; pages: number }[] = [];
    const results = await print(NAMES, (step) => steps.push(step));
    expect(results.map(({ pages }) => pages)).toEqual(NAMES.map(() => 1));
    for (const name of NAMES) {
      const { pages } = await readPdf(join(folder, `out/${name}.pdf`));
      expect(pages.join(" ")).toBe(`The text of ${name}.`);
    }
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(["browser", "pages", "print", "finish"]);
    expect(steps.at(-1)?.pages).toBe(NAMES.length);
  });

  it("are served under addresses of their own while they are printed", () => {
    const paths = NAMES.flatMap((name) => [0, 1].map((index) => pathOfStretch(`print/${name}.html`, index)));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^print\/\.[^/]+\.html$/);
  });

  it("are printed all or none, and every problem of all is told once", async () => {
    const before = await readdir(join(folder, "out"));
    const broken = (id: string): string => `<p>A link to <a href="#${id}">nothing</a>.</p>`;
    await writeFiles(folder, {
      "print/good.html": page("Good", "<p>Good.</p>"),
      "print/bad.html": page("Bad", broken("nowhere")),
      "print/worse.html": page("Worse", broken("elsewhere")),
    });
    const failure = print(["good", "bad", "worse"]);
    await expect(failure).rejects.toMatchObject({ exitCode: 5 });
    const told = await failure.catch((error: { problems: { message: string }[] }) => error.problems);
    const messages = Array.isArray(told) ? told.map((problem) => JSON.stringify(problem)).join("\n") : "";
    expect(messages).toContain("#nowhere");
    expect(messages).toContain("#elsewhere");
    expect(await readdir(join(folder, "out"))).toEqual(before);
  });
});

describe("documents that are still being made", () => {
  const settle = (work: Promise<unknown>) =>
    work.then(
      () => "printed",
      (error: unknown) => String(error),
    );
  const printWhenReady = (ready: Promise<unknown>, browser = "bundled") =>
    printDocuments({ folder, browser, cache: join(folder, "cache"), ready }, [
      { document: "print/late.html", output: join(folder, "out/late.pdf") },
    ]);

  it("are printed once they are there", async () => {
    const ready = new Promise((resolve) => setTimeout(resolve, 300)).then(() =>
      writeFiles(folder, { "print/late.html": page("Late", "<p>It is there.</p>") }),
    );
    await printWhenReady(ready);
    expect((await readPdf(join(folder, "out/late.pdf"))).pages.join(" ")).toBe("It is there.");
  });

  it("are not printed where making them failed, which is what is told", async () => {
    const failed = Promise.reject(new Error("The templates are broken."));
    expect(await settle(printWhenReady(failed))).toBe("Error: The templates are broken.");
  });

  it("are waited for where the browser cannot be started: nothing writes to the folder any more", async () => {
    let isMade = false;
    const ready = new Promise((resolve) => setTimeout(resolve, 1_000)).then(() => {
      isMade = true;
    });
    expect(await settle(printWhenReady(ready, join(folder, "no-browser")))).toContain("no-browser");
    expect(isMade).toBe(true);
    const both = Promise.reject(new Error("The templates are broken."));
    expect(await settle(printWhenReady(both, join(folder, "no-browser")))).toContain(
      "The templates are broken.",
    );
  });
});
