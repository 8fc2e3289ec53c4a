// The check of a pack on disk, with the real stages: its table, its problems, and what it writes.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { checkReportSchema } from "../../src/cli/check-report.ts";
import { run } from "../../src/cli/run.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { recordIo } from "./fake-io.ts";

const DOCUMENTS = packFolder("../documents/good");
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

beforeEach(() => cp(packFolder("good"), inside("content"), { recursive: true }));

async function runWords(...words: string[]) {
  const io = recordIo(temporary(), { env: { SOURCE_DATE_EPOCH: "1772236800" } });
  const exitCode = await run(words, io);
  return { exitCode, out: io.out(), err: io.err().replaceAll(temporary(), "FOLDER") };
}

/** Replaces words of a file of the pack. */
async function edit(file: string, ...changes: readonly (readonly [from: string, to: string])[]) {
  let text = await readFile(inside("content", file), "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${file}.`);
    text = text.replace(from, () => to);
  }
  await writeFile(inside("content", file), text);
}

async function importBoth() {
  const { exitCode, err } = await runWords("import", `${DOCUMENTS}/gazette.txt`, `${DOCUMENTS}/pilot.txt`);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
}

/** Imports the good documents, with words of the gazette replaced and its record adjusted. */
async function importWith(from: string, to: string) {
  const text = (await readFile(`${DOCUMENTS}/gazette.txt`, "utf8")).replace(from, () => to);
  await writeFile(inside("gazette.txt"), text);
  const digest = createHash("sha256").update(text).digest("hex");
  await edit("sources/s1.md", ["d8eaf70b2806e19912059c19707206c23027f49ddd37bca78dd245b105ac8365", digest]);
  const { exitCode, err } = await runWords("import", "gazette.txt", `${DOCUMENTS}/pilot.txt`);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
}

/** The bytes of every file of the pack but those named. */
async function snapshot(...except: string[]): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(inside("content"), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = paths.filter((path) => !except.includes(path.slice(inside("content").length + 1))).sort();
  return new Map(
    await Promise.all(files.map(async (path) => [path, await readFile(path, "base64")] as const)),
  );
}

describe("a sound pack", () => {
  test("is told as a table", async () => {
    expect(await runWords("check")).toMatchInlineSnapshot(`
      {
        "err": "",
        "exitCode": 0,
        "out": "2 sources with 7 passages, 3 appendices, 2 key judgements, 38 citations, 1 image
      7 quotations: 0 verified by comparison, 7 by receipt
        S1  4 of 4 passages covered, 7 of 49 words quoted, 60 allowed
        S2  3 of 3 passages covered, 5 of 29 words quoted, 60 allowed
      Fingerprint of the pack, SHA-256: 899973a533359698e4ec3ca7eaadebaf5e85b72710f92eaff48dba5f87891654
      no problems
      ",
      }
    `);
  });

  test("is verified by comparison once its documents are imported", async () => {
    await importBoth();
    expect(await runWords("check")).toMatchInlineSnapshot(`
      {
        "err": "",
        "exitCode": 0,
        "out": "2 sources with 7 passages, 3 appendices, 2 key judgements, 38 citations, 1 image
      7 quotations: 7 verified by comparison, 0 by receipt
        S1  4 of 4 passages covered, 7 of 49 words quoted, 60 allowed
        S2  3 of 3 passages covered, 5 of 29 words quoted, 60 allowed
      Fingerprint of the pack, SHA-256: 899973a533359698e4ec3ca7eaadebaf5e85b72710f92eaff48dba5f87891654
      no problems
      ",
      }
    `);
  });

  test("is partly verified by comparison where one document is imported", async () => {
    await runWords("import", `${DOCUMENTS}/pilot.txt`);
    const { exitCode, out } = await runWords("check", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).figures.quotations).toEqual({ all: 7, byComparison: 2, byReceipt: 5 });
  });

  test("is told as JSON", async () => {
    const { exitCode, out, err } = await runWords("check", "--json");
    const report = JSON.parse(out);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(report).toEqual(checkReportSchema.parse(report));
    expect(Object.keys(report)).toEqual(["problems", "figures", "fingerprint"]);
    expect(report.problems).toEqual([]);
    expect(Object.keys(report.figures)).toEqual([
      "sources",
      "appendices",
      "passages",
      "judgements",
      "citations",
      "images",
      "quotations",
      "bySource",
    ]);
    expect(report.figures.quotations).toEqual({ all: 7, byComparison: 0, byReceipt: 7 });
    expect(report.figures.bySource).toEqual([
      { id: "S1", passages: 4, covered: 4, words: 49, quoted: 7, limit: 60 },
      { id: "S2", passages: 3, covered: 3, words: 29, quoted: 5, limit: 60 },
    ]);
  });

  test("is left as it is, byte for byte", async () => {
    await importBoth();
    const before = await snapshot();
    await runWords("check");
    await runWords("check", "--json");
    await runWords("check", "--update");
    expect(await snapshot()).toEqual(before);
  });
});

