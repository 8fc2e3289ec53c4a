// Whether a document is one that a pack on disk used, with the real stages.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { recordIo } from "./fake-io.ts";

const DOCUMENTS = packFolder("../documents/good");
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

beforeEach(async () => {
  await cp(packFolder("good"), inside("content"), { recursive: true });
  await cp(DOCUMENTS, temporary(), { recursive: true });
});

async function verify(...words: string[]) {
  const io = recordIo(temporary());
  const exitCode = await run(["verify", ...words], io);
  return { exitCode, out: io.out(), err: io.err().replaceAll(temporary(), "FOLDER") };
}

test("the same bytes", async () => {
  expect(await verify("gazette.txt")).toMatchInlineSnapshot(`
    {
      "err": "",
      "exitCode": 0,
      "out": "gazette.txt is S1, “The harbour gazette on the treaty”: the same bytes.
      SHA-256 d8eaf70b2806e19912059c19707206c23027f49ddd37bca78dd245b105ac8365
    ",
    }
  `);
  expect(await verify("pilot.txt")).toMatchObject({ exitCode: 0 });
});

test("the same text in another encoding", async () => {
  const text = await readFile(inside("pilot.txt"), "utf8");
  await writeFile(inside("wide.txt"), Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`, "utf16le"));
  expect(await verify("wide.txt")).toMatchInlineSnapshot(`
    {
      "err": "",
      "exitCode": 0,
      "out": "wide.txt is S2, “A pilot’s recollections”: the same text, passage by passage, in another encoding or layout.
      SHA-256 61fcc20cad8b8c15bb4cdeb5c27006ce128e2036da28bd04e175b75d09d70cc5
    ",
    }
  `);
});

test("the same text without the advertisement is the record's text no more", async () => {
  const text = await readFile(inside("gazette.txt"), "utf8");
  await writeFile(inside("cut.txt"), text.replace(/Finest.*\n\n/, ""));
  expect((await verify("cut.txt")).exitCode).toBe(4);
});

test("another text, by a word", async () => {
  const text = await readFile(inside("gazette.txt"), "utf8");
  await writeFile(inside("other.txt"), text.replace("three marks", "four marks"));
  expect(await verify("other.txt")).toMatchInlineSnapshot(`
    {
      "err": "",
      "exitCode": 4,
      "out": "other.txt is none of the documents that this pack used.
      SHA-256 22b23a90b7519fbda8fcf8baef978793ee9300fe25833d301a15db5c577e08cc
    ",
    }
  `);
});

test("what is no document", async () => {
  await writeFile(inside("paper.pdf"), "%PDF-1.7\n");
  expect(await verify("paper.pdf")).toMatchInlineSnapshot(`
    {
      "err": "paper.pdf can't be compared: it is a PDF. Save it as plain text, Markdown or HTML first.
    ",
      "exitCode": 4,
      "out": "",
    }
  `);
  await writeFile(inside("empty.txt"), "");
  expect(await verify("empty.txt")).toMatchInlineSnapshot(`
    {
      "err": "empty.txt can't be compared: it is empty. Supply the document again.
    ",
      "exitCode": 4,
      "out": "",
    }
  `);
});

test("a missing file, a folder, and no file", async () => {
  expect(await verify("nowhere.txt")).toMatchInlineSnapshot(`
    {
      "err": "error  There is no file nowhere.txt. See briefing verify --help.
    ",
      "exitCode": 2,
      "out": "",
    }
  `);
  await mkdir(inside("papers"));
  expect(await verify("papers")).toMatchInlineSnapshot(`
    {
      "err": "error  papers is a folder; name the documents in it. See briefing verify --help.
    ",
      "exitCode": 2,
      "out": "",
    }
  `);
  expect(await verify()).toMatchInlineSnapshot(`
    {
      "err": "error  No document is named to verify. See briefing verify --help.
    ",
      "exitCode": 2,
      "out": "",
    }
  `);
});

test("a pack that can't be read", async () => {
  expect(await verify("gazette.txt", "--content", "nowhere")).toMatchInlineSnapshot(`
    {
      "err": "error  content-folder-missing
      The content folder FOLDER/nowhere does not exist.
      Run the command where the folder is, or name it with --content.

    1 error
    error  The pack can't be read, so that nothing can be compared with its documents.
    ",
      "exitCode": 3,
      "out": "",
    }
  `);
  await writeFile(inside("content/sources/s1.md"), "No front matter.\n");
  expect(await verify("pilot.txt")).toMatchInlineSnapshot(`
    {
      "err": "content/sources/s1.md:1:1  error  no-front-matter
      the file has no front matter
      Begin the file with a line “---”, its keys, and another line “---”.
      1 | No front matter.
        | ^

    1 error
    error  The pack can't be read, so that nothing can be compared with its documents.
    ",
      "exitCode": 3,
      "out": "",
    }
  `);
});

test("a pack without receipts knows bytes alone", async () => {
  await rm(inside("content/evidence.lock.json"));
  expect(await verify("pilot.txt")).toMatchObject({ exitCode: 0 });
  await writeFile(inside("copy.txt"), `\ufeff${await readFile(inside("pilot.txt"), "utf8")}`);
  expect(await verify("copy.txt")).toMatchObject({ exitCode: 4 });
});

test("writes nothing", async () => {
  const before = await readdir(temporary(), { recursive: true });
  await verify("gazette.txt");
  await verify("nowhere.txt");
  expect(await readdir(temporary(), { recursive: true })).toEqual(before);
});
