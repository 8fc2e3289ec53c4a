// Commands from the command line to the exit code, with fakes for the stages.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/cli/engine.ts";
import { run } from "../../src/cli/run.ts";
import { BriefingError, EXIT, type Problem } from "../../src/errors.ts";
import type { Pack } from "../../src/model/pack.ts";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";
import {
  FAKE_PACK,
  FAKE_PROBLEM,
  type FakeStages,
  fakeEngine,
  fakePrint,
  type RecordedIo,
  recordIo,
} from "./fake-io.ts";

const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

async function runLine(line: string, engine: Engine = fakeEngine(), io?: RecordedIo) {
  const world = io ?? recordIo(temporary());
  const exitCode = await run(line.split(" "), world, engine);
  return { exitCode, out: world.out(), err: world.err().replaceAll(temporary(), "FOLDER") };
}

const WARNING: Problem = { ...FAKE_PROBLEM, severity: "warning" };
const INVALID: Problem = { ...FAKE_PROBLEM, kind: "content", code: "key-unknown" };
const printFailure = (): Promise<never> =>
  Promise.reject(
    new BriefingError("The document cannot be printed without loss.", {
      exitCode: EXIT.print,
      problems: [{ ...FAKE_PROBLEM, kind: "print", code: "text-lost", place: undefined }],
    }),
  );

/** Stages for a pack whose one full text is in the vault. */
function fullEngine(marking: string, changes: Partial<Engine> = {}): Engine {
  const fullText = {
    sourceId: "S1",
    fingerprint: { document: "1".repeat(64), text: "2".repeat(64) },
    omissions: [],
    passages: ["Words."],
  };
  const pack: Pack = {
    ...FAKE_PACK,
    manifest: { ...FAKE_PACK.manifest, marking: { public: "TLP:CLEAR", full: marking } },
    evidence: { ...FAKE_PACK.evidence, fullTexts: new Map([["S1", fullText]]) },
  };
  const yaml = `marking:\n  public: TLP:CLEAR\n  full: ${marking}\n`;
  const plain = fakeEngine([], changes);
  return {
    ...plain,
    loadPack: async (folder) => {
      const loaded = await plain.loadPack(folder);
      return { ...loaded, pack, files: { ...loaded.files, texts: new Map([["pack.yaml", yaml]]) } };
    },
  };
}

describe("help and version", () => {
  test("go to stdout", async () => {
    expect((await runLine("--help")).out).toMatchInlineSnapshot(`
      "briefing turns a folder of source documents into a briefing pack: a site and a PDF.

      Usage: briefing COMMAND [OPTIONS]

      Commands:
        check   find every problem of the pack; write nothing, but the receipts with --update
        import  take supplied documents into the vault, each matched to its record
        verify  say whether a document is one that the pack used
        build   check the pack, then make its site and its PDF
        print   print an HTML document to PDF with the same engine and the same proof
        serve   show the site and the printed pages side by side, renewed whenever a file is saved

      Options:
        -h, --help  show this help, or that of a command
        --version   show the version

      Exit codes: 0 success, 1 a bug, 2 usage, 3 invalid content, 4 evidence, 5 print, 130 interrupted
      "
    `);
    expect((await runLine("build --help")).out).toMatchInlineSnapshot(`
      "briefing build: check the pack, then make its site and its PDF.

      Usage: briefing build [OPTIONS]

      Options:
        --content DIR               the folder of the pack (default: content)
        --edition public|full       what to build (default: public)
        --out DIR                   where to put it; the folder is replaced (default: dist/EDITION)
        --no-pdf                    build the site only, without a PDF or a link to one
        --paper a4|letter           the paper of the PDF (default: what pack.yaml says, else A4)
        --crop-marks                print on larger sheets, with marks at which the pages are cut and 3 mm of bleed
        --browser PATH              the Chrome, Chromium or Edge to print with, or the word bundled (default: BRIEFING_BROWSER, then what is installed)
        --sandbox auto|require|off  hold the browser in its sandbox: where the machine has one, or print only in one, or not at all (default: auto)
        --timeout SECONDS           how long printing may make no progress (default: 120)
        --timings                   tell on stderr how long each stage of printing took
        -h, --help                  show this help
      "
    `);
    expect((await runLine("print -h")).out).toContain("Usage: briefing print INPUT.html [OPTIONS]");
    expect((await runLine("--version")).out).toMatch(/^briefing-pack \d+\.\d+\.\d+\n$/);
  });

  test("a usage error goes to stderr, with exit code 2", async () => {
    expect(await runLine("chek")).toMatchInlineSnapshot(`
      {
        "err": "error  There is no command "chek". Did you mean check? See briefing --help.
      ",
        "exitCode": 2,
        "out": "",
      }
    `);
  });
});

