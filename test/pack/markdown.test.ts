// What is said of Markdown that a pack does not know: HTML, blocks, headings, footnotes.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("HTML", () => {
  test("a tag within a paragraph", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The <b>toll</b> is due."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 html-in-text, exit 3: the HTML tag <b> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "appendices/terms.md:7:12 html-in-text, exit 3: the HTML tag </b> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
      ]
    `);
  });

  test("a tag at the start of a line", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", '<div class="x">\n\nThe toll.\n\n</div>'],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:1 html-in-text, exit 3: the HTML tag <div class="x"> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "appendices/terms.md:11:1 html-in-text, exit 3: the HTML tag </div> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
      ]
    `);
  });

  test("a comment on one line", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll <!-- check this --> is due."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 html-in-text, exit 3: an HTML comment stands in the text → Delete it; notes to yourself belong under \`notes\` in pack.yaml.",
      ]
    `);
  });

  test("a comment across blank lines", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "<!-- check this\n\nand this\n\n-->"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:1 html-in-text, exit 3: an HTML comment stands in the text → Delete it; notes to yourself belong under \`notes\` in pack.yaml.",
      ]
    `);
  });

  test("a tag in a heading and in a list", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "## The <i>toll</i> of old\n\n- a <br> b"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:8 html-in-text, exit 3: the HTML tag <i> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "appendices/terms.md:7:15 html-in-text, exit 3: the HTML tag </i> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "appendices/terms.md:9:5 html-in-text, exit 3: the HTML tag <br> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
      ]
    `);
  });

  test("a tag in YAML", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [["Pays, at least on paper", "Pays, <em>at least</em> on paper"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:20:17 html-in-text, exit 3: the HTML tag <em> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
        "data/ports.yaml:20:29 html-in-text, exit 3: the HTML tag </em> stands in the text → Use Markdown; write &lt; where you mean the sign itself.",
      ]
    `);
  });

  test("a sign that is no tag is let be", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "4 < 5, a <- b, `<b>` and <https://example.org/>."],
        ],
      }),
    ).toMatchInlineSnapshot(`[]`);
  });
});

