// Documents into the vault of a pack on disk, with the real stages: what is told, and what is written.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { recordIo } from "./fake-io.ts";

const GAZETTE = packFolder("../documents/good/gazette.txt");
const PILOT = packFolder("../documents/good/pilot.txt");
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

beforeEach(() => cp(packFolder("good"), inside("content"), { recursive: true }));

async function runWords(...words: string[]) {
  const io = recordIo(temporary(), { env: { SOURCE_DATE_EPOCH: "1772236800" } });
  const exitCode = await run(words, io);
  return { exitCode, out: io.out(), err: io.err().replaceAll(temporary(), "FOLDER") };
}

const read = (file: string): Promise<string> => readFile(inside("content", file), "utf8");

/** Every file of the pack with its bytes. */
async function snapshot(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(inside("content"), { recursive: true, withFileTypes: true });
  const files = entries
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
    .sort();
  return new Map(
    await Promise.all(files.map(async (path) => [path, await readFile(path, "base64")] as const)),
  );
}

/** Text in UTF-16 with its byte order mark. */
function utf16(text: string, order: "little" | "big"): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
}

describe("documents of known sources", () => {
  test.each([
    ["gazette first", [GAZETTE, PILOT]],
    ["pilot first", [PILOT, GAZETTE]],
  ])("%s", async (_, files) => {
    const { exitCode, out, err } = await runWords("import", ...files);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out.trimEnd().split("\n").sort()).toMatchInlineSnapshot(`
      [
        "    omits line 5 (1 paragraph): Advertisement",
        "S1  gazette.txt  content/vault/S1.md  4 passages, 1 paragraph omitted",
        "S2  pilot.txt  content/vault/S2.md  3 passages, 0 paragraphs omitted",
      ]
    `);
    expect((await readdir(inside("content/vault"))).sort()).toEqual([".gitignore", "S1.md", "S2.md"]);
    expect(await read("vault/.gitignore")).toBe("*\n");
    expect(await read("vault/S1.md")).toMatchInlineSnapshot(`
      "---
      source: S1
      file: gazette.txt
      media-type: text/plain
      imported: 2026-02-28
      document: d8eaf70b2806e19912059c19707206c23027f49ddd37bca78dd245b105ac8365
      text: ee41b0262cd301309f603cc05a232ae4899bdf06f20f7f182c17f9fbc38c83f3
      omissions:
        - starts: Finest oilskins
          ends: at the quay
          paragraphs: 1
      ---

      ¶1 The treaty on the harbour toll, signed a week ago by Velmora and Kestria, holds from the day of this notice.

      ¶2 Every vessel shall pay three marks for every keel.

      ¶3 The authority keeps the box. When it was opened after the first month it was as empty as a drum.

      ¶4 Receipts of the first month: none. Velmora Press
      "
    `);
    expect(await read("vault/S2.md")).toContain("\n\n¶2 Управа порту мала збирати мито.\n\n");
  });

  test("are told in the order in which they are named", async () => {
    const { out } = await runWords("import", PILOT, GAZETTE);
    expect(out.match(/^S\d/gm)).toEqual(["S2", "S1"]);
  });

  test("leave the record, the receipts and the reading order alone", async () => {
    const before = await snapshot();
    await runWords("import", GAZETTE, PILOT);
    const after = await snapshot();
    expect([...after.keys()].filter((file) => !before.has(file))).toHaveLength(3);
    for (const [file, bytes] of before) expect(after.get(file)).toBe(bytes);
  });

  test("imported twice change nothing, on another day too", async () => {
    await runWords("import", GAZETTE, PILOT);
    const before = await snapshot();
    const io = recordIo(temporary(), { env: { SOURCE_DATE_EPOCH: "1782236800" } });
    expect(await run(["import", GAZETTE, PILOT], io)).toBe(0);
    expect(io.out()).toMatchInlineSnapshot(`
      "S1  gazette.txt  content/vault/S1.md  4 passages, 1 paragraph omitted, unchanged
          omits line 5 (1 paragraph): Advertisement
      S2  pilot.txt  content/vault/S2.md  3 passages, 0 paragraphs omitted, unchanged
      "
    `);
    expect(await snapshot()).toEqual(before);
  });

  test("named twice in one run are imported once", async () => {
    const { exitCode, out } = await runWords("import", GAZETTE, GAZETTE);
    expect({ exitCode, out }).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "out": "S1  gazette.txt  content/vault/S1.md  4 passages, 1 paragraph omitted
          omits line 5 (1 paragraph): Advertisement
      S1  gazette.txt  content/vault/S1.md  4 passages, 1 paragraph omitted, unchanged
          omits line 5 (1 paragraph): Advertisement
      ",
      }
    `);
  });

  test("mend a full text that was altered", async () => {
    await runWords("import", GAZETTE);
    const sound = await read("vault/S1.md");
    await writeFile(inside("content/vault/S1.md"), sound.replace("Kestria", "Carenza"));
    await runWords("import", GAZETTE);
    expect(await read("vault/S1.md")).toBe(sound);
  });
});

describe("copies of a document in another encoding", () => {
  const copies: [string, (text: string) => string | Buffer][] = [
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["CR", (text) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["UTF-16, little end first", (text) => utf16(text, "little")],
    ["UTF-16, big end first", (text) => utf16(text, "big")],
    ["UTF-16, little end first, without a mark", (text) => utf16(text, "little").subarray(2)],
    ["UTF-16, big end first, without a mark", (text) => utf16(text, "big").subarray(2)],
  ];

  test.each(copies)("%s", async (_, encode) => {
    for (const [document, id] of [
      [GAZETTE, "S1"],
      [PILOT, "S2"],
    ] as const) {
      await writeFile(inside("copy.txt"), encode(await readFile(document, "utf8")));
      const { exitCode, out, err } = await runWords("import", "copy.txt");
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
      expect(out).toMatch(new RegExp(`^${id}  copy\\.txt  content/vault/${id}\\.md`));
    }
    expect(await runWords("check")).toMatchObject({ exitCode: 0, err: "" });
  });

  test("Windows-1252", async () => {
    const text = (await readFile(GAZETTE, "utf8")).replace("keeps the box", "keeps “the box” – for £3");
    await writeFile(inside("gazette.txt"), text);
    const record = await read("sources/s1.md");
    const digest = createHash("sha256").update(text).digest("hex");
    await writeFile(inside("content/sources/s1.md"), record.replace(/document: \w+/, `document: ${digest}`));
    await runWords("import", "gazette.txt", PILOT);
    expect(await runWords("check", "--update")).toMatchObject({ exitCode: 0, err: expect.any(String) });
    const before = await read("vault/S1.md");
    const bytes = { "“": 0x93, "”": 0x94, "–": 0x96, "£": 0xa3 } as Record<string, number>;
    await writeFile(
      inside("western.txt"),
      Uint8Array.from(text, (letter) => bytes[letter] ?? letter.charCodeAt(0)),
    );
    const { exitCode, out, err } = await runWords("import", "western.txt");
    expect({ exitCode, out, err }).toMatchInlineSnapshot(`
      {
        "err": "  read as Windows-1252 (no UTF-8); check the letters, or convert the file to UTF-8 and import it again.
      ",
        "exitCode": 0,
        "out": "S1  western.txt  content/vault/S1.md  4 passages, 1 paragraph omitted, unchanged
          omits line 5 (1 paragraph): Advertisement
      ",
      }
    `);
    expect((await read("vault/S1.md")).split("\n---\n")[1]).toBe(before.split("\n---\n")[1]);
    expect(await runWords("check")).toMatchObject({ exitCode: 0, err: "" });
  });
});

const LETTER = "A letter to the board.\n\nAdvertisement\n\nThe box was empty.\n";
const MINUTES = `---
title: Minutes of the harbour board
author: Harbour board
date: 1905-01-12
url: https://board.example/minutes
---

# Minutes

The board *met* at nine.

- The toll stands.

| Port | Share |
| --- | --- |
| Velmora | half |
`;
const PAGE = `<!doctype html>
<html lang="en-GB"><head>
<title>The box is empty | Kestria Courier</title>
<meta charset="utf-8">
<link rel="canonical" href="https://courier.example/box">
<meta property="og:title" content="The box is empty">
<meta property="og:site_name" content="Kestria Courier">
<meta name="author" content="Ina Holm">
<meta property="article:published_time" content="1904-08-02T07:30:00Z">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/ports">Ports</a></li></ul></nav>
<main><article>
<h1>The box is empty</h1>
<p>The iron box of the harbour toll held not a single mark when the clerks of both ports opened it on Monday, the first time since the treaty took force.</p>
<figure><img src="box.jpg" alt="The box"><figcaption>Photo: the box on the quay</figcaption></figure>
<p>Nobody could say, in either port, where the receipts of the first month had gone, and the warden declined to answer the questions of this paper.</p>
<div class="advertisement"><p>Advertisement</p></div>
<p>The board meets again in September, when the pilots will be heard, the clerks said, and the treaty may be amended in the light of what they tell.</p>
</article>
<section id="comments"><h2>2 comments</h2><p>Old Salt: I always said so.</p></section></main>
<footer><p>© 1904 Kestria Courier</p></footer>
</body></html>
`;

describe("documents of no known source", () => {
  test("plain text gets a record in which everything is missing", async () => {
    await writeFile(inside("letter.txt"), LETTER);
    expect(await runWords("import", "letter.txt")).toMatchInlineSnapshot(`
      {
        "err": "  content/sources/s3.md is a new record: what the document gives is filled in, the rest says “missing”.
        line 3 looks like an advertisement: “Advertisement”; if it is, declare it under omissions.
      ",
        "exitCode": 0,
        "out": "S3  letter.txt  content/vault/S3.md  3 passages, 0 paragraphs omitted
      ",
      }
    `);
    expect(await read("sources/s3.md")).toMatchInlineSnapshot(`
      "---
      id: S3
      key: letter
      title: Document letter.txt
      csl:
        type: document
        language: en-GB
      standing:
        title:
          not given: missing
        author:
          not given: missing
        container-title:
          not given: missing
        issued:
          not given: missing
        URL:
          not given: missing
      document: 6d5c650abf3ce4a94b4717062af3f00f4fbe8dfb43f6b1e3deeac788e2e71f0b
      passages: 3
      omissions: []
      descriptor:
        kind: missing
        access: missing
        currency: missing
        completeness: missing
        bias: missing
      original: missing
      ---

      ## Précis, passage by passage
      "
    `);
  });

  test("Markdown gets a record with what its front matter gives", async () => {
    await writeFile(inside("minutes.md"), MINUTES);
    expect(await runWords("import", "minutes.md")).toMatchInlineSnapshot(`
      {
        "err": "  content/sources/s3.md is a new record: what the document gives is filled in, the rest says “missing”.
        line 14 looks like a sharing prompt: “Share”; if it is, declare it under omissions.
      ",
        "exitCode": 0,
        "out": "S3  minutes.md  content/vault/S3.md  7 passages, 0 paragraphs omitted
      ",
      }
    `);
    expect(headOf(await read("sources/s3.md"))).toMatchInlineSnapshot(`
      "---
      id: S3
      key: harbour
      title: Minutes of the harbour board
      csl:
        type: document
        title: Minutes of the harbour board
        author:
          - literal: Harbour board
        issued: 1905-01-12
        URL: https://board.example/minutes
        language: en-GB
      standing:
        title: given
        author: given
        container-title:
          not given: missing
        issued: given
        URL: given"
    `);
    expect(bodyOf(await read("vault/S3.md"))).toMatchInlineSnapshot(`
      "¶1 Minutes

      ¶2 The board met at nine.

      ¶3 The toll stands.

      ¶4 Port

      ¶5 Share

      ¶6 Velmora

      ¶7 half
      "
    `);
  });

  test("a saved page gets a record with its metadata, and its article as text", async () => {
    await writeFile(inside("page.html"), PAGE);
    expect(await runWords("import", "page.html")).toMatchInlineSnapshot(`
      {
        "err": "  content/sources/s3.md is a new record: what the document gives is filled in, the rest says “missing”.
        6 paragraphs of the page outside its article: the record omits what follows, for reasons still to be written.
          line 11: “Home”
          line 11: “Ports”
          line 13: “The box is empty”
          line 20: “2 comments”
          line 20: “Old Salt: I always said so.”
          line 21: “© 1904 Kestria Courier”
        Where one belongs to the source, delete its omission or shorten it, and import the document again.
        line 15 looks like a photo caption or credit: “Photo: the box on the quay”; if it is, declare it under omissions.
        line 17 looks like an advertisement: “Advertisement”; if it is, declare it under omissions.
      ",
        "exitCode": 0,
        "out": "S3  page.html  content/vault/S3.md  5 passages, 6 paragraphs omitted
          omits lines 11–13 (3 paragraphs): Text before the article
          omits lines 20–21 (3 paragraphs): Text after the article
      ",
      }
    `);
    expect(headOf(await read("sources/s3.md"))).toMatchInlineSnapshot(`
      "---
      id: S3
      key: kestria
      title: The box is empty
      csl:
        type: webpage
        title: The box is empty
        author:
          - literal: Ina Holm
        container-title: Kestria Courier
        issued: 1904-08-02
        URL: https://courier.example/box
        language: en-GB
      standing:
        title: given
        author: given
        container-title: given
        issued: given
        URL: given"
    `);
    expect(bodyOf(await read("vault/S3.md"))).toMatchInlineSnapshot(`
      "¶1 The iron box of the harbour toll held not a single mark when the clerks of both ports opened it on Monday, the first time since the treaty took force.

      ¶2 Photo: the box on the quay

      ¶3 Nobody could say, in either port, where the receipts of the first month had gone, and the warden declined to answer the questions of this paper.

      ¶4 Advertisement

      ¶5 The board meets again in September, when the pilots will be heard, the clerks said, and the treaty may be amended in the light of what they tell.
      "
    `);
  });

  test("a saved page is known again, and its omissions are found again", async () => {
    await writeFile(inside("page.html"), PAGE);
    await runWords("import", "page.html");
    expect(omissionsOf(await read("sources/s3.md"))).toMatchInlineSnapshot(`
      "passages: 5
      omissions:
        - what: Text before the article
          reason: missing
          starts: Home
          ends: The box is empty
        - what: Text after the article
          reason: missing
          starts: 2 comments
          ends: © 1904 Kestria Courier
      "
    `);
    const before = await snapshot();
    const { exitCode, out, err } = await runWords("import", "page.html");
    expect({ exitCode, out }).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "out": "S3  page.html  content/vault/S3.md  5 passages, 6 paragraphs omitted, unchanged
          omits lines 11–13 (3 paragraphs): Text before the article
          omits lines 20–21 (3 paragraphs): Text after the article
      ",
      }
    `);
    expect(err).not.toContain("article");
    expect(await snapshot()).toEqual(before);
    const { out: report } = await runWords("check", "--json");
    expect(report).toContain("omissions.0.reason of S3 is still “missing”");
    expect(report).toContain("omissions.1.reason of S3 is still “missing”");
  });

  test("a saved page with text that no omission covers has it among its passages, and it is told", async () => {
    await writeFile(inside("page.html"), PAGE);
    await runWords("import", "page.html");
    const record = await read("sources/s3.md");
    const comments = record.indexOf("  - what: Text after");
    await writeFile(
      inside("content/sources/s3.md"),
      record.slice(0, comments) + record.slice(record.indexOf("descriptor:")),
    );
    expect(await runWords("import", "page.html")).toMatchInlineSnapshot(`
      {
        "err": "  content/sources/s3.md counts 5 passages: write passages: 8, and look at what it says of each.
        3 passages outside the article of the page: no omission of S3 covers what follows.
          line 20: “2 comments”
          line 20: “Old Salt: I always said so.”
          line 21: “© 1904 Kestria Courier”
        What is no part of the source belongs under omissions in content/sources/s3.md; then import the document again.
        line 15 looks like a photo caption or credit: “Photo: the box on the quay”; if it is, declare it under omissions.
        line 17 looks like an advertisement: “Advertisement”; if it is, declare it under omissions.
        line 20 looks like a comment count: “2 comments”; if it is, declare it under omissions.
        line 21 looks like a copyright line: “© 1904 Kestria Courier”; if it is, declare it under omissions.
      ",
        "exitCode": 0,
        "out": "S3  page.html  content/vault/S3.md  8 passages, 3 paragraphs omitted
          omits lines 11–13 (3 paragraphs): Text before the article
      ",
      }
    `);
    expect(await read("vault/S3.md")).toMatch(/\n\n¶\d+ Old Salt: I always said so.\n\n/);
    const { out } = await runWords("check", "--json");
    expect(out).toContain("the record of S3 counts 5 passages, and its full text has 8");
  });

  test("a changed copy of a source gets a record of its own, and is told", async () => {
    await runWords("import", GAZETTE);
    const text = (await readFile(GAZETTE, "utf8")).replace("three marks", "four marks");
    await writeFile(inside("copy.txt"), text);
    expect(await runWords("import", "copy.txt")).toMatchInlineSnapshot(`
      {
        "err": "  3 of its 5 passages are those of S1; is it a changed copy?
        content/sources/s3.md is a new record: what the document gives is filled in, the rest says “missing”.
      ",
        "exitCode": 0,
        "out": "S3  copy.txt  content/vault/S3.md  5 passages, 0 paragraphs omitted
      ",
      }
    `);
  });

  test("rulers of plain text are no passages, and are told", async () => {
    await writeFile(inside("letter.txt"), `***\n\n${LETTER}\n* * *\n\nThe board.\n\n-----\n`);
    const { out, err } = await runWords("import", "letter.txt");
    expect({ out, err }).toMatchInlineSnapshot(`
      {
        "err": "  content/sources/s3.md is a new record: what the document gives is filled in, the rest says “missing”.
        line 5 looks like an advertisement: “Advertisement”; if it is, declare it under omissions.
        line 1 has no letter or digit, and is no passage: “***”
        line 9 has no letter or digit, and is no passage: “* * *”
        line 13 has no letter or digit, and is no passage: “-----”
      ",
        "out": "S3  letter.txt  content/vault/S3.md  4 passages, 0 paragraphs omitted
      ",
      }
    `);
    expect(await read("sources/s3.md")).toContain("\npassages: 4\n");
    expect(bodyOf(await read("vault/S3.md"))).not.toMatch(/[*-]/);
  });

  test("letters that may be wrong are told", async () => {
    await writeFile(inside("letter.txt"), Buffer.from([0xcf, 0xee, 0xf0, 0xf2, 0x0a]));
    const { exitCode, err } = await runWords("import", "letter.txt");
    expect(exitCode).toBe(0);
    expect(err.split("\n")[0]).toMatchInlineSnapshot(
      `"  read as Windows-1252 (no UTF-8); check the letters, or convert the file to UTF-8 and import it again."`,
    );
  });

  test("are told by check to be unfinished, and are known again", async () => {
    await writeFile(inside("letter.txt"), LETTER);
    await runWords("import", "letter.txt");
    const { exitCode, out } = await runWords("check", "--json");
    const report: { problems: { code: string; place: { file: string } }[] } = JSON.parse(out);
    const unfinished = report.problems.filter(({ code }) => code === "record-unfinished");
    expect(exitCode).toBe(3);
    expect(unfinished).toHaveLength(11);
    expect(unfinished[0]).toMatchInlineSnapshot(`
      {
        "code": "record-unfinished",
        "fix": "Look in the document: add the value to csl, or say in a sentence that it is not given.",
        "kind": "content",
        "message": "standing.title.not given of S3 is still “missing”",
        "place": {
          "column": 16,
          "file": "sources/s3.md",
          "line": 10,
        },
        "severity": "error",
      }
    `);
    const codes = new Set(report.problems.map(({ code }) => code));
    expect([...codes].sort()).toEqual(["passage-not-covered", "record-unfinished"]);
    const before = await snapshot();
    const again = await runWords("import", "letter.txt");
    expect(again.out).toBe(
      "S3  letter.txt  content/vault/S3.md  3 passages, 0 paragraphs omitted, unchanged\n",
    );
    expect(await snapshot()).toEqual(before);
  });

  test("are listed in pack.yaml after the sources, and its comments stay", async () => {
    const manifest = await read("pack.yaml");
    const written = `# The pack of the harbour desk.\n${manifest}`.replace(
      "  - S2\n",
      "  - S2 # the pilot\n",
    );
    await writeFile(inside("content/pack.yaml"), written);
    await writeFile(inside("letter.txt"), LETTER);
    await writeFile(inside("minutes.md"), MINUTES);
    const { exitCode, out } = await runWords("import", "letter.txt", "minutes.md");
    expect(exitCode).toBe(0);
    expect(out.match(/^S\d/gm)).toEqual(["S3", "S4"]);
    expect(await read("pack.yaml")).toBe(
      written.replace("  - S2 # the pilot\n", "  - S2 # the pilot\n  - S3\n  - S4\n"),
    );
    expect((await readdir(inside("content/sources"))).sort()).toEqual(["s1.md", "s2.md", "s3.md", "s4.md"]);
  });

  test("are listed in an order that is written in brackets", async () => {
    const manifest = (await read("pack.yaml")).replace(
      /parts:\n(?: {2}- .*\n)+/,
      "parts: [summary, S1, S2, terms, dates, names] # in order\n",
    );
    await writeFile(inside("content/pack.yaml"), manifest);
    await writeFile(inside("letter.txt"), LETTER);
    await runWords("import", "letter.txt");
    expect(await read("pack.yaml")).toBe(manifest.replace("S2, ", "S2, S3, "));
  });
});

