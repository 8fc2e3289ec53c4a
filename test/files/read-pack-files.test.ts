// What reading a folder finds, and what it says of folders and files that are no pack.
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/errors.ts";
import { readPackFiles } from "../../src/files/read-pack-files.ts";
import { type Files, useTemporaryFolder, writeFiles } from "./temporary-folder.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const SMALLEST = { "pack.yaml": "title: T\n", "summary.md": "# S\n", "sources/one.md": "One.\n" };

const temporary = useTemporaryFolder();

async function readProblems(files: Files): Promise<string[]> {
  await writeFiles(temporary(), files);
  return (await readPackFiles(temporary())).problems.map(tell);
}

function tell({ code, place, message, fix }: Problem): string {
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column} `;
  return `${where}${code}: ${message} ${fix}`.replaceAll(temporary(), "FOLDER");
}

describe("a whole pack", () => {
  test("gives texts and images by path, sorted", async () => {
    await writeFiles(temporary(), {
      ...SMALLEST,
      "sources/b.md": "B",
      "sources/B1.md": "B1",
      "appendices/a.md": "A",
      "data/table.yaml": "type: register",
      "images/map.png": Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      "images/a.svg": SVG,
    });
    const files = await readPackFiles(temporary());
    expect([...files.texts.keys()]).toEqual([
      "appendices/a.md",
      "data/table.yaml",
      "pack.yaml",
      "sources/B1.md",
      "sources/b.md",
      "sources/one.md",
      "summary.md",
    ]);
    expect(files.images).toEqual([
      { file: "images/a.svg", path: join(temporary(), "images/a.svg") },
      { file: "images/map.png", path: join(temporary(), "images/map.png") },
    ]);
    expect(files.problems).toEqual([]);
    expect(files.folder).toBe(temporary());
  });

  test("passes over dotfiles, receipts and the vault", async () => {
    await writeFiles(temporary(), {
      ...SMALLEST,
      ".DS_Store": "x",
      "sources/.gitkeep": "",
      ".git/config": "",
      "evidence.lock.json": "{}",
      "vault/post.txt": "full text",
      "vault/deeper/any.bin": "x",
    });
    const files = await readPackFiles(temporary());
    expect(files.problems).toEqual([]);
    expect([...files.texts.keys()]).toEqual(["pack.yaml", "sources/one.md", "summary.md"]);
  });

  test("has no byte order mark and LF line ends", async () => {
    await writeFiles(temporary(), { ...SMALLEST, "summary.md": "\uFEFFone\r\ntwo\rthree\n" });
    expect((await readPackFiles(temporary())).texts.get("summary.md")).toBe("one\ntwo\nthree\n");
  });

  test("may hold symbolic links to its own files", async () => {
    await writeFiles(temporary(), SMALLEST);
    await symlink("one.md", join(temporary(), "sources/two.md"));
    const files = await readPackFiles(temporary());
    expect(files.problems).toEqual([]);
    expect(files.texts.get("sources/two.md")).toBe("One.\n");
  });
});

describe("a folder that is none", () => {
  test("a missing folder", async () => {
    const { problems } = await readPackFiles(join(temporary(), "nowhere"));
    expect(problems.map(tell)).toMatchInlineSnapshot(`
      [
        "content-folder-missing: The content folder FOLDER/nowhere does not exist. Run the command where the folder is, or name it with --content.",
      ]
    `);
  });

  test("a file", async () => {
    await writeFiles(temporary(), { content: "x" });
    const { problems } = await readPackFiles(join(temporary(), "content"));
    expect(problems.map(tell)).toMatchInlineSnapshot(`
      [
        "content-folder-is-a-file: The content folder FOLDER/content is not a folder. Name the folder that holds pack.yaml with --content.",
      ]
    `);
  });

  test("a path through a file", async () => {
    await writeFiles(temporary(), { content: "x" });
    const { problems } = await readPackFiles(join(temporary(), "content/deeper"));
    expect(problems.map(tell)).toMatchInlineSnapshot(`
      [
        "content-folder-missing: The content folder FOLDER/content/deeper cannot be read: a part of its path is a file, not a folder. Run the command where the folder is, or name it with --content.",
      ]
    `);
  });

  test("an empty folder lacks everything", async () => {
    expect(await readProblems({})).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 file-missing: The pack has no pack.yaml. Write pack.yaml, or name the folder that holds it with --content.",
        "summary.md:1:1 file-missing: The pack has no summary.md. Write summary.md, the cover summary.",
        "no-sources: The pack has no sources: there is no file sources/*.md. Write a record for each document the pack is about into sources/.",
      ]
    `);
  });
});