describe("fenced blocks", () => {
  test("never closed, at the end of the file", async () => {
    expect(
      await problemsWith({
        "summary.md": [["## Where the sources agree", "::: agreements\nx\n\n## Where the sources agree"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:19:1 block-twice, exit 3: the summary has a second block “agreements” → Join the two.",
        "summary.md:19:1 unclosed-block, exit 3: this block is never closed → End it with a line “:::”.",
      ]
    `);
  });

  test("never closed before another one", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [["holds from the day of this notice.\n:::", "holds from the day of this notice."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:48:1 unclosed-block, exit 3: this block is never closed → End it with a line “:::”.",
      ]
    `);
  });

  test("of an unknown name", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "::: note\nx\n:::"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:1 unknown-block, exit 3: “::: note” opens a block of an unknown name → Use one of precis, bottom-line, judgement, agreements, disagreements, cautions, official-text; a block ends with a line “:::”.",
      ]
    `);
  });

  test("closed twice", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          ["holds from the day of this notice.\n:::", "holds from the day of this notice.\n:::\n\n:::"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:52:1 stray-fence, exit 3: this line closes no block → Delete it, or open a block above with “:::” and its name.",
      ]
    `);
  });

  test("a judgement without a confidence", async () => {
    expect(
      await problemsWith({ "summary.md": [["::: judgement low", "::: judgement"]] }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:15:1 judgement-confidence, exit 3: this judgement has no confidence level → Write “::: judgement high”, “::: judgement moderate” or “::: judgement low”.",
      ]
    `);
  });

  test("a judgement with an unknown confidence", async () => {
    expect(
      await problemsWith({ "summary.md": [["::: judgement low", "::: judgement medium"]] }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:15:1 judgement-confidence, exit 3: “medium” is not a confidence level → Write “::: judgement high”, “::: judgement moderate” or “::: judgement low”.",
      ]
    `);
  });

  test("a précis without passages", async () => {
    expect(await problemsWith({ "sources/s2.md": [["::: precis ¶2", "::: precis"]] })).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 passage-not-covered, exit 4: ¶2 of S2 is neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
        "sources/s2.md:37:1 malformed-locator, exit 3: this précis names no passages → Write “::: precis ¶3” or “::: precis ¶3–4”.",
      ]
    `);
  });

  test("a précis of a page", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["::: precis ¶2", "::: precis p. 2"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 passage-not-covered, exit 4: ¶2 of S2 is neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
        "sources/s2.md:37:1 malformed-locator, exit 3: “p. 2” does not name the passages that this précis covers → Write “::: precis ¶3” or “::: precis ¶3–4”.",
      ]
    `);
  });

  test("an argument where none belongs", async () => {
    expect(
      await problemsWith({ "summary.md": [["::: cautions", "::: cautions high"]] }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:34:1 block-argument, exit 3: “high” stands after “::: cautions”, which takes nothing → Write “::: cautions” alone on its line.",
      ]
    `);
  });

  test("in the wrong part", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "::: cautions\nx\n:::\n\n::: precis ¶1\ny\n:::"],
        ],
        "summary.md": [["::: bottom-line", "::: official-text\n> x [@gazette, ¶2]\n:::\n\n::: bottom-line"]],
        "sources/s2.md": [["## Précis", "::: judgement high\nx [@pilot, ¶1]\n:::\n\n## Précis"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:1 block-misplaced, exit 3: a block “cautions” stands in an appendix → Use official-text here.",
        "appendices/terms.md:11:1 block-misplaced, exit 3: a block “precis” stands in an appendix → Use official-text here.",
        "sources/s2.md:31:1 block-misplaced, exit 3: a block “judgement” stands in a source → Use precis, official-text here.",
        "summary.md:5:1 block-misplaced, exit 3: a block “official-text” stands in the summary → Use bottom-line, judgement, agreements, disagreements, cautions here.",
        "summary.md:5:1 bottom-line-not-first, exit 3: a block “official-text” stands before the bottom line → Begin the summary with the bottom line.",
        "summary.md:6:1 quotation-without-receipt, exit 4: “x” has no receipt for S1 ¶2: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "summary.md:15:1 duplicate-id, exit 3: the id “summary-judgement-1” is already given at sources/s2.md:31:1 → Word one of the two differently.",
      ]
    `);
  });

  test("a précis beyond the last passage", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["::: precis ¶3", "::: precis ¶3–7"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:41:1 passage-beyond-end, exit 3: the précis names ¶7, and S2 has 3 passages → Correct the passages of the block, or \`passages\` in the front matter.",
      ]
    `);
  });
});

