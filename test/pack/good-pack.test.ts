// A sound pack: it loads without a problem, and what it holds stands in its parts.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT, exitCodeOf } from "../../src/errors.ts";
import type { SourcePart } from "../../src/model/pack.ts";
import { loadPack } from "../../src/pack/load.ts";
import { loadAltered, packFolder, problemsWith, tell } from "./altered-pack.ts";

describe("the good pack", () => {
  test("loads without a problem", async () => {
    const { pack, problems } = await loadPack(packFolder("good"));
    expect(problems).toEqual([]);
    expect(exitCodeOf(problems)).toBe(EXIT.ok);
    expect(
      pack?.parts.map(({ kind, id, slug, file }) => `${kind} ${id} ${slug} ${file}`),
    ).toMatchInlineSnapshot(`
      [
        "summary summary summary summary.md",
        "source S1 s1 sources/s1.md",
        "source S2 s2 sources/s2.md",
        "appendix terms terms appendices/terms.md",
        "appendix dates dates appendices/dates.md",
        "appendix names names appendices/names.md",
      ]
    `);
  });

  test("keeps no note to the authors themselves", async () => {
    const { pack } = await loadPack(packFolder("good"));
    expect(JSON.stringify(pack?.manifest)).not.toContain("pilots’ guild");
    expect(pack?.manifest.asOf).toBe("1905-03~");
  });

  test("has the record of a source as data", async () => {
    const { pack } = await loadPack(packFolder("good"));
    const source = pack?.parts.find((part): part is SourcePart => part.id === "S1");
    expect(
      source?.standings.map(({ field, kind, basis }) => [field, kind, basis !== undefined]),
    ).toMatchInlineSnapshot(`
      [
        [
          "title",
          "supplied",
          true,
        ],
        [
          "author",
          "not given",
          false,
        ],
        [
          "container-title",
          "given",
          false,
        ],
        [
          "issued",
          "inferred",
          true,
        ],
        [
          "URL",
          "not given",
          true,
        ],
        [
          "publisher",
          "given",
          true,
        ],
      ]
    `);
    expect(source?.officialText).toEqual([
      { passages: [{ from: 2, to: 2 }], what: "Article 1 of the treaty" },
    ]);
    expect(
      source?.body.quotations.map(({ kind, text, citation }) => [kind, text, citation?.raw]),
    ).toMatchInlineSnapshot(`
      [
        [
          "block",
          "Every vessel shall pay three marks for every keel.",
          "[@gazette, ¶2]",
        ],
        [
          "inline",
          "three marks for every keel",
          "[@gazette, ¶2]",
        ],
      ]
    `);
    expect(source?.body.blocks.map(({ name, passages }) => [name, passages])).toMatchInlineSnapshot(`
      [
        [
          "precis",
          [
            {
              "from": 1,
              "to": 1,
            },
          ],
        ],
        [
          "precis",
          [
            {
              "from": 2,
              "to": 2,
            },
          ],
        ],
        [
          "official-text",
          [],
        ],
        [
          "precis",
          [
            {
              "from": 3,
              "to": 4,
            },
          ],
        ],
      ]
    `);
  });

  test("has its data files as data, one of each kind", async () => {
    const { pack } = await loadPack(packFolder("good"));
    const data = pack?.parts.flatMap((part) => (part.kind === "appendix" ? [...part.data.values()] : []));
    expect(data?.map(({ type, file }) => [type, file])).toMatchInlineSnapshot(`
      [
        [
          "comparison",
          "data/ports.yaml",
        ],
        [
          "chronology",
          "data/events.yaml",
        ],
        [
          "register",
          "data/names.yaml",
        ],
      ]
    `);
    const comparison = data?.find((one) => one.type === "comparison");
    expect(
      comparison?.subjects.map(({ id, answers }) => [id, answers.map(({ kind }) => kind)]),
    ).toMatchInlineSnapshot(`
      [
        [
          "terms-velmora",
          [
            "stated",
            "stated",
          ],
        ],
        [
          "terms-kestria",
          [
            "stated",
            "not stated",
          ],
        ],
      ]
    `);
  });

  test("is the same from run to run", async () => {
    const [first, second] = [await loadPack(packFolder("good")), await loadPack(packFolder("good"))];
    expect(JSON.stringify(second.pack)).toBe(JSON.stringify(first.pack));
  });
});