describe("files that have no place", () => {
  test("are named with what may stand there", async () => {
    expect(
      await readProblems({
        ...SMALLEST,
        "README.md": "x",
        "sources/notes.txt": "x",
        "sources/more/two.md": "x",
        "drafts/a.md": "x",
        "images/map.tiff": "x",
        "data/table.yml": "x",
        "eleventy.config.js": "x",
      }),
    ).toMatchInlineSnapshot(`
      [
        "README.md:1:1 file-outside-schema: README.md has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. Move it out of the content folder, rename it, or delete it.",
        "data/table.yml:1:1 file-outside-schema: data/table.yml has no place in data/, where only data/*.yaml may stand. Move it elsewhere, rename it, or delete it.",
        "drafts/:1:1 file-outside-schema: drafts/ has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. Move it out of the content folder, rename it, or delete it.",
        "eleventy.config.js:1:1 file-outside-schema: eleventy.config.js has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. Move it out of the content folder, rename it, or delete it.",
        "images/map.tiff:1:1 file-outside-schema: images/map.tiff has no place in images/, where only images/*.{png,jpg,jpeg,webp,avif,gif,svg} may stand. Move it elsewhere, rename it, or delete it.",
        "sources/more/:1:1 file-outside-schema: sources/more/ has no place in sources/, where only sources/*.md may stand. Move it elsewhere, rename it, or delete it.",
        "sources/notes.txt:1:1 file-outside-schema: sources/notes.txt has no place in sources/, where only sources/*.md may stand. Move it elsewhere, rename it, or delete it.",
      ]
    `);
  });

  test("a folder where a file should be", async () => {
    expect(
      await readProblems({ "pack.yaml/x": "", "summary.md": "x", "sources/one.md": "" }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml/:1:1 file-outside-schema: pack.yaml/ has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. Move it out of the content folder, rename it, or delete it.",
      ]
    `);
  });

  test("a file where a folder should be", async () => {
    expect(await readProblems({ "pack.yaml": "", "summary.md": "x", sources: "" })).toMatchInlineSnapshot(`
      [
        "sources:1:1 file-outside-schema: sources has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. Move it out of the content folder, rename it, or delete it.",
      ]
    `);
  });

  test("links out of the pack, into the vault, and to nowhere", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "briefing-elsewhere-"));
    await writeFile(join(elsewhere, "secret.md"), "secret");
    await writeFiles(temporary(), { ...SMALLEST, "vault/post.txt": "full text" });
    await symlink(join(elsewhere, "secret.md"), join(temporary(), "sources/a.md"));
    await symlink(elsewhere, join(temporary(), "images"));
    await symlink("../vault/post.txt", join(temporary(), "sources/b.md"));
    await symlink("nowhere.md", join(temporary(), "sources/c.md"));
    await symlink("d.md", join(temporary(), "sources/d.md"));
    const files = await readPackFiles(temporary());
    await rm(elsewhere, { recursive: true });
    expect(files.problems.map(tell)).toMatchInlineSnapshot(`
      [
        "images:1:1 link-leads-outside: images is a symbolic link to something that is no part of the pack. Put a copy of the file in its place.",
        "sources/a.md:1:1 link-leads-outside: sources/a.md is a symbolic link to something that is no part of the pack. Put a copy of the file in its place.",
        "sources/b.md:1:1 link-leads-outside: sources/b.md is a symbolic link to something that is no part of the pack. Put a copy of the file in its place.",
        "sources/c.md:1:1 file-unreadable: sources/c.md cannot be read: its symbolic link leads nowhere. Mend its permissions or put a readable file in its place.",
        "sources/d.md:1:1 file-unreadable: sources/d.md cannot be read: its symbolic links run in a circle. Mend its permissions or put a readable file in its place.",
      ]
    `);
    expect([...files.texts.values()].join()).not.toMatch(/secret|full text/);
  });

  test("links from images/ to what is none of the pictures, directly and by a folder", async () => {
    await writeFiles(temporary(), { ...SMALLEST, "images/a.svg": SVG, "data/b.svg": SVG });
    await symlink("a.svg", join(temporary(), "images/c.svg"));
    await symlink("../pack.yaml", join(temporary(), "images/d.svg"));
    await symlink("../data/b.svg", join(temporary(), "images/e.svg"));
    const { images, problems } = await readPackFiles(temporary());
    expect(images.map(({ file }) => file)).toEqual(["images/a.svg", "images/c.svg"]);
    expect(problems.filter(({ code }) => code === "link-leads-outside").map(tell)).toMatchInlineSnapshot(`
      [
        "images/d.svg:1:1 link-leads-outside: images/d.svg is reached through a symbolic link to something outside images/, and pictures are published as they are. Put a copy of the picture in its place.",
        "images/e.svg:1:1 link-leads-outside: images/e.svg is reached through a symbolic link to something outside images/, and pictures are published as they are. Put a copy of the picture in its place.",
      ]
    `);
    await rm(join(temporary(), "images"), { recursive: true });
    await symlink("data", join(temporary(), "images"));
    expect((await readPackFiles(temporary())).images).toEqual([]);
  });

  test("names that are one on other systems", async () => {
    expect(
      await readProblems({
        ...SMALLEST,
        "sources/Post.md": "x",
        "sources/post.md": "x",
        "sources/caf\u00e9.md": "x",
        "sources/cafe\u0301.md": "x",
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/café.md:1:1 names-differ-by-case: sources/café.md has the same name as café.md but for case or the composition of letters, and is one file with it on some systems. Rename one of the two.",
        "sources/post.md:1:1 names-differ-by-case: sources/post.md has the same name as Post.md but for case or the composition of letters, and is one file with it on some systems. Rename one of the two.",
      ]
    `);
  });
});