describe("the summary", () => {
  test("without a bottom line", async () => {
    expect(
      await problemsWith({
        "summary.md": [
          ["::: bottom-line", "::: cautions"],
          ["::: cautions\n- The pilot", "::: agreements\n- The pilot"],
          ["## Where the sources agree\n\n::: agreements", "## Where the sources agree\n\n::: disagreements"],
          ["## Where they disagree\n\n::: disagreements", "## Where they disagree\n\n::: judgement high"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “bottom-line” → Add “::: bottom-line”, its text and “:::”.",
      ]
    `);
  });

  test("with two bottom lines", async () => {
    expect(
      await problemsWith({
        "summary.md": [
          ["## Key judgements", "::: bottom-line\nAgain [@gazette, ¶2].\n:::\n\n## Key judgements"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:9:1 block-twice, exit 3: the summary has a second block “bottom-line” → Join the two.",
      ]
    `);
  });

  test("with nothing at all", async () => {
    expect(
      await problemsWith({
        "summary.md": "---\ntitle: Summary\n---\n\nSee the [terms](appendices/terms.md).\n",
        "appendices/dates.md": [["[cautions](../summary.md#cautions)", "[summary](../summary.md)"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “bottom-line” → Add “::: bottom-line”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “agreements” → Add “::: agreements”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “disagreements” → Add “::: disagreements”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no block “cautions” → Add “::: cautions”, its text and “:::”.",
        "summary.md:2:1 summary-incomplete, exit 3: the summary has no key judgement → Add “::: judgement high”, its text with citations, and “:::”.",
      ]
    `);
  });

  test("with a judgement before the bottom line", async () => {
    expect(
      await problemsWith({
        "summary.md": [
          ["::: bottom-line", "::: judgement high\nFirst [@gazette, ¶2].\n:::\n\n::: bottom-line"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:5:1 bottom-line-not-first, exit 3: a block “judgement” stands before the bottom line → Begin the summary with the bottom line.",
      ]
    `);
  });
});

describe("headings", () => {
  test("of level 1", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "# Terms\n\nText."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:3 heading-level, exit 3: a heading of level 1 stands in the text → Begin with ##; the part's own heading is the title in its front matter.",
      ]
    `);
  });

  test("that skip a level", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [["## Side by side", "#### Side by side"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:26:6 heading-level, exit 3: a heading of level 4 follows one of level 2 → Use ###, so that no level is skipped.",
      ]
    `);
  });

  test("that begin below level 2", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "### First\n\nText."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 heading-level, exit 3: a heading of level 3 follows one of level 1 → Use ##, so that no level is skipped.",
      ]
    `);
  });

  test("of one text", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [["## Side by side", "## The toll"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:26:4 duplicate-id, exit 3: the heading “The toll” gives the id “terms-the-toll”, which another heading of this part has → Word one of the two headings differently.",
      ]
    `);
  });

  test("of texts that give one id", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [["## Side by side", "## The *Toll!*"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:26:4 duplicate-id, exit 3: the heading “The *Toll!*” gives the id “terms-the-toll”, which another heading of this part has → Word one of the two headings differently.",
      ]
    `);
  });
});

describe("footnotes and references", () => {
  test("a mark without a note", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll[^toll] is due[^due]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:9 footnote-without-note, exit 3: the footnote [^toll] has no note → Add a line “[^toll]: …” to this file, or delete the mark.",
        "appendices/terms.md:7:23 footnote-without-note, exit 3: the footnote [^due] has no note → Add a line “[^due]: …” to this file, or delete the mark.",
      ]
    `);
  });

  test("a note without a mark", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll is due.\n\n[^due]: At noon."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:1 note-without-mark, exit 3: no mark in the text leads to the note [^due] → Set the mark [^due] where the note belongs, or delete the note.",
      ]
    `);
  });

  test("two notes of one mark", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll is due.\n\n[^keel]: At noon."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:21:1 duplicate-note, exit 3: there is a note [^keel] already → Give this one a mark of its own.",
      ]
    `);
  });

  test("a note in YAML", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [["Pays, at least on paper", "Pays^[at noon], at least[^x] on paper"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:20:15 footnote-misplaced, exit 3: a footnote stands in a text that has no place for notes → Work the note into the text, in brackets if need be.",
        "data/ports.yaml:20:35 footnote-without-note, exit 3: the footnote [^x] has no note → Add a line “[^x]: …” to this file, or delete the mark.",
      ]
    `);
  });

  test("a reference that no link uses", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "The toll is due.\n\n[Nota bene]: twice\n\n[used]: dates.md\n\nSee [the dates][used].",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:11 unused-reference, exit 3: no link uses the reference to “twice”, whose line would be lost → Delete the line, or put a backslash before it where it is meant as text.",
      ]
    `);
  });
});

describe("nesting", () => {
  const nested = (levels: number): string => `${"> ".repeat(levels)}A toll.`;

  test("deeper than a reader counts, or than the parser goes", async () => {
    for (const levels of [26, 150]) {
      const problems = await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", nested(levels)]],
      });
      expect(problems.filter((problem) => problem.includes("nested-too-deeply"))).toEqual([
        "appendices/terms.md:7:1 nested-too-deeply, exit 3: this text lies within more than 12 lists or quotations → Use fewer levels; a reader loses count after three.",
      ]);
    }
  });

  test("of a list in a list in a list", async () => {
    const problems = await problemsWith({
      "appendices/terms.md": [["What the HTT says, and what was done.", "- a\n  - b\n    - c\n"]],
    });
    expect(problems).toEqual([]);
  });
});

