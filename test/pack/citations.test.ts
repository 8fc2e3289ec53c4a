// What is said of citations, wherever they stand.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("keys and passages", () => {
  test("an unknown key", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazete, ¶2]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 unknown-citation, exit 3: “@gazete” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("a passage beyond the end", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, ¶5]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 passage-beyond-end, exit 3: S1 has no ¶5: it has 4 passages → Cite ¶1 to ¶4, or correct \`passages\` in sources/s1.md.",
      ]
    `);
  });

  test("a range that runs beyond the end", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, ¶¶1, 3–9]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 passage-beyond-end, exit 3: S1 has no ¶¶3–9: it has 4 passages → Cite ¶1 to ¶4, or correct \`passages\` in sources/s1.md.",
      ]
    `);
  });

  test("a passage of two sources, one beyond its end", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [@gazette, ¶4; @pilot, ¶4]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 passage-beyond-end, exit 3: S2 has no ¶4: it has 3 passages → Cite ¶1 to ¶3, or correct \`passages\` in sources/s2.md.",
      ]
    `);
  });

  test("passage 0", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, ¶0]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “¶0” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("a range that runs backwards", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, ¶5–3]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “¶5–3” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("a page", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, p. 4]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “p. 4” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("a sign without a number", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, ¶¶]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “¶¶” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("a number without a sign", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette, 3]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “3” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("a range without end", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [@gazette, ¶1–999999999999]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “¶1–999999999999” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });

  test("words straight after the number", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [@gazette, ¶2 quoting the treaty]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-locator, exit 3: “¶2 quoting the treaty” after “@gazette” does not begin with passages in ascending order, counted from 1 → Cite passages: [@gazette, ¶3], [@gazette, ¶¶3–5] or [@gazette, ¶¶3, 7–9]; words come after the passages and a comma.",
      ]
    `);
  });
});

describe("form", () => {
  test("one that a quotation carries: nothing is said of the words until it is mended", async () => {
    const codes = async (citation: string) =>
      (
        await problemsWith({
          "summary.md": [["keel” [@gazette, ¶2].", `keel” ${citation}, as the pilot says [@pilot, ¶1].`]],
        })
      ).map((line) => line.split(",", 1)[0]);
    expect(await codes("[agree @gazette, ¶2]")).toEqual(["summary.md:12:60 unknown-signal"]);
    expect(await codes("[@gazette, 2]")).toEqual(["summary.md:12:60 malformed-locator"]);
    // Without any citation of its own it has the next one, which is wrong.
    expect(await codes("")).toEqual(["summary.md:12:31 wrong-pinpoint"]);
  });

  test("an unknown signal", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [compare @gazette, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 unknown-signal, exit 3: “compare” before “@gazette” is not a signal → Use see, see also, accord, cf., but see or contra; put other words after the locator.",
      ]
    `);
  });

  test("a key without a comma", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@gazette ¶2]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-citation, exit 3: “¶2” follows “@gazette” without a comma → Write [@gazette, ¶2].",
      ]
    `);
  });

  test("a key without @", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [gazette, ¶2]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-citation, exit 3: “gazette, ¶2” is no citation: it has no key after “@” → Write [@key, ¶3], with a semicolon between several sources.",
      ]
    `);
  });

  test("a second source without @", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [@gazette, ¶2; pilot, ¶1]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-citation, exit 3: “pilot, ¶1” is no citation: it has no key after “@” → Write [@key, ¶3], with a semicolon between several sources.",
      ]
    `);
  });

  test("nothing after @", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@, ¶2]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-citation, exit 3: “@, ¶2” is no citation: it has no key after “@” → Write [@key, ¶3], with a semicolon between several sources.",
      ]
    `);
  });

  test("quoted words within the brackets", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "The toll [@gazette, ¶2, “three marks”]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 malformed-citation, exit 3: the citation of “@gazette” holds quoted words after its passages → Quote in the text, where quotations are compared with the document, and cite after the words.",
      ]
    `);
  });
});

describe("place", () => {
  test("two alike in one line have two places", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "The toll [@x, ¶1] and [@x, ¶1]."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:10 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
        "appendices/terms.md:7:23 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in a table", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "| Who pays? | Every vessel [@gazette, ¶2]. | Not told. |",
            "| Who pays? | Every [@x, ¶1] vessel. | All [@x, ¶1]. |",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:23:21 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
        "appendices/terms.md:23:44 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in a definition, a footnote and a nested list", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["Every vessel to pay [@gazette, ¶2]", "Every vessel [@x, ¶1]"],
          ["say [see @gazette, ¶2]", "say [see @x, ¶2]"],
          ["## Side", "- One\n  - Two [@x, ¶3].\n\n## Side"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:14:16 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
        "appendices/terms.md:19:35 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
        "appendices/terms.md:27:9 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in a block quotation over two lines", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [["every keel. — [@gazette, ¶2]", "every\n> keel. — [@x,\n> ¶2]"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:58:11 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in YAML, folded", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [
          [
            "Three marks for every keel [@gazette, ¶2].",
            "Three marks for every keel\n        [@x, ¶1], [@x,\n        ¶1].",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:9 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
        "data/ports.yaml:16:19 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in YAML, literal", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [
          [
            "      collects: |\n        The port itself [@gazette, ¶4].",
            "      collects: |\n        One.\n\n        The port itself [@x, ¶4].",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:19:25 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in YAML, in double quotation marks", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [['Press\\" [@gazette, ¶4]', 'Press\\" [@gazette, ¶4] and \\u0041 [@x, ¶4]']],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:26:83 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in YAML, in single quotation marks", async () => {
    expect(
      await problemsWith({
        "data/events.yaml": [
          ["receipts run on [@gazette, ¶4]", "receipts run on\n      and ''on'' [@x, ¶4]"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:15:11 single-quotation-marks, exit 3: ‘on … stands between single quotation marks, and such words are not checked → Use double marks for quoted words, and none for others; an apostrophe is ’.",
        "data/events.yaml:15:18 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in YAML, plain over two lines", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          ["the paper prints the article [@gazette, ¶2].", "the paper prints\n    the article [@x, ¶2]."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:40:17 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("in the standing of a field", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          [
            "The notice follows the signing by a week [@gazette, ¶1],",
            "The notice follows the signing by a week [@x, ¶1],",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:21:48 unknown-citation, exit 3: “@x” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });
});