describe("check", () => {
  test("says what the pack holds", async () => {
    expect(await runLine("check")).toMatchInlineSnapshot(`
      {
        "err": "",
        "exitCode": 0,
        "out": "1 source with 12 passages, 0 appendices, 0 key judgements, 0 citations
      0 quotations: 0 verified by comparison, 0 by receipt
        S1  11 of 12 passages covered, never imported
      Fingerprint of the pack, SHA-256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
      no problems
      ",
      }
    `);
  });

  test("tells problems on stderr, with the exit code of the gravest", async () => {
    expect(await runLine("check", fakeEngine([FAKE_PROBLEM]))).toMatchObject({
      exitCode: 4,
      out: expect.stringContaining("1 error"),
    });
    expect(await runLine("check", fakeEngine([FAKE_PROBLEM, INVALID]))).toMatchObject({ exitCode: 3 });
    const warned = await runLine("check", fakeEngine([WARNING]));
    expect(warned.exitCode).toBe(0);
    expect(warned.err).toContain("1 warning");
  });

  test("prints JSON alone to stdout", async () => {
    const { out, err, exitCode } = await runLine("check --json", fakeEngine([FAKE_PROBLEM]));
    expect({ report: JSON.parse(out), err, exitCode }).toMatchInlineSnapshot(`
      {
        "err": "",
        "exitCode": 4,
        "report": {
          "figures": {
            "appendices": 0,
            "bySource": [
              {
                "covered": 11,
                "id": "S1",
                "limit": null,
                "passages": 12,
                "quoted": null,
                "words": null,
              },
            ],
            "citations": 0,
            "images": 0,
            "judgements": 0,
            "passages": 12,
            "quotations": {
              "all": 0,
              "byComparison": 0,
              "byReceipt": 0,
            },
            "sources": 1,
          },
          "fingerprint": null,
          "problems": [
            {
              "code": "quotation-not-found",
              "fix": "Correct it, or take its quotation marks away.",
              "kind": "evidence",
              "message": "The quotation is not in the source.",
              "place": {
                "column": 5,
                "file": "summary.md",
                "line": 5,
              },
              "severity": "error",
            },
          ],
        },
      }
    `);
    const sound = JSON.parse(
      (await runLine("check --json", fakeEngine([{ ...WARNING, place: undefined }]))).out,
    );
    expect(sound.problems[0].place).toBe(null);
    expect(sound.figures).toMatchObject({ sources: 1, passages: 12 });
  });

  test("writes nothing", async () => {
    await runLine("check");
    expect(await readdir(temporary())).toEqual([]);
  });
});