describe("a broken pack", () => {
  test("has problems in JSON, and figures of what could be verified", async () => {
    await edit("summary.md", ["three marks for every keel", "three marks for any keel"]);
    const { exitCode, out, err } = await runWords("check", "--json");
    const report = JSON.parse(out);
    expect({ exitCode, err }).toEqual({ exitCode: 4, err: "" });
    expect(report.figures.quotations).toEqual({ all: 7, byComparison: 0, byReceipt: 6 });
    expect(report).toEqual(checkReportSchema.parse(report));
    expect(report.problems).toHaveLength(1);
    expect(Object.keys(report.problems[0]).sort()).toEqual([
      "code",
      "fix",
      "kind",
      "message",
      "place",
      "severity",
    ]);
    expect(report.problems[0]).toMatchObject({
      code: "quotation-without-receipt",
      kind: "evidence",
      severity: "error",
      place: { file: "summary.md", line: 12 },
    });
  });

  test.each([
    ["is not there", "nowhere", "content-folder-missing"],
    ["is a file", "file", "content-folder-is-a-file"],
    ["is empty", "empty", "file-missing"],
  ])("is told as JSON, with figures of zero, where its folder %s", async (_, folder, code) => {
    await writeFile(inside("file"), "");
    await mkdir(inside("empty"));
    const { exitCode, out, err } = await runWords("check", "--json", "--content", folder);
    const report = checkReportSchema.parse(JSON.parse(out));
    expect({ exitCode, err }).toEqual({ exitCode: 3, err: "" });
    expect(report.problems.map((problem) => problem.code)).toContain(code);
    expect(report.figures).toEqual({
      sources: 0,
      appendices: 0,
      passages: 0,
      judgements: 0,
      citations: 0,
      images: 0,
      quotations: { all: 0, byComparison: 0, byReceipt: 0 },
      bySource: [],
    });
  });

  test("ends with 3 where its content is broken, also beside an evidence error", async () => {
    await edit("summary.md", ["three marks for every keel", "three marks for any keel"]);
    expect(await runWords("check")).toMatchObject({ exitCode: 4 });
    await edit("pack.yaml", ["subtitle:", "subttle:"]);
    expect(await runWords("check")).toMatchObject({ exitCode: 3 });
  });
});

test("an interruption ends it with 130, and nothing is written", async () => {
  await importBoth();
  await rm(inside("content/evidence.lock.json"));
  const before = await snapshot();
  const io = recordIo(temporary());
  io.abort();
  expect(await run(["check", "--update"], io)).toBe(130);
  expect({ out: io.out(), err: io.err() }).toEqual({ out: "", err: "Interrupted.\n" });
  expect(await snapshot()).toEqual(before);
});

