// What is said of statements and quotations that nothing bears out.
import { describe, expect, test } from "vitest";
import { loadAltered, problemsWith, tell } from "./altered-pack.ts";

describe("passages", () => {
  test("one is not covered", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["::: precis ¶2\nThe KPA was to collect.\n:::\n\n", ""]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 passage-not-covered, exit 4: ¶2 of S2 is neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
      ]
    `);
  });

  test("several are not covered", async () => {
    expect(await problemsWith({ "sources/s1.md": [["passages: 4", "passages: 9"]] })).toMatchInlineSnapshot(`
      [
        "sources/s1.md:2:5 passage-not-covered, exit 4: ¶¶5–9 of S1 are neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
        "sources/s1.md:2:5 passages-differ, exit 4: the record of S1 counts 9 passages, and its receipt 4 → Import the document and run “briefing check --update”.",
      ]
    `);
  });

  test("one is covered by a quotation alone", async () => {
    expect(
      await problemsWith({
        "sources/s2.md": [
          [
            "::: precis ¶3\nThe box was „порожня, як барабан“ when she looked.\n:::",
            "- «порожня» [@pilot, ¶3].",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:41:3 quotation-without-receipt, exit 4: “порожня” has no receipt for S2 ¶3: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });

  test("one is quoted from another source, which does not cover it", async () => {
    expect(
      await problemsWith({
        "sources/s2.md": [
          [
            "::: precis ¶3\nThe box was „порожня, як барабан“ when she looked.\n:::",
            "- «порожня» [@gazette, ¶3].",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 passage-not-covered, exit 4: ¶3 of S2 is neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
        "sources/s2.md:41:3 quotation-without-receipt, exit 4: “порожня” has no receipt for S1 ¶3: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });

  test("one is summarised twice", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["::: precis ¶2", "::: precis ¶1–2"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:37:1 duplicate-id, exit 3: ¶1 is already summarised by the block at sources/s2.md:33:1 → Let each passage stand in one précis block only.",
      ]
    `);
  });
});

