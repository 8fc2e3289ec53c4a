// What is said of images and data files: lacking, not shown, in the wrong place, or with mistakes in them.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("images", () => {
  test("that do not exist", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [["../images/harbour.svg", "../images/port.svg"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:42 unknown-image, exit 3: there is no image “../images/port.svg” in the pack → Show one of ../images/harbour.svg.",
        "images/harbour.svg:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });

  test("without alternative text", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [["![A plan of the harbour with both quays]", "![]"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:5 image-alternative, exit 3: the image has no alternative text → Write ![What the picture shows](../images/name.png "Credit: who made it, under which licence").",
      ]
    `);
  });

  test("without a credit", async () => {
    expect(
      await problemsWith({ "appendices/terms.md": [[' "Plan: harbour desk, CC BY 4.0"', ""]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:42 image-credit, exit 3: the image has no credit → Write ![What the picture shows](../images/name.png "Credit: who made it, under which licence").",
      ]
    `);
  });

  test("without either", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            '![A plan of the harbour with both quays](../images/harbour.svg "Plan: harbour desk, CC BY 4.0")',
            "![ ](../images/harbour.svg)",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:6 image-alternative, exit 3: the image has no alternative text → Write ![What the picture shows](../images/name.png "Credit: who made it, under which licence").",
        "appendices/terms.md:9:6 image-credit, exit 3: the image has no credit → Write ![What the picture shows](../images/name.png "Credit: who made it, under which licence").",
      ]
    `);
  });

  test("within text", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            'The plan ![Plan](../images/harbour.svg "Credit") shows it.',
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:18 image-within-text, exit 3: an image or a data file stands within a line of text → Put it in a paragraph of its own.",
      ]
    `);
  });

  test("from another site", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", '![Plan](https://example.org/plan.png "Credit")'],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:9 unknown-image, exit 3: there is no image “https://example.org/plan.png” in the pack → Show one of ../images/harbour.svg.",
      ]
    `);
  });

  test("that nothing shows", async () => {
    expect(
      await problemsWith({ "images/other.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    ).toMatchInlineSnapshot(`
      [
        "images/other.svg:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });
});

describe("broken images", () => {
  test("are told once, though the text shows them", async () => {
    expect(await problemsWith({ "images/harbour.svg": "" })).toMatchInlineSnapshot(`
      [
        "images/harbour.svg:1:1 broken-image, exit 3: images/harbour.svg is empty. → Export the picture anew, or delete the file.",
      ]
    `);
  });
});