describe("a pack that is as good", () => {
  test("has Windows line ends, a byte order mark and no last line end", async () => {
    const [yaml, summary] = await Promise.all(
      ["pack.yaml", "summary.md"].map((file) => readFile(join(packFolder("good"), file), "utf8")),
    );
    const problems = await problemsWith({
      "pack.yaml": `\uFEFF${yaml?.replaceAll("\n", "\r\n").trimEnd()}`,
      "summary.md": `\uFEFF${summary?.replaceAll("\n", "\r\n").trimEnd()}`,
    });
    expect(problems).toEqual([]);
  });

  test("is made for the paper that it names, and for no other", async () => {
    const onPaper = (paper: string) => ({
      "pack.yaml": [["audience:", `paper: ${paper}\naudience:`]] as const,
    });
    expect((await loadAltered(onPaper("Letter"))).pack?.manifest.paper).toBe("Letter");
    expect((await loadAltered({})).pack?.manifest.paper).toBe("A4");
    expect(await problemsWith(onPaper("A3"))).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:8 wrong-value, exit 3: paper is “A3” → Write one of A4, Letter.",
      ]
    `);
  });

  test("has what may be left out left out", async () => {
    const { pack, problems } = await loadAltered({
      "pack.yaml": [
        ["subtitle: What a gazette and a pilot say of the treaty of 1904\n", ""],
        ["address: https://example.org/harbour/\n", ""],
        ["abbreviations:\n  HTT: Harbour Toll Treaty\n  KPA: Kestrian Port Authority\n", ""],
        [
          'corrections:\n  - date: "2026-01-31"\n    text: The toll for barges was given in crowns; it is in marks.\n',
          "",
        ],
        ["notes:\n  - Ask the pilots’ guild for the second half of S2.\n", ""],
      ],
    });
    expect(problems).toEqual([]);
    expect(pack?.manifest).toMatchObject({ abbreviations: {}, corrections: [] });
  });
});

describe("a pack with many faults", () => {
  test("has all of them told in one run, in the order of files and lines", async () => {
    const { pack, problems } = await loadPack(packFolder("many-faults"));
    expect(pack).toBeUndefined();
    expect(exitCodeOf(problems)).toBe(EXIT.content);
    expect(problems.map(tell)).toMatchInlineSnapshot(`
      [
        "appendices/a.md:4:1 unknown-key, exit 3: “colour” is not a key that is known here → Delete it or correct its name; here stand: id, title, short-title.",
        "appendices/a.md:7:9 unknown-data-file, exit 3: there is no data file “../data/none.yaml” → Name a data file: ../data/d.yaml.",
        "appendices/a.md:11:1 unclosed-block, exit 3: this block is never closed → End it with a line “:::”.",
        "appendices/a.md:11:1 unknown-block, exit 3: “::: nothing” opens a block of an unknown name → Use one of precis, bottom-line, judgement, agreements, disagreements, cautions, official-text; a block ends with a line “:::”.",
        "data/d.yaml:5:5 yaml-alias, exit 3: the alias *x stands for another part of the file → Write the value out.",
        "notes.txt:1:1 file-outside-schema, exit 3: notes.txt has no place at the top of a pack, where only pack.yaml, summary.md, sources/*.md, appendices/*.md, data/*.yaml, images/*.{png,jpg,jpeg,webp,avif,gif,svg}, evidence.lock.json and vault/ may stand. → Move it out of the content folder, rename it, or delete it.",
        "pack.yaml:1:1 missing-key, exit 3: subject is missing → Add subject: a text.",
        "pack.yaml:1:8 wrong-type, exit 3: title must be a text, and is the number 12 → Put the value in quotation marks.",
        "pack.yaml:3:8 wrong-value, exit 3: as-of “unknown” is not a date in EDTF level 1 → Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
        "pack.yaml:5:11 wrong-type, exit 3: edition.number must be a number, and is a text → Write a number.",
        "pack.yaml:6:9 wrong-value, exit 3: edition.date “2025-02-30” is not a calendar day → Write a day that exists as year-month-day, such as 2026-11-22; put it in quotation marks.",
        "pack.yaml:8:10 wrong-value, exit 3: authors is an empty list → Give at least 1 entry.",
        "pack.yaml:10:11 wrong-value, exit 3: language “en_GB” is not a language tag → Write a BCP 47 tag such as en-GB or uk.",
        "pack.yaml:12:11 wrong-value, exit 3: marking.public “TLP:WHITE” is a label of TLP version 1 → Write TLP:CLEAR, which replaced TLP:WHITE in version 2.0.",
        "pack.yaml:14:3 unknown-key, exit 3: “secret” is not a key that is known in marking → Delete it or correct its name; in marking stand: public, full.",
        "sources/s1.md:2:1 missing-key, exit 3: standing is missing → Add standing: a mapping of keys to values.",
        "sources/s1.md:2:1 missing-key, exit 3: passages is missing → Add passages: a number.",
        "sources/s1.md:2:1 missing-key, exit 3: descriptor is missing → Add descriptor: a mapping of keys to values.",
        "sources/s1.md:2:1 missing-key, exit 3: original is missing → Add original: a text.",
        "sources/s1.md:6:3 missing-key, exit 3: csl.language is missing → Add language: a text.",
        "sources/s1.md:6:9 wrong-value, exit 3: csl.type is “gazette” → Write one of article, article-journal, article-magazine, article-newspaper, bill, book, broadcast, chapter, classic, collection, dataset, document, entry, entry-dictionary, entry-encyclopedia, event, figure, graphic, hearing, interview, legal_case, legislation, manuscript, map, motion_picture, musical_score, pamphlet, paper-conference, patent, performance, periodical, personal_communication, post, post-weblog, regulation, report, review, review-book, software, song, speech, standard, thesis, treaty, webpage.",
        "sources/s1.md:9:1 malformed-locator, exit 3: this précis names no passages → Write “::: precis ¶3” or “::: precis ¶3–4”.",
        "sources/s1.md:10:1 malformed-locator, exit 3: “p. 1” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
        "sources/s2.md:1:1 no-front-matter, exit 3: the file has no front matter → Begin the file with a line “---”, its keys, and another line “---”.",
        "sources/s2.md:1:28 footnote-without-note, exit 3: the footnote [^1] has no note → Add a line “[^1]: …” to this file, or delete the mark.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “bottom-line” → Add “::: bottom-line”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “agreements” → Add “::: agreements”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “disagreements” → Add “::: disagreements”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “cautions” → Add “::: cautions”, its text and “:::”.",
        "summary.md:5:3 heading-level, exit 3: a heading of level 1 stands in the text → Begin with ##; the part's own heading is the title in its front matter.",
        "summary.md:7:1 judgement-confidence, exit 3: “certain” is not a confidence level → Write “::: judgement high”, “::: judgement moderate” or “::: judgement low”.",
        "summary.md:7:1 judgement-without-passage, exit 4: judgement 1 names no source → End it with the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
        "summary.md:7:1 unclosed-block, exit 3: this block is never closed → End it with a line “:::”.",
        "summary.md:8:13 unbalanced-quotation, exit 3: the quotation mark " has no partner in its paragraph → Put a pair of marks around the quoted words within one paragraph; write \\" for the sign itself.",
        "summary.md:8:18 html-in-text, exit 3: the HTML tag <b> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "summary.md:8:24 html-in-text, exit 3: the HTML tag </b> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
      ]
    `);
  });

  test("has content before evidence in its exit code", async () => {
    const evidence = await loadAltered({ "data/names.yaml": [[" [@pilot, ¶1]", ""]] });
    expect(exitCodeOf(evidence.problems)).toBe(EXIT.evidence);
    const both = await loadAltered({
      "data/names.yaml": [
        [" [@pilot, ¶1]", ""],
        ["@gazette", "@gazete"],
      ],
    });
    expect(exitCodeOf(both.problems)).toBe(EXIT.content);
  });
});

describe("a folder that is no pack", () => {
  test.each(["does-not-exist", "good/pack.yaml"])("%s gives problems and no pack", async (folder) => {
    const { pack, problems } = await loadPack(packFolder(folder));
    expect(pack).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});

test("every fixture with a pack.yaml is used by a test", async () => {
  const folders = await readdir(packFolder("."));
  expect(folders.sort()).toEqual(["good", "many-faults"]);
});