describe("--update", () => {
  const EDIT = ["sources/s2.md", ["„порожня, як барабан“", "„порожня“"]] as const;

  test("writes the receipts and nothing else", async () => {
    await importBoth();
    await edit(...EDIT);
    const before = await snapshot("evidence.lock.json");
    const { exitCode, err } = await runWords("check", "--update");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "The receipts were written to evidence.lock.json.
      ",
        "exitCode": 0,
      }
    `);
    expect(await snapshot("evidence.lock.json")).toEqual(before);
    await rm(inside("content/vault"), { recursive: true });
    expect(await runWords("check")).toMatchObject({ exitCode: 0, err: "" });
  });

  test("is asked for where the receipts are out of date", async () => {
    await importBoth();
    await edit(...EDIT);
    const before = await snapshot();
    expect(await runWords("check")).toMatchInlineSnapshot(`
      {
        "err": "content/evidence.lock.json:1:1  error  receipts-out-of-date
        the receipts are not those of the pack as it stands
        Run “briefing check --update” and commit the file, so that those without the documents can verify the pack.

      1 error
      ",
        "exitCode": 4,
        "out": "2 sources with 7 passages, 3 appendices, 2 key judgements, 38 citations, 1 image
      7 quotations: 7 verified by comparison, 0 by receipt
        S1  4 of 4 passages covered, 7 of 49 words quoted, 60 allowed
        S2  3 of 3 passages covered, 3 of 29 words quoted, 60 allowed
      1 error
      ",
      }
    `);
    expect(await snapshot()).toEqual(before);
  });

  test("writes nothing where an error stands in the way", async () => {
    await importBoth();
    await edit(...EDIT);
    await edit("summary.md", ["three marks for every keel", "three marks for any keel"]);
    const before = await snapshot();
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 4 });
    expect(await snapshot()).toEqual(before);
  });

  test("cannot stand in for a comparison", async () => {
    await edit(...EDIT);
    const before = await snapshot();
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 4 });
    expect(await snapshot()).toEqual(before);
  });

  test("writes receipts that were deleted", async () => {
    await importBoth();
    const receipts = await readFile(inside("content/evidence.lock.json"), "utf8");
    await rm(inside("content/evidence.lock.json"));
    expect(await runWords("check")).toMatchObject({ exitCode: 4 });
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 0 });
    expect(await readFile(inside("content/evidence.lock.json"), "utf8")).toBe(receipts);
  });
});

describe("receipts", () => {
  test("that are no JSON", async () => {
    await writeFile(inside("content/evidence.lock.json"), "{]");
    expect(await codes()).toContain("broken-receipts");
    await importBoth();
    const { exitCode, err } = await runWords("check");
    // Later releases of Node add the line and column.
    expect({ exitCode, err: err.replace(/ \(line \d+ column \d+\)/, "") }).toMatchInlineSnapshot(`
      {
        "err": "content/evidence.lock.json:1:1  error  broken-receipts
        the receipts are not JSON: Expected property name or '}' in JSON at position 1
        Restore the file, or delete it and run “briefing check --update” with the documents imported.

      1 error
      ",
        "exitCode": 3,
      }
    `);
  });

  test("that hold something else", async () => {
    await importBoth();
    await edit("evidence.lock.json", ['"version": 2', '"version": 9']);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/evidence.lock.json:1:1  error  broken-receipts
        the receipts are damaged at version: Invalid input: expected 2
        Restore the file, or delete it and run “briefing check --update” with the documents imported.

      1 error
      ",
        "exitCode": 3,
      }
    `);
  });

  test("that are missing, without a vault", async () => {
    await rm(inside("content/evidence.lock.json"));
    expect(await only("source-without-receipt")).toMatchInlineSnapshot(`
      [
        "S1 has neither a full text in the vault nor a receipt → Import the document and run “briefing check --update”.",
        "S2 has neither a full text in the vault nor a receipt → Import the document and run “briefing check --update”.",
      ]
    `);
    expect(await runWords("check")).toMatchObject({ exitCode: 4 });
  });

  test("of another document than the record names", async () => {
    await edit("sources/s2.md", ["document: 7267", "document: 7268"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s2.md:2:5  error  receipt-of-another-document
        the receipts of S2 are of another document than the record names
        Import the document and run “briefing check --update”.
        2 | id: S2
          |     ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("that say another passage", async () => {
    await edit("summary.md", ["keel” [@gazette, ¶2]", "keel” [@gazette, ¶1]"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:12:31  error  wrong-pinpoint
        “three marks for every keel” is cited from S1 ¶1; its receipt says S1 ¶2
        Cite S1 ¶2.
        12 | Both ports owe the same toll: “three marks for every keel” [@gazette, ¶1].
           |                               ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("that lack an edited quotation", async () => {
    await edit("summary.md", ["three marks for every keel", "three marks for any keel"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:12:31  error  quotation-without-receipt
        “three marks for any keel” has no receipt for S1 ¶2: it is new, or was edited since it was last compared
        Restore its words; or import the document and run “briefing check --update”, which compares it.
        12 | Both ports owe the same toll: “three marks for any keel” [@gazette, ¶2].
           |                               ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });
});

describe("full texts", () => {
  test("altered after their import", async () => {
    await importBoth();
    await edit("vault/S1.md", ["Velmora and Kestria", "Velmora and Carenza"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s1.md:2:5  error  vault-altered
        the full text of S1 in the vault was altered after its import
        Import the document again with “briefing import FILE”.
        2 | id: S1
          |     ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("of another document than the record names", async () => {
    await importWith("a week ago", "a month ago");
    await edit("sources/s1.md", [
      /document: \w+/.exec(await readFile(inside("content/sources/s1.md"), "utf8"))?.[0] ?? "?",
      "document: d8eaf70b2806e19912059c19707206c23027f49ddd37bca78dd245b105ac8365",
    ]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s1.md:2:5  error  source-changed
        the full text of S1 in the vault is of another document than the record names
        Import the document again with “briefing import FILE”. Or correct \`document\` in the record.
        2 | id: S1
          |     ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("that have the quotation elsewhere", async () => {
    await importBoth();
    await edit("summary.md", ["keel” [@gazette, ¶2]", "keel” [@gazette, ¶1]"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:12:31  error  wrong-pinpoint
        “three marks for every keel” does not stand in S1 ¶1; it stands in S1 ¶2
        Cite [@gazette, ¶2].
        12 | Both ports owe the same toll: “three marks for every keel” [@gazette, ¶1].
           |                               ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("that have other words than the quotation", async () => {
    await importBoth();
    await edit("summary.md", ["three marks for every keel", "three crowns for every keel"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:12:31  error  quotation-not-found
        “three crowns for every keel” stands in no source; nearest is S1 ¶2: three [-marks-] {+crowns+} for every keel
        Restore the document's words: [-these-] are missing from the quotation, {+these+} are not in the document.
        12 | Both ports owe the same toll: “three crowns for every keel” [@gazette, ¶2].
           |                               ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("that have nothing like the quotation", async () => {
    await importBoth();
    await edit("summary.md", ["three marks for every keel", "a wholly invented phrase"]);
    expect(await only("quotation-not-found")).toMatchInlineSnapshot(`
      [
        "“a wholly invented phrase” stands in no source → Quote the document's own words, or leave out the quotation marks; no passage is near it.",
      ]
    `);
  });
});

describe("limits", () => {
  test("of the words of one quotation", async () => {
    await edit("pack.yaml", ["licence:", "quotation-limits:\n  words: 4\nlicence:"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:16:53  error  quotation-too-long
        “as empty as a drum” is 5 words long, and at most 4 may be quoted at a time
        Shorten it, or say it in your own words.
        16 | Kestria may not collect it. The pilot calls the box "as empty as a drum" [@pilot, ¶3; but see @gazet…
           |                                                     ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
  });

  test("of the words of one source, by receipt and by comparison", async () => {
    await edit("pack.yaml", ["licence:", "quotation-limits:\n  share: 10\n  allowance: 3\nlicence:"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s1.md:2:5  error  quoted-too-much
        7 of the 49 words of S1 are quoted, and at most 4 may be
        Say 3 words or more of them in your own words.
        2 | id: S1
          |     ^

      content/sources/s2.md:2:5  error  quoted-too-much
        5 of the 29 words of S2 are quoted, and at most 3 may be
        Say 2 words or more of them in your own words.
        2 | id: S2
          |     ^

      2 errors
      ",
        "exitCode": 4,
      }
    `);
    await importBoth();
    expect(await runWords("check")).toMatchObject({ exitCode, err });
  });
});

describe("quotations of what a source quotes", () => {
  test("name the speaker", async () => {
    await importWith("The authority keeps the box.", "“The authority keeps the box”, says the warden.");
    await edit("summary.md", ["The pilot calls", "One says “keeps the box” [@gazette, ¶3]. The pilot calls"]);
    const { exitCode, err } = await runWords("check");
    expect({ exitCode, err }).toMatchInlineSnapshot(`
      {
        "err": "content/summary.md:16:38  error  speaker-not-named
        “keeps the box” is quoted by S1 itself, and the citation does not say whose words they are
        Name the speaker: [@gazette, ¶3, quoting …].
        16 | Kestria may not collect it. One says “keeps the box” [@gazette, ¶3]. The pilot calls the box "as emp…
           |                                      ^

      1 error
      ",
        "exitCode": 4,
      }
    `);
    await edit("summary.md", ["[@gazette, ¶3]. The", "[@gazette, ¶3, quoting the warden]. The"]);
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 0 });
  });

  test("name the speaker by receipt, too", async () => {
    await importWith("The authority keeps the box.", "“The authority keeps the box”, says the warden.");
    const named = "“keeps the box” [@gazette, ¶3, quoting the warden]";
    await edit("summary.md", ["The pilot calls", `One says ${named}. The pilot calls`]);
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 0 });
    await rm(inside("content/vault"), { recursive: true });
    expect(await runWords("check")).toMatchObject({ exitCode: 0, err: "" });
    await edit("summary.md", [", quoting the warden", ""]);
    expect(await codes()).toEqual(["speaker-not-named"]);
  });
});

test("a negation that is left out is a warning", async () => {
  await importWith("The authority keeps the box.", "The authority does not keep the box.");
  await edit("summary.md", ["The pilot calls", "One says “keep the box” [@gazette, ¶3]. The pilot calls"]);
  const { exitCode, err, out } = await runWords("check", "--update");
  expect({ exitCode, err }).toMatchInlineSnapshot(`
    {
      "err": "content/summary.md:16:38  warning  negation-dropped
      “keep the box” begins right after a negation: “… The authority does not”
      Check that the sense is kept, or begin the quotation earlier.
      16 | Kestria may not collect it. One says “keep the box” [@gazette, ¶3]. The pilot calls the box "as empt…
         |                                      ^

    1 warning
    The receipts were written to evidence.lock.json.
    ",
      "exitCode": 0,
    }
  `);
  expect(out).toMatch(/1 warning\n$/);
});

async function problems(): Promise<{ code: string; message: string; fix: string }[]> {
  return JSON.parse((await runWords("check", "--json")).out).problems;
}

async function codes(): Promise<string[]> {
  return (await problems()).map(({ code }) => code);
}

async function only(code: string): Promise<string[]> {
  return (await problems())
    .filter((problem) => problem.code === code)
    .map(({ message, fix }) => `${message} → ${fix}`);
}