describe("data files", () => {
  test("that do not exist", async () => {
    expect(
      await problemsWith({ "appendices/names.md": [["../data/names.yaml", "../data/name.yaml"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:6:10 unknown-data-file, exit 3: there is no data file “../data/name.yaml” → Name a data file: ../data/events.yaml, ../data/names.yaml, ../data/ports.yaml.",
        "data/names.yaml:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });

  test("that nothing shows", async () => {
    expect(await problemsWith({ "data/other.yaml": "type: register\n" })).toMatchInlineSnapshot(`
      [
        "data/other.yaml:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });

  test("in a list", async () => {
    expect(
      await problemsWith({ "appendices/names.md": [["![Names]", "- ![Names]"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:6:12 data-nested, exit 3: a data file is shown inside another block → Give the line a place of its own, outside lists and blocks.",
      ]
    `);
  });

  test("within text", async () => {
    expect(
      await problemsWith({
        "appendices/names.md": [["![Names](../data/names.yaml)", "See ![Names](../data/names.yaml)."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:6:14 image-within-text, exit 3: an image or a data file stands within a line of text → Put it in a paragraph of its own.",
        "data/names.yaml:1:1 file-not-shown, exit 3: no part of the pack shows this file → Show it in an appendix with a line ![Caption](../…), or delete the file.",
      ]
    `);
  });

  test("in the summary and in a source", async () => {
    expect(
      await problemsWith({
        "summary.md": [["The [terms]", "![Names](data/names.yaml)\n\nThe [terms]"]],
        "sources/s2.md": [["## Précis", "![Names](../data/names.yaml)\n\n## Précis"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:31:10 data-misplaced, exit 3: a data file is shown in a source → Show it in an appendix, and link to that.",
        "summary.md:38:10 data-misplaced, exit 3: a data file is shown in the summary → Show it in an appendix, and link to that.",
      ]
    `);
  });

  test("twice in one part", async () => {
    expect(
      await problemsWith({
        "appendices/names.md": [
          ["![Names](../data/names.yaml)", "![Names](../data/names.yaml)\n\n![Again](../data/names.yaml)"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:8:10 data-twice, exit 3: “../data/names.yaml” is already shown in this part → Delete one of the two lines.",
      ]
    `);
  });

  test("with a mistake, in two parts", async () => {
    expect(
      await problemsWith({
        "appendices/dates.md": [["See the", "![Names](../data/names.yaml)\n\nSee the"]],
        "data/names.yaml": [["[@gazette, ¶2]", "[@gazete, ¶2]"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:10:40 unknown-citation, exit 3: “@gazete” is the key of no source → Cite one of @gazette, @pilot.",
      ]
    `);
  });

  test("of an unknown type", async () => {
    expect(
      await problemsWith({ "data/names.yaml": [["type: register", "type: registry"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:1:7 wrong-value, exit 3: type is “registry” → Write one of comparison, chronology, register, bars.",
      ]
    `);
  });

  test("without a type", async () => {
    expect(await problemsWith({ "data/names.yaml": [["type: register\n", ""]] })).toMatchInlineSnapshot(`
      [
        "data/names.yaml:1:1 missing-key, exit 3: type is missing → Write one of comparison, chronology, register, bars.",
      ]
    `);
  });

  test("with an unknown key in an entry", async () => {
    expect(
      await problemsWith({ "data/names.yaml": [["      - name: Keel", "      - nmae: Keel"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:9:9 missing-key, exit 3: groups[2].entries[1].name is missing → Add name: a text.",
        "data/names.yaml:9:9 unknown-key, exit 3: “nmae” is not a key that is known in groups[2].entries[1] → Delete it or correct its name; in groups[2].entries[1] stand: name, text.",
      ]
    `);
  });

  test("that is no YAML", async () => {
    expect(
      await problemsWith({ "data/names.yaml": [["      - name: Keel", "      - name: Keel: x"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:9:15 broken-yaml, exit 3: this is not YAML: Nested mappings are not allowed in compact mappings → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
      ]
    `);
  });
});

describe("a comparison", () => {
  test("without an answer", async () => {
    expect(
      await problemsWith({ "data/ports.yaml": [["      toll: The same [@gazette, ¶2].\n", ""]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:22:7 answer-missing, exit 3: “Kestria” has no answer to “toll” → Add toll: an answer with a citation, or “not stated”.",
      ]
    `);
  });

  test("with an answer to no question", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [
          ["      toll: The same [@gazette, ¶2].", "      toll: The same [@gazette, ¶2].\n      tolls: none"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:23:7 answer-unasked, exit 3: “Kestria” answers “tolls”, which is no question → Use one of toll, collects, or add the question.",
      ]
    `);
  });

  test("with an answer without a citation", async () => {
    expect(
      await problemsWith({ "data/ports.yaml": [["The same [@gazette, ¶2].", "The same."]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:22:13 statement-without-source, exit 4: the answer of “Kestria” to “What is the toll?” names no source → Add a citation after the statement, mark what comes from elsewhere as [text]{.outside}, or write “not stated”.",
      ]
    `);
  });

  test("with an answer from outside", async () => {
    expect(
      await problemsWith({ "data/ports.yaml": [["The same [@gazette, ¶2].", '"[The same.]{.outside}"']] }),
    ).toMatchInlineSnapshot(`[]`);
  });

  test("with a gist without a citation", async () => {
    expect(
      await problemsWith({ "data/ports.yaml": [["Pays, at least on paper [@pilot, ¶3].", "Pays."]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:20:11 statement-without-source, exit 4: the gist of “Kestria” names no source → Add a citation after the statement or mark what comes from elsewhere as [text]{.outside}.",
      ]
    `);
  });

  test("with a question whose id every object has", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [
          [
            "  - id: toll\n    label: What is the toll?",
            "  - id: toll\n    label: What is the toll?\n  - id: constructor\n    label: Who built it?",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:7 answer-missing, exit 3: “Velmora” has no answer to “constructor” → Add constructor: an answer with a citation, or “not stated”.",
        "data/ports.yaml:24:7 answer-missing, exit 3: “Kestria” has no answer to “constructor” → Add constructor: an answer with a citation, or “not stated”.",
      ]
    `);
  });

  test("with an answer under a key that is none", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [
          [
            "      toll: The same [@gazette, ¶2].",
            '      toll: The same [@gazette, ¶2].\n      "bad key": x',
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:23:7 wrong-key, exit 3: the key “bad key” in subjects[2].answers is not an id → Use letters, digits and hyphens, beginning with a letter, such as S1 or article-5.",
      ]
    `);
  });

  test("with two subjects of one id", async () => {
    expect(
      await problemsWith({ "data/ports.yaml": [["  - id: kestria", "  - id: Velmora"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:20:11 duplicate-id, exit 3: the id “terms-velmora” is already given at data/ports.yaml:12:7 → Word one of the two differently.",
      ]
    `);
  });
});

describe("a chronology", () => {
  test("out of order", async () => {
    expect(
      await problemsWith({ "data/events.yaml": [['date: "1904-06-01"', 'date: "1906-06-01"']] }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:11:7 events-out-of-order, exit 3: the event of 1904-07~ stands after that of 1906-06-01 → Put the events in the order of time.",
      ]
    `);
  });

  test("with an event without a source", async () => {
    expect(
      await problemsWith({
        "data/events.yaml": [
          ["The gazette prints the notice [@gazette, ¶1].", "The gazette prints the notice."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:7:11 statement-without-source, exit 4: the event of 1904-06-01 names no source → Add a citation after the statement or mark what comes from elsewhere as [text]{.outside}.",
      ]
    `);
  });

  test("with a day that does not exist", async () => {
    expect(
      await problemsWith({ "data/events.yaml": [['date: "1904-06-01"', 'date: "1904-06-31"']] }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:6:11 wrong-value, exit 3: events[2].date “1904-06-31” is not a date in EDTF level 1 → Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
      ]
    `);
  });

  test("with an interval that ends before it begins", async () => {
    expect(
      await problemsWith({ "data/events.yaml": [["1904-07/1905-03", "1904-07/1903-03"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:13:11 wrong-value, exit 3: events[4].date “1904-07/1903-03” is not a date in EDTF level 1 → Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
      ]
    `);
  });

  test("with an unknown basis", async () => {
    expect(
      await problemsWith({ "data/events.yaml": [["basis: inferred", "basis: guessed"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/events.yaml:9:12 wrong-value, exit 3: events[3].basis is “guessed” → Write one of inferred, outside the sources.",
      ]
    `);
  });
});

describe("a register", () => {
  test("with an entry without a source", async () => {
    expect(
      await problemsWith({ "data/names.yaml": [["The pilot who writes S2 [@pilot, ¶1].", "The pilot."]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:6:15 statement-without-source, exit 4: the entry “Оксана Лимар” names no source → Add a citation after the statement or mark what comes from elsewhere as [text]{.outside}.",
      ]
    `);
  });

  test("with two entries of one name", async () => {
    expect(
      await problemsWith({
        "data/names.yaml": [
          [
            "      - name: Keel",
            "      - name: Keel\n        text: Again [@gazette, ¶2].\n      - name: keel",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:12:15 duplicate-id, exit 3: the id “names-terms-keel” is already given at data/names.yaml:10:15 → Word one of the two differently.",
      ]
    `);
  });
});