test("a record that counts other passages than its document has is told", async () => {
  const record = await read("sources/s2.md");
  await writeFile(inside("content/sources/s2.md"), record.replace("passages: 3", "passages: 4"));
  const { exitCode, err } = await runWords("import", PILOT);
  expect(exitCode).toBe(0);
  expect(err).toMatchInlineSnapshot(`
    "  content/sources/s2.md counts 4 passages: write passages: 3, and look at what it says of each.
    "
  `);
});

describe("a reading order that was written before the documents came", () => {
  test("gives its ids to the documents, and stays as it is", async () => {
    await rm(inside("content/sources"), { recursive: true });
    const manifest = await read("pack.yaml");
    expect(manifest).toContain("- S1\n");
    const { exitCode, out } = await runWords("import", GAZETTE, PILOT);
    expect(exitCode).toBe(0);
    expect(out.split("\n").flatMap((line) => /^S\d+/.exec(line) ?? [])).toEqual(["S1", "S2"]);
    expect(await read("pack.yaml")).toBe(manifest);
  });
});

describe("refused, and nothing is written:", () => {
  async function refuse(...files: string[]) {
    const before = await snapshot();
    const { exitCode, out, err } = await runWords("import", ...files);
    expect(await snapshot()).toEqual(before);
    expect(out).toBe("");
    return { exitCode, err };
  }

  test("no file", async () => {
    expect(await refuse()).toMatchInlineSnapshot(`
      {
        "err": "error  No document is named to import. See briefing import --help.
      ",
        "exitCode": 2,
      }
    `);
  });

  test("a missing file, beside a good one", async () => {
    expect(await refuse(GAZETTE, "nowhere.txt")).toMatchInlineSnapshot(`
      {
        "err": "error  There is no file nowhere.txt. See briefing import --help.
      ",
        "exitCode": 2,
      }
    `);
  });

  test("a folder", async () => {
    await mkdir(inside("papers"));
    expect(await refuse("papers")).toMatchInlineSnapshot(`
      {
        "err": "error  papers is a folder; name the documents in it. See briefing import --help.
      ",
        "exitCode": 2,
      }
    `);
  });

  test.each([
    ["an empty file", "empty.txt", "", "it is empty"],
    ["white space", "blank.txt", " \n\n\t\n", "it holds nothing but white space"],
    ["a picture", "box.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), "it is a PNG image"],
    ["a PDF", "paper.pdf", "%PDF-1.7\n", "it is a PDF"],
    [
      "bytes that are no text",
      "box.bin",
      Buffer.from([1, 2, 3, 0, 255, 7, 0, 9, 254, 0, 1]),
      "it is not text",
    ],
    ["Markdown without words", "mark.md", "---\ntitle: None\n---\n\n***\n", "no text was found in it"],
    ["a page without words", "page.html", "<html><body><script>1</script>", "no text was found in it"],
  ])("%s", async (_, name, content, reason) => {
    await writeFile(inside(name), content);
    const { exitCode, err } = await refuse(GAZETTE, name);
    expect(exitCode).toBe(3);
    expect(err).toMatch(/^error {2}document-refused\n/);
    expect(err).toContain(`\n  ${name} can't be imported: ${reason}\n`);
    expect(err).toMatch(/error {2}Nothing was imported\.\n$/);
  });

  test("a picture, with what to do", async () => {
    await writeFile(inside("box.png"), Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"));
    expect(await refuse("box.png")).toMatchInlineSnapshot(`
      {
        "err": "error  document-refused
        box.png can't be imported: it is a PNG image
        Save it as plain text, Markdown or HTML first.

      1 error
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a file of 50 MB", async () => {
    await writeFile(inside("large.txt"), "");
    await truncate(inside("large.txt"), 50_000_000);
    expect(await refuse("large.txt")).toMatchInlineSnapshot(`
      {
        "err": "error  document-refused
        large.txt is 50 MB large, and at most 20 MB are taken
        Supply the text alone.

      1 error
      error  Nothing was read.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a document in which a declared omission is not found", async () => {
    const record = await read("sources/s1.md");
    await writeFile(inside("content/sources/s1.md"), record.replace("Finest oilskins", "Finest tarpaulins"));
    expect(await refuse(PILOT, GAZETTE)).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s1.md:35:13  error  omission-not-found
        gazette.txt: the omission “Advertisement” of S1 is not found; no paragraph has “Finest tarpaulins” where it should be
        Correct the first and last words of the omission in the record; they stand at the start and the end of a paragraph.

      1 error
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a document in which a declared omission fits several places", async () => {
    const record = await read("sources/s1.md");
    const text = await readFile(GAZETTE, "utf8");
    await writeFile(inside("gazette.txt"), `${text}\nFinest oilskins, and nets\n\nWords, and nets\n`);
    const digest = createHash("sha256")
      .update(await readFile(inside("gazette.txt")))
      .digest("hex");
    await writeFile(
      inside("content/sources/s1.md"),
      record.replace(/document: \w+/, `document: ${digest}`).replace(/ends: .*/, "ends: and nets"),
    );
    expect(await refuse("gazette.txt")).toMatchInlineSnapshot(`
      {
        "err": "content/sources/s1.md:35:13  error  omission-ambiguous
        gazette.txt: the omission “Advertisement” of S1 is not certain; its first words “Finest oilskins” fit lines 5 and 11
        Write more words in \`starts\`; they may run on into the next paragraph.

      content/sources/s1.md:36:11  error  omission-ambiguous
        gazette.txt: the omission “Advertisement” of S1 is not certain; its last words “and nets” fit lines 11 and 13
        Write more words in \`ends\`; they may begin in the paragraph before.

      2 errors
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a page of more paragraphs than can be numbered", async () => {
    await writeFile(inside("page.html"), `<html><body>${"<p>Word</p>".repeat(100_000)}</body></html>`);
    expect(await refuse("page.html")).toMatchInlineSnapshot(`
      {
        "err": "error  document-refused
        page.html has 100000 passages, and at most 99999 can be numbered
        Supply the part of it that the pack is about.

      1 error
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a new document beside a record that can't be read", async () => {
    await writeFile(inside("content/sources/s2.md"), "No front matter.\n");
    await writeFile(inside("letter.txt"), LETTER);
    expect(await refuse("letter.txt")).toMatchInlineSnapshot(`
      {
        "err": "error  record-unreadable
        letter.txt bears no fingerprint of a record that can be read, and can't be compared with sources/s2.md
        Mend the record first; “briefing check” says what is wrong.

      1 error
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });

  test("a document for a folder that is no pack", async () => {
    expect(await refuse(GAZETTE, "--content", "nowhere")).toMatchInlineSnapshot(`
      {
        "err": "error  content-folder-missing
        The content folder FOLDER/nowhere does not exist.
        Run the command where the folder is, or name it with --content.

      1 error
      error  Nothing was imported.
      ",
        "exitCode": 3,
      }
    `);
  });
});

function headOf(record: string): string {
  return record.slice(0, record.indexOf("\ndocument: "));
}

function omissionsOf(record: string): string {
  return record.slice(record.indexOf("passages: "), record.indexOf("descriptor:"));
}

function bodyOf(fullText: string): string {
  return fullText.slice(fullText.indexOf("\n---\n\n") + 6);
}