describe("quotations", () => {
  test("without a citation in the summary", async () => {
    expect(
      await problemsWith({
        "summary.md": [
          [
            " [@gazette, ¶2].\n:::\n\n::: judgement low",
            '.\nAnd so on. [@gazette, ¶2, citing Article 1]\n:::\n\nThey call it "fair".\n\n::: judgement low',
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:16:14 quotation-without-citation, exit 4: the quotation “fair” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });

  test("without a citation in YAML", async () => {
    expect(
      await problemsWith({
        "data/names.yaml": [
          [
            "The pilot who writes S2 [@pilot, ¶1].",
            "Known as [@pilot, ¶1]\n          “the old\n          one”.",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:7:11 quotation-without-citation, exit 4: the quotation “the old one” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });

  test("without a citation in a précis are let be", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["The KPA was to collect.", 'The KPA was to "collect".']] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:38:16 quotation-without-receipt, exit 4: “collect” has no receipt for S2 ¶2: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });

  test("cited in the next paragraph only", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "They “pay at once”.\n\nThey do [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:6 quotation-without-citation, exit 4: the quotation “pay at once” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });

  test("a block without a citation", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "> They pay at once.\n\nThey do [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:1 quotation-without-citation, exit 4: the quotation “They pay at once.” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });

  test("with a straight mark that has no partner", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", 'They "pay at once [@gazette, ¶2].'],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:6 unbalanced-quotation, exit 3: the quotation mark " has no partner in its paragraph → Put a pair of marks around the quoted words within one paragraph; write \\" for the sign itself.",
      ]
    `);
  });

  test("with a mark that is never closed", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "They “pay at once [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:6 quotation-without-receipt, exit 4: “pay at once .” has no receipt for S1 ¶2: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "appendices/terms.md:7:6 unbalanced-quotation, exit 3: the quotation mark “ is never closed in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
      ]
    `);
  });

  test("with a mark that closes nothing", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "They pay at once” [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:17 unbalanced-quotation, exit 3: the quotation mark ” closes nothing in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
      ]
    `);
  });

  test("with a mark that closes in the next paragraph", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "They “pay\n\nat once” [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:6 quotation-without-citation, exit 4: the quotation “pay” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
        "appendices/terms.md:7:6 unbalanced-quotation, exit 3: the quotation mark “ is never closed in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
        "appendices/terms.md:9:8 unbalanced-quotation, exit 3: the quotation mark ” closes nothing in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
      ]
    `);
  });

  test("with marks of two kinds", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "They «pay at once” [@gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:6 quotation-without-receipt, exit 4: “pay at once” .” has no receipt for S1 ¶2: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "appendices/terms.md:7:6 unbalanced-quotation, exit 3: the quotation mark « is never closed in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
        "appendices/terms.md:7:18 unbalanced-quotation, exit 3: the quotation mark ” closes nothing in its paragraph → Put a pair of marks around the quoted words within one paragraph; use a block quotation for more.",
      ]
    `);
  });

  test("an escaped mark is a sign like any other", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", 'A plank of 5\\" or so.']],
      }),
    ).toMatchInlineSnapshot(`[]`);
  });
});

describe("judgements", () => {
  test("that name no source", async () => {
    expect(
      await problemsWith({
        "summary.md": [["[@pilot, ¶3; but see @gazette, ¶¶3–4].\n", "and that is all.\n"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:15:1 judgement-without-passage, exit 4: judgement 2 names no source → End it with the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
        "summary.md:16:53 quotation-without-citation, exit 4: the quotation “as empty as a drum” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });

  test("that name a source but no passage", async () => {
    expect(
      await problemsWith({
        "summary.md": [
          ["[@gazette, ¶2].\n:::\n\n::: judgement low", "[@gazette].\n:::\n\n::: judgement low"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:11:1 judgement-without-passage, exit 4: judgement 1 names sources but no passage → End it with the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
      ]
    `);
  });
});

describe("what looks like support and is none", () => {
  test("a quotation that names many passages covers none of them", async () => {
    expect(
      await problemsWith({
        "sources/s2.md": [
          ["::: precis ¶2\nThe KPA was to collect.\n:::", "- «порожня скриня» [@pilot, ¶¶2–3]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 passage-not-covered, exit 4: ¶2 of S2 is neither summarised nor quoted → Add a block “::: precis ¶…” that covers them, or declare what is no part of the source as an omission.",
      ]
    `);
  });

  test("a judgement that cites only what contradicts it", async () => {
    expect(
      await problemsWith({
        "summary.md": [["toll: “three marks for every keel” [@gazette, ¶2]", "toll [but see @gazette, ¶2]"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:11:1 judgement-without-passage, exit 4: judgement 1 names no passage that supports it → End it with the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
      ]
    `);
  });

  test("a bottom line, agreements and disagreements without a citation", async () => {
    const { problems } = await loadAltered({
      "summary.md": `---
title: Summary
---

::: bottom-line
The toll is low.
:::

::: judgement high
Both owe it [@gazette, ¶2].
:::

::: agreements
- Both are ports.
:::

::: disagreements
- One is poor [@pilot, ¶3].
:::
`,
    });
    expect(
      problems.filter(({ code }) => code === "statement-without-source").map(tell),
    ).toMatchInlineSnapshot(`
      [
        "summary.md:5:1 statement-without-source, exit 4: the bottom line names no source → Cite the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
        "summary.md:13:1 statement-without-source, exit 4: the summary names no source for what the sources agree on → Cite the passages it rests on: [@key, ¶3; @other, ¶¶7–8].",
      ]
    `);
  });

  const text = (id: string): string => `---
source: ${id}
file: a.txt
media-type: text/plain
imported: "2026-01-02"
document: ${"a".repeat(64)}
text: ${"a".repeat(64)}
omissions: []
---

A passage.
`;

  test("a full text that stands under another name, or is of no source", async () => {
    expect(
      await problemsWith({ "vault/S1 copy.md": text("S1"), "vault/S9.md": text("S9") }),
    ).toMatchInlineSnapshot(`
      [
        "vault/S1 copy.md:1:1 vault-file-misplaced, exit 3: this file says that it is the full text of S1, which stands in vault/S1.md → Delete the file; “briefing import FILE” writes it where it belongs.",
        "vault/S9.md:1:1 vault-file-misplaced, exit 3: this file says that it is the full text of S9, which is no source of the pack → Delete the file; “briefing import FILE” writes it where it belongs.",
      ]
    `);
  });

  test("a full text of a record that cannot be read is let be", async () => {
    const told = await problemsWith({ "vault/S2.md": text("S2"), "sources/s2.md": [["id: S2", "id: [S2"]] });
    expect(told.some((line) => line.startsWith("sources/s2.md"))).toBe(true);
    expect(told.filter((line) => line.includes("vault"))).toEqual([]);
  });
});
