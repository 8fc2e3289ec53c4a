// What is said of mistakes in the record of a source.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("bibliographic data", () => {
  test("a type that CSL does not know", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["type: article-newspaper", "type: newspaper"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:7:9 wrong-value, exit 3: csl.type is “newspaper” → Write one of article, article-journal, article-magazine, article-newspaper, bill, book, broadcast, chapter, classic, collection, dataset, document, entry, entry-dictionary, entry-encyclopedia, event, figure, graphic, hearing, interview, legal_case, legislation, manuscript, map, motion_picture, musical_score, pamphlet, paper-conference, patent, performance, periodical, personal_communication, post, post-weblog, regulation, report, review, review-book, software, song, speech, standard, thesis, treaty, webpage.",
      ]
    `);
  });

  test("a key that CSL does not know", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  genre: notice", "  genre: notice\n  pages: 3"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:13:3 unknown-key, exit 3: “pages” is not a key that is known in csl → Delete it or correct its name; in csl stand: type, title, author, container-title, publisher, publisher-place, issued, genre, URL, language.",
      ]
    `);
  });

  test("an author whose key is misspelt", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["    - family: Лимар", "    - familly: Лимар"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:8:7 unknown-key, exit 3: “familly” is not a key that is known in csl.author[1] → Delete it or correct its name; in csl.author[1] stand: literal, family, given.",
      ]
    `);
  });

  test("an author as text", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["    - literal: Pilots’ Guild", "    - Pilots’ Guild"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:10:7 wrong-value, exit 3: csl.author[2] is “Pilots’ Guild” → Write a mapping; its keys are literal, family, given.",
      ]
    `);
  });

  test("an author with keys of both kinds", async () => {
    expect(
      await problemsWith({
        "sources/s2.md": [
          ["    - literal: Pilots’ Guild", "    - literal: Pilots’ Guild\n      family: Guild"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:10:7 wrong-value, exit 3: csl.author[2] has keys that exclude each other: literal, family → Keep one of them.",
      ]
    `);
  });

  test("no passages", async () => {
    expect(await problemsWith({ "sources/s1.md": [["passages: 4", "passages: 0"]] })).toMatchInlineSnapshot(`
      [
        "sources/s1.md:28:11 wrong-value, exit 3: passages is the number 0, which is too little → Give more than 0.",
      ]
    `);
  });

  test("more passages than can be", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["passages: 4", "passages: 9007199254740991"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:28:11 wrong-value, exit 3: passages is the number 9007199254740991, which is too much → Give at most 99999.",
      ]
    `);
  });

  test("official text of passages that are none", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  - passages: ¶2", "  - passages: page 2"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:30:15 wrong-value, exit 3: official-text[1].passages “page 2” names no passages → Write ¶4, ¶4–5 or ¶¶4, 7–9.",
      ]
    `);
  });

  test("official text beyond the end", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  - passages: ¶2", "  - passages: ¶2–6"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:30:15 passage-beyond-end, exit 3: the official text “Article 1 of the treaty” lies beyond the 4 passages of S1 → Correct its passages.",
      ]
    `);
  });

  test("a descriptor that lacks an entry", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [["  bias: The paper belongs to the port [@gazette, ¶4].\n", ""]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:38:3 missing-key, exit 3: descriptor.bias is missing → Add bias: a text.",
      ]
    `);
  });
});

describe("the standing of a field", () => {
  test("with a misspelt key", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["    supplied: The notice", "    suplied: The notice"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:16:5 unknown-key, exit 3: “suplied” is not a key that is known in standing.title → Delete it or correct its name; in standing.title stand: given, inferred, supplied, not given.",
      ]
    `);
  });

  test("with a misspelt word", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  author: not given", "  author: notgiven"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:17:11 wrong-value, exit 3: standing.author is “notgiven” → Write given, or not given.",
      ]
    `);
  });

  test("with two keys", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          [
            "    supplied: The notice has no heading;",
            "    given: In part.\n    supplied: The notice has no heading;",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:16:5 wrong-value, exit 3: standing.title has keys that exclude each other: given, supplied → Keep one of them.",
      ]
    `);
  });

  test("with a number as basis", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [["    not given: The paper predates the web.", "    not given: 1904"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:24:16 wrong-type, exit 3: standing.URL.not given must be a text, and is the number 1904 → Put the value in quotation marks.",
      ]
    `);
  });

  test("left out", async () => {
    expect(await problemsWith({ "sources/s1.md": [["  author: not given\n", ""]] })).toMatchInlineSnapshot(`
      [
        "sources/s1.md:15:3 missing-key, exit 3: standing.author is missing → Write given, or not given.",
      ]
    `);
  });

  test("left out for a field that need not have one, but has a value", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          ['  publisher:\n    given: "It stands at the foot, as \\"Velmora Press\\" [@gazette, ¶4]."\n', ""],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:10:14 standing-missing, exit 3: \`csl\` has a publisher, and \`standing\` does not say where it comes from → Add publisher to standing: given, or inferred or supplied with its basis.",
      ]
    `);
  });

  test("of a field that has none", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [["  author: not given", "  author: not given\n  genre: given"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:18:3 unknown-key, exit 3: “genre” is not a key that is known in standing → Delete it or correct its name; in standing stand: title, author, container-title, issued, URL, publisher, publisher-place.",
      ]
    `);
  });

  test("says that there is a value where there is none", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  author: not given", "  author: given"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:17:11 standing-contradicts, exit 3: \`standing\` says that the author is given, and \`csl\` has none → Add the value to csl, or write “not given”.",
      ]
    `);
  });

  test("says that there is none where there is one", async () => {
    expect(
      await problemsWith({ "sources/s1.md": [["  container-title: given", "  container-title: not given"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:9:20 standing-contradicts, exit 3: \`csl\` has a container-title, and \`standing\` says that it is not given → Delete the value, or say that it is given, inferred or supplied.",
      ]
    `);
  });
});

describe("the title", () => {
  test("is supplied and stands without square brackets", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [['title: "[Notice of the harbour toll]"', 'title: "Notice of the harbour toll"']],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:8:10 supplied-title, exit 3: the title “Notice of the harbour toll” is supplied by the pack and stands without square brackets → Write "[Notice of the harbour toll]".",
      ]
    `);
  });

  test("is given and stands in square brackets", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          [
            "  title:\n    supplied: The notice has no heading; the title is taken from its first passage [@gazette, ¶1].",
            "  title: given",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:8:10 supplied-title, exit 3: the title is given by the document and stands in square brackets, the sign of a supplied one → Delete the brackets, or say that it is supplied.",
      ]
    `);
  });
});