describe("files that are no text", () => {
  test("bytes that are not UTF-8 are placed", async () => {
    expect(
      await readProblems({
        ...SMALLEST,
        "sources/latin.md": Buffer.from("Straße\r\nund caf\u00e9 am Eck", "latin1"),
        "sources/cut.md": Buffer.from("\u00e9\u00e9").subarray(0, 3),
        "sources/sixteen.md": Buffer.from("\uFEFFtext", "utf16le"),
        "sources/marked.md": Buffer.concat([Buffer.from("\uFEFFa\nb"), Buffer.from([0xff])]),
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/cut.md:1:2 not-utf-8: sources/cut.md is not valid UTF-8: the byte 0xC3 cannot stand here. Save the file in the encoding UTF-8.",
        "sources/latin.md:1:5 not-utf-8: sources/latin.md is not valid UTF-8: the byte 0xDF cannot stand here. Save the file in the encoding UTF-8.",
        "sources/marked.md:2:2 not-utf-8: sources/marked.md is not valid UTF-8: the byte 0xFF cannot stand here. Save the file in the encoding UTF-8.",
        "sources/sixteen.md:1:1 not-utf-8: sources/sixteen.md is not valid UTF-8: the byte 0xFF cannot stand here. Save the file in the encoding UTF-8.",
      ]
    `);
  });

  test("a NUL byte is placed", async () => {
    expect(await readProblems({ ...SMALLEST, "summary.md": "one\r\ntwo\0" })).toMatchInlineSnapshot(`
      [
        "summary.md:2:4 nul-byte: summary.md holds a NUL byte, which no text file holds. Remove it, or export the document anew as plain text in UTF-8.",
      ]
    `);
  });

  test("more than 5 MiB is too much", async () => {
    expect(
      await readProblems({
        ...SMALLEST,
        "summary.md": "x".repeat(5 * 1024 * 1024),
        "sources/big.md": "é".repeat(3 * 1024 * 1024),
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/big.md:1:1 file-too-large: sources/big.md has 6 MiB, and a text file may have 5 MiB. Split it into several parts.",
      ]
    `);
  });
});