describe("build", () => {
  test("puts site and PDF in their place and names them", async () => {
    expect(await runLine("build")).toMatchInlineSnapshot(`
      {
        "err": "Checking the pack …
      Making the site …
      Starting the browser …
      Laying out pages …
      Starting the browser …
      Laying out pages …
      ",
        "exitCode": 0,
        "out": "dist/public/index.html  4 pages
      dist/public/briefing.pdf  9 pages, also as a-pack-edition-1-2026-01-02.pdf
      Proof: 120 blocks, 2 figures, 31 links and 1 bookmark of the document are in the PDF, whole and in order.
      dist/public/summary.pdf  2 pages, also as a-pack-summary-edition-1-2026-01-02.pdf
      Proof: 120 blocks, 2 figures, 31 links and 1 bookmark of the document are in the PDF, whole and in order.
      ",
      }
    `);
    expect(await readFile(inside("dist/public/index.html"), "utf8")).toBe("site");
    for (const name of [
      "briefing",
      "summary",
      "a-pack-edition-1-2026-01-02",
      "a-pack-summary-edition-1-2026-01-02",
    ])
      expect(await readFile(inside(`dist/public/${name}.pdf`), "utf8")).toBe("pdf");
  });

  test("dates the PDF by the edition, not by the clock", async () => {
    const dates: unknown[] = [];
    const plain = fakeEngine();
    const engine = fakeEngine([], {
      printDocument: async (options) => {
        dates.push(options.metadata?.date?.toISOString());
        return plain.printDocument(options);
      },
    });
    expect(await runLine("build", engine)).toMatchObject({ exitCode: 0 });
    expect(dates).toEqual(["2026-01-02T00:00:00.000Z", "2026-01-02T00:00:00.000Z"]);
  });

  test("without a PDF prints none and links to none", async () => {
    const asked: boolean[] = [];
    const engine = fakeEngine([], {
      buildSite: async ({ pdf }) => {
        asked.push(pdf);
        return { pages: 1 };
      },
    });
    await runLine("build");
    expect(await runLine("build --no-pdf", engine)).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([false]);
    expect(await readdir(inside("dist/public"))).toEqual([".briefing-output"]);
  });

  test("stops at a broken pack and leaves the last good output", async () => {
    await runLine("build");
    const { exitCode, err, out } = await runLine("build", fakeEngine([INVALID]));
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: "" });
    expect(err).toContain("The pack was not built: mend the errors first.");
    expect(await readFile(inside("dist/public/briefing.pdf"), "utf8")).toBe("pdf");
  });

  test("publishes nothing when printing fails", async () => {
    await runLine("build");
    const engine = fakeEngine([], {
      buildSite: async ({ output }) => {
        await writeFile(join(output, "index.html"), "newer");
        return { pages: 1 };
      },
      printDocument: printFailure,
    });
    expect(await runLine("build", engine)).toMatchInlineSnapshot(`
      {
        "err": "Checking the pack …
      Making the site …
      error  text-lost
        The quotation is not in the source.
        Correct it, or take its quotation marks away.

      1 error
      error  The document cannot be printed without loss.
      ",
        "exitCode": 5,
        "out": "",
      }
    `);
    expect(await readFile(inside("dist/public/index.html"), "utf8")).toBe("site");
    expect(await readdir(inside("dist"))).toEqual(["public"]);
  });

  test("names the file of what is lost as the working folder sees it", async () => {
    const place = { file: "sources/s1.md", line: 9, column: 1 };
    const printDocument: FakeStages["printDocument"] = () =>
      printFailure().catch((error: BriefingError) => {
        const problems = error.problems.map((problem) => ({ ...problem, place }));
        throw new BriefingError(error.message, { exitCode: error.exitCode, problems });
      });
    const { err } = await runLine("build", fakeEngine([], { printDocument }));
    expect(err).toContain("content/sources/s1.md:9:1  error  text-lost");
  });

  test("warns of a summary over one page, and of warnings of the pack", async () => {
    const printDocument: FakeStages["printDocument"] = async ({ output }) => {
      await writeFile(output, "pdf");
      return fakePrint({ pages: 9, pageOfId: { summary: 3, s1: 6 } });
    };
    const { exitCode, err } = await runLine("build", fakeEngine([WARNING], { printDocument }));
    expect(exitCode).toBe(0);
    expect(err).toContain("quotation-not-found");
    expect(err).toContain("The cover summary takes 3 pages in the PDF");
  });

  test("refuses a folder that is not its own, before anything is read", async () => {
    await writeFiles(inside("mine"), { "letter.txt": "x" });
    const loadPack = (): Promise<never> => Promise.reject(new Error("read"));
    const { exitCode, err } = await runLine("build --out mine", fakeEngine([], { loadPack }));
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "error  The output folder FOLDER/mine is refused: it holds files that this program did not make, and a build replaces the whole folder. Name a new or empty folder with --out.
      ",
        "exitCode": 2,
      }
    `);
    expect(await runLine("build --out .", fakeEngine())).toMatchObject({ exitCode: 2 });
    expect(await readdir(inside("mine"))).toEqual(["letter.txt"]);
  });

  test("refuses the full edition while a full text is missing, and leaves the last good output", async () => {
    await runLine("build --edition full", fullEngine("TLP:AMBER"));
    expect(await runLine("build --edition full")).toMatchInlineSnapshot(`
      {
        "err": "Checking the pack …
      error  full-text-missing
        The vault holds no full text of S1, “A post”.
        Take its document in with “briefing import FILE”, or build the public edition, without --edition.

      1 error
      error  The full edition prints every full text, and the vault lacks one.
      ",
        "exitCode": 4,
        "out": "",
      }
    `);
    expect(await readdir(inside("dist/full"))).toContain("index.html");
  });

  test("puts the full edition beside the public one", async () => {
    const asked: string[] = [];
    const engine = fullEngine("TLP:AMBER", {
      buildSite: async ({ edition }) => {
        asked.push(edition);
        return { pages: 1 };
      },
    });
    const { exitCode, out, err } = await runLine("build --edition full --no-pdf", engine);
    expect({ exitCode, out, asked }).toEqual({
      exitCode: 0,
      out: "dist/full/index.html  1 page\n",
      asked: ["full"],
    });
    expect(err).not.toContain("warning");
  });

  test("when interrupted ends with 130 and leaves the last good output", async () => {
    await runLine("build");
    const io = recordIo(temporary());
    const engine = fakeEngine([], {
      printDocument: async ({ signal }) => {
        io.abort();
        signal?.throwIfAborted();
        throw new Error("not aborted");
      },
    });
    expect(await runLine("build", engine, io)).toMatchObject({ exitCode: 130 });
    expect(io.err()).toMatch(/Interrupted\.\n$/);
    expect(await readFile(inside("dist/public/briefing.pdf"), "utf8")).toBe("pdf");
  });

  test("hands the interruption to every stage", async () => {
    const io = recordIo(temporary());
    const plain = fakeEngine();
    const signals: unknown[] = [];
    const engine = fakeEngine([], {
      loadPack: async (folder, options) => {
        signals.push(options?.signal);
        return plain.loadPack(folder, options);
      },
      buildSite: async (options) => {
        signals.push(options.signal);
        return plain.buildSite(options);
      },
      printDocument: async (options) => {
        signals.push(options.signal);
        return plain.printDocument(options);
      },
    });
    await runLine("build", engine, io);
    await runLine("check", engine, io);
    expect(signals).toEqual(Array.from({ length: 5 }, () => io.signal));
  });

  test("two at once both succeed", async () => {
    const [one, two] = await Promise.all([runLine("build"), runLine("build")]);
    expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
    expect(await readdir(inside("dist"))).toEqual(["public"]);
  });
});

describe("print", () => {
  test("tells the times of the stages, and what came from the cache, if asked", async () => {
    await writeFiles(inside("docs"), { "paper.html": "<p>Text" });
    const told = await runLine("print docs/paper.html -o paper.pdf --timings");
    expect(told.err).toContain(
      "Timings: layout 20 ms, print 10 ms; 1 of 2 parts and 0 of 1 stretches from the cache.",
    );
    expect((await runLine("print docs/paper.html -o paper.pdf")).err).not.toContain("Timings");
  });

  test("refuses a SOURCE_DATE_EPOCH that is no number of seconds", async () => {
    await writeFiles(inside("docs"), { "paper.html": "<p>Text" });
    const io = { ...recordIo(temporary()), env: { SOURCE_DATE_EPOCH: "yesterday" } };
    const { exitCode, err } = await runLine("print docs/paper.html -o paper.pdf", fakeEngine([]), io);
    expect(exitCode).toBe(2);
    expect(err).toContain(`SOURCE_DATE_EPOCH is "yesterday"; it is a number of seconds since 1970.`);
  });

  test("prints a document and names the PDF", async () => {
    await writeFiles(inside("docs"), { "paper.html": "<p>Text" });
    const asked: unknown[] = [];
    const engine = fakeEngine([], {
      printDocument: async ({ folder, document, output, sandbox, timeoutMs }) => {
        asked.push({ folder, document, output, sandbox, timeoutMs });
        return fakePrint({ pages: 1, pageOfId: {} });
      },
    });
    const { exitCode, out } = await runLine(
      "print docs/paper.html -o out/paper.pdf --timeout 5 --sandbox require",
      engine,
    );
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: expect.stringMatching(/^out\/paper\.pdf {2}1 page\nProof: 120 blocks, /),
    });
    expect(asked).toEqual([
      {
        folder: inside("docs"),
        document: "paper.html",
        output: inside("out/paper.pdf"),
        sandbox: "require",
        timeoutMs: 5000,
      },
    ]);
  });

  test("knows no document that is not there", async () => {
    expect(await runLine("print nowhere.html -o out.pdf")).toMatchObject({
      exitCode: 2,
      err: "error  There is no document nowhere.html. See briefing print --help.\n",
    });
    expect(await runLine("print . -o out.pdf")).toMatchObject({ exitCode: 2 });
  });

  test("fails with 5", async () => {
    await writeFiles(temporary(), { "paper.html": "<p>Text" });
    const engine = fakeEngine([], { printDocument: printFailure });
    expect(await runLine("print paper.html -o out.pdf", engine)).toMatchObject({ exitCode: 5 });
  });
});

test("a bug shows its stack and its causes, with exit code 1", async () => {
  const loadPack = (): Promise<never> =>
    Promise.reject(new TypeError("not a function", { cause: new Error("deeper") }));
  const { exitCode, err } = await runLine("check", fakeEngine([], { loadPack }));
  expect(exitCode).toBe(1);
  expect(err).toMatch(/This is a bug in briefing-pack, not in the pack:\nTypeError: not a function\n +at /);
  expect(err).toContain("caused by Error: deeper");
});