describe("what would escape a check", () => {
  test("words between single quotation marks", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The box was 'as good as new' [@pilot, ¶3]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:13 single-quotation-marks, exit 3: ‘as … stands between single quotation marks, and such words are not checked → Use double marks for quoted words, and none for others; an apostrophe is ’.",
      ]
    `);
  });

  test("single marks within a quotation are part of it", async () => {
    const problems = await problemsWith({
      "appendices/terms.md": [
        ["What the HTT says, and what was done.", "“the ‘toll’ of three marks” [@gazette, ¶2]."],
      ],
    });
    expect(problems.filter((problem) => problem.includes("single-quotation-marks"))).toEqual([]);
  });

  test("words between single quotation marks beside an abbreviation", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "The HTT: ‘KPA boxes are empty’ [@pilot, ¶3].\n\nOf the KPA and its ‘empty boxes’.",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 single-quotation-marks, exit 3: ‘KPA … stands between single quotation marks, and such words are not checked → Use double marks for quoted words, and none for others; an apostrophe is ’.",
        "appendices/terms.md:9:20 single-quotation-marks, exit 3: ‘empty … stands between single quotation marks, and such words are not checked → Use double marks for quoted words, and none for others; an apostrophe is ’.",
      ]
    `);
  });

  test("words between marks that are not known as quotation marks", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The box was ‹as good as new› [@pilot, ¶3]."],
        ],
        "data/names.yaml": [["What a vessel has", "″What″ a vessel has"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:13 unknown-quotation-mark, exit 3: ‹ is not known as a quotation mark, and words that it quotes are not checked → Write “…” around quoted words, and leave the sign out where nothing is quoted.",
        "data/names.yaml:10:15 unknown-quotation-mark, exit 3: ″ is not known as a quotation mark, and words that it quotes are not checked → Write “…” around quoted words, and leave the sign out where nothing is quoted.",
      ]
    `);
  });

  test("marks written as entities or behind a backslash are those of a quotation", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            'The box was &ldquo;as good as new&rdquo;.\n\nIt was &quot;bad&quot; and \\"sound\\" [@pilot, ¶3].',
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:13 quotation-without-citation, exit 4: the quotation “as good as new” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
        "appendices/terms.md:9:8 quotation-without-receipt, exit 4: “bad” has no receipt for S2 ¶3: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "appendices/terms.md:9:28 quotation-without-receipt, exit 4: “sound” has no receipt for S2 ¶3: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });

  test("a straight mark behind a backslash that has no partner", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", 'A plank of 5\\" in the \\"box [@pilot, ¶3].'],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:23 unbalanced-quotation, exit 3: the quotation mark " has no partner in its paragraph → Put a pair of marks around the quoted words within one paragraph; written so, it is a sign only after a number, as in 12\\".",
      ]
    `);
  });

  test("quoted words in code", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "The box was `“as good as new”` [@pilot, ¶3].\n\n> ```\n> As good as new\n> ```\n>\n> Every vessel shall pay three marks for every keel. [@gazette, ¶2]",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:14 quotation-in-code, exit 3: “as good as new” is quoted in code, and code is not compared with a document → Quote in the text, between “…” with a citation after the words; leave out the marks where nothing is quoted.",
        "appendices/terms.md:10:3 code-in-quotation, exit 3: code stands in a block quotation, and only text is compared with the document → Quote the words as text, without indenting them further or fencing them as code.",
      ]
    `);
  });

  test("a précis without words", async () => {
    const empty = "::: precis ¶2\n\n:::";
    expect(
      await problemsWith({ "sources/s2.md": [["::: precis ¶2\nThe KPA was to collect.\n:::", empty]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:37:1 block-empty, exit 3: the block “precis” holds no words → Write its text, or delete the block.",
      ]
    `);
  });
});
