// What is said of a pack that lacks files, or whose Markdown files lack their front matter.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("a file that every pack has", () => {
  test("pack.yaml is missing", async () => {
    expect(await problemsWith({ "pack.yaml": null })).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 file-missing, exit 3: The pack has no pack.yaml. → Write pack.yaml, or name the folder that holds it with --content.",
      ]
    `);
  });

  test("the summary is missing", async () => {
    expect(await problemsWith({ "summary.md": null })).toMatchInlineSnapshot(`
      [
        "summary.md:1:1 file-missing, exit 3: The pack has no summary.md. → Write summary.md, the cover summary.",
      ]
    `);
  });

  test("there are no sources", async () => {
    expect(await problemsWith({ sources: null })).toMatchInlineSnapshot(`
      [
        "(pack) no-sources, exit 3: The pack has no sources: there is no file sources/*.md. → Write a record for each document the pack is about into sources/.",
      ]
    `);
  });
});

describe("front matter", () => {
  test("is missing", async () => {
    expect(await problemsWith({ "sources/s2.md": [["---\nid: S2", "id: S2"]] })).toMatchInlineSnapshot(`
      [
        "sources/s2.md:1:1 no-front-matter, exit 3: the file has no front matter → Begin the file with a line “---”, its keys, and another line “---”.",
      ]
    `);
  });

  test("is never closed", async () => {
    expect(
      await problemsWith({ "appendices/dates.md": [["title: Chronology\n---", "title: Chronology"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/dates.md:1:1 no-front-matter, exit 3: the front matter is never closed → End it with a line “---”.",
      ]
    `);
  });

  test("a file is empty", async () => {
    expect(await problemsWith({ "appendices/names.md": "" })).toMatchInlineSnapshot(`
      [
        "appendices/names.md:1:1 no-front-matter, exit 3: the file has no front matter → Begin the file with a line “---”, its keys, and another line “---”.",
      ]
    `);
  });

  test("a file holds nothing but front matter", async () => {
    expect(
      await problemsWith({ "appendices/dates.md": "---\nid: dates\ntitle: Chronology\n---" }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });

  test("front matter is empty", async () => {
    expect(await problemsWith({ "appendices/dates.md": "---\n---\nText.\n" })).toMatchInlineSnapshot(`
      [
        "appendices/dates.md:2:1 missing-key, exit 3: id is missing → Add id: a text.",
        "appendices/dates.md:2:1 missing-key, exit 3: title is missing → Add title: a text.",
      ]
    `);
  });

  test("a manifest is empty", async () => {
    expect(await problemsWith({ "pack.yaml": "" })).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 missing-key, exit 3: title is missing → Add title: a text.",
        "pack.yaml:1:1 missing-key, exit 3: subject is missing → Add subject: a text.",
        "pack.yaml:1:1 missing-key, exit 3: as-of is missing → Add as-of: a text.",
        "pack.yaml:1:1 missing-key, exit 3: edition is missing → Add edition: a mapping of keys to values.",
        "pack.yaml:1:1 missing-key, exit 3: audience is missing → Add audience: a text.",
        "pack.yaml:1:1 missing-key, exit 3: authors is missing → Add authors: a list.",
        "pack.yaml:1:1 missing-key, exit 3: contact is missing → Add contact: a text.",
        "pack.yaml:1:1 missing-key, exit 3: language is missing → Add language: a text.",
        "pack.yaml:1:1 missing-key, exit 3: marking is missing → Add marking: a mapping of keys to values.",
        "pack.yaml:1:1 missing-key, exit 3: parts is missing → Add parts: a list.",
        "pack.yaml:1:1 missing-key, exit 3: licence is missing → Add licence: a mapping of keys to values.",
      ]
    `);
  });
});
