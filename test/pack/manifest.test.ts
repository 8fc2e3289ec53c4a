// What is said of mistakes in pack.yaml: YAML that is none, keys, types and values.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("YAML that is none", () => {
  test("a colon in unquoted text", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["title: The harbour toll of Velmora", "title: The harbour: toll: of"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:8 broken-yaml, exit 3: this is not YAML: Nested mappings are not allowed in compact mappings → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
        "pack.yaml:1:21 broken-yaml, exit 3: this is not YAML: Nested mappings are not allowed in compact mappings → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
      ]
    `);
  });

  test("a quotation mark that is never closed", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['date: "2026-02-28"', 'date: "2026-02-28']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:9:20 broken-yaml, exit 3: this is not YAML: Missing closing "quote → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
      ]
    `);
  });

  test("a tab as indent", async () => {
    expect(await problemsWith({ "pack.yaml": [["  number: 2", "\tnumber: 2"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:8:1 broken-yaml, exit 3: this is not YAML: Tabs are not allowed as indentation → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
        "pack.yaml:8:10 broken-yaml, exit 3: this is not YAML: Nested mappings are not allowed in compact mappings → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
        "pack.yaml:8:10 broken-yaml, exit 3: this is not YAML: Implicit keys need to be on a single line → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
      ]
    `);
  });

  test("a key that stands twice", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["audience: Clerks", "title: Again\naudience: Clerks"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:1 broken-yaml, exit 3: this is not YAML: Map keys must be unique → Mend the YAML: look for a missing quotation mark, a colon in an unquoted text or a wrong indent.",
      ]
    `);
  });

  test("a second document", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["audience: Clerks", "---\naudience: Clerks"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:1 broken-yaml, exit 3: a second document begins here → Delete the line.",
      ]
    `);
  });

  test("an alias", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [
          ["  public: TLP:CLEAR\n  full: TLP:AMBER+STRICT", "  public: &label TLP:CLEAR\n  full: *label"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:18:9 yaml-alias, exit 3: the alias *label stands for another part of the file → Write the value out.",
      ]
    `);
  });

  test("an alias of what it stands in", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["authors:\n", "authors: &all\n  - *all\n"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:12:5 yaml-alias, exit 3: the alias *all stands for another part of the file → Write the value out.",
      ]
    `);
  });

  test("a text in place of a mapping", async () => {
    expect(await problemsWith({ "pack.yaml": "Just a sentence.\n" })).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 wrong-type, exit 3: the file must be a mapping of keys to values, and is a text → Write a mapping of keys to values.",
      ]
    `);
  });

  test("a list in place of a mapping", async () => {
    expect(await problemsWith({ "pack.yaml": "- title\n" })).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 wrong-type, exit 3: the file must be a mapping of keys to values, and is a list → Write a mapping of keys to values.",
      ]
    `);
  });
});

describe("keys", () => {
  test("an unknown key at the top", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["audience: Clerks", "audiance: Desk officers\naudience: Clerks"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:1 unknown-key, exit 3: “audiance” is not a key that is known here → Delete it or correct its name; here stand: title, subtitle, subject, as-of, edition, audience, authors, contact, language, paper, marking, parts, abbreviations, quotation-limits, licence, address, theme, logo, corrections, notes.",
      ]
    `);
  });

  test("an unknown key within", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["  number: 2", "  number: 2\n  colour: red"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:9:3 unknown-key, exit 3: “colour” is not a key that is known in edition → Delete it or correct its name; in edition stand: number, date.",
      ]
    `);
  });

  test("an unknown key in a list", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [['  - date: "2026-01-31"', '  - date: "2026-01-31"\n    author: me']],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:35:5 unknown-key, exit 3: “author” is not a key that is known in corrections[1] → Delete it or correct its name; in corrections[1] stand: date, text.",
      ]
    `);
  });

  test("a key is missing at the top", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["audience: Clerks of the harbour board\n", ""]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:1 missing-key, exit 3: audience is missing → Add audience: a text.",
      ]
    `);
  });

  test("a key is missing within", async () => {
    expect(await problemsWith({ "pack.yaml": [["  number: 2\n", ""]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:8:3 missing-key, exit 3: edition.number is missing → Add number: a number.",
      ]
    `);
  });

  test("a key is missing in a list", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['  - date: "2026-01-31"\n    text', "  - text"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:34:5 missing-key, exit 3: corrections[1].date is missing → Add date: a text.",
      ]
    `);
  });

  test("a key that every object has", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["audience: Clerks", "__proto__: x\nconstructor: y\naudience: Clerks"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:1 unknown-key, exit 3: “__proto__” is not a key that is known here → Delete it or correct its name; here stand: title, subtitle, subject, as-of, edition, audience, authors, contact, language, paper, marking, parts, abbreviations, quotation-limits, licence, address, theme, logo, corrections, notes.",
        "pack.yaml:11:1 unknown-key, exit 3: “constructor” is not a key that is known here → Delete it or correct its name; here stand: title, subtitle, subject, as-of, edition, audience, authors, contact, language, paper, marking, parts, abbreviations, quotation-limits, licence, address, theme, logo, corrections, notes.",
      ]
    `);
  });
});

describe("types", () => {
  test("a number in place of text", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["title: The harbour toll of Velmora", "title: 1904"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:8 wrong-type, exit 3: title must be a text, and is the number 1904 → Put the value in quotation marks.",
      ]
    `);
  });

  test("a list in place of text", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["contact: Write to the harbour desk.", "contact:\n  - Write to the harbour desk."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:15:3 wrong-type, exit 3: contact must be a text, and is a list → Write a text.",
      ]
    `);
  });

  test("text in place of a list", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["authors:\n  - Harbour desk\n  - Оксана Лимар", "authors: Harbour desk"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:11:10 wrong-type, exit 3: authors must be a list, and is a text → Write a list.",
      ]
    `);
  });

  test("text in place of a number", async () => {
    expect(await problemsWith({ "pack.yaml": [["number: 2", 'number: "2"']] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:8:11 wrong-type, exit 3: edition.number must be a number, and is a text → Write a number.",
      ]
    `);
  });

  test("nothing in place of text", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["audience: Clerks of the harbour board", "audience:"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:10:10 wrong-type, exit 3: audience must be a text, and is empty → Write a text.",
      ]
    `);
  });

  test("nothing in place of a mapping", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['edition:\n  number: 2\n  date: "2026-02-28"', "edition:"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:7:9 wrong-type, exit 3: edition must be a mapping of keys to values, and is empty → Write a mapping of keys to values.",
      ]
    `);
  });

  test("a fraction in place of a whole number", async () => {
    expect(await problemsWith({ "pack.yaml": [["number: 2", "number: 1.5"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:8:11 wrong-type, exit 3: edition.number must be a whole number, and is the number 1.5 → Write a whole number.",
      ]
    `);
  });

  test("a number in a list of texts", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - Harbour desk", "  - 7"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:12:5 wrong-type, exit 3: authors[1] must be a text, and is the number 7 → Put the value in quotation marks.",
      ]
    `);
  });

  test("a truth value in place of text", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - Harbour desk", "  - true"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:12:5 wrong-type, exit 3: authors[1] must be a text, and is the boolean true → Put the value in quotation marks.",
      ]
    `);
  });
});

describe("values", () => {
  test("a number too small", async () => {
    expect(await problemsWith({ "pack.yaml": [["number: 2", "number: 0"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:8:11 wrong-value, exit 3: edition.number is the number 0, which is too little → Give more than 0.",
      ]
    `);
  });

  test("an empty list", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["authors:\n  - Harbour desk\n  - Оксана Лимар", "authors: []"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:11:10 wrong-value, exit 3: authors is an empty list → Give at least 1 entry.",
      ]
    `);
  });

  test("blank text", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["contact: Write to the harbour desk.", 'contact: "  "']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:14:10 wrong-value, exit 3: contact is empty → Write the text, or leave the key out where it is optional.",
      ]
    `);
  });

  test("a day that does not exist", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['date: "2026-02-28"', 'date: "2025-02-30"']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:9:9 wrong-value, exit 3: edition.date “2025-02-30” is not a calendar day → Write a day that exists as year-month-day, such as 2026-11-22; put it in quotation marks.",
      ]
    `);
  });

  test("29 February of a common year", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['date: "2026-02-28"', 'date: "2025-02-29"']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:9:9 wrong-value, exit 3: edition.date “2025-02-29” is not a calendar day → Write a day that exists as year-month-day, such as 2026-11-22; put it in quotation marks.",
      ]
    `);
  });

  test("an approximate date in place of a day", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['date: "2026-02-28"', 'date: "2026-02~"']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:9:9 wrong-value, exit 3: edition.date “2026-02~” is not a calendar day → Write a day that exists as year-month-day, such as 2026-11-22; put it in quotation marks.",
      ]
    `);
  });

  test("a date of the EDTF of 2012, unknown", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['as-of: "1905-03~"', "as-of: unknown"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:6:8 wrong-value, exit 3: as-of “unknown” is not a date in EDTF level 1 → Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
      ]
    `);
  });

  test("a date of the EDTF of 2012, u", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['as-of: "1905-03~"', "as-of: 2025-uu"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:6:8 wrong-value, exit 3: as-of “2025-uu” is not a date in EDTF level 1 → Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
      ]
    `);
  });

  test("a year without quotation marks", async () => {
    expect(
      await problemsWith({ "pack.yaml": [['as-of: "1905-03~"', "as-of: 1905"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:6:8 wrong-type, exit 3: as-of must be a text, and is the number 1905 → Put the value in quotation marks.",
      ]
    `);
  });

  test("a label of TLP version 1", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["public: TLP:CLEAR", "public: TLP:WHITE"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:17:11 wrong-value, exit 3: marking.public “TLP:WHITE” is a label of TLP version 1 → Write TLP:CLEAR, which replaced TLP:WHITE in version 2.0.",
      ]
    `);
  });

  test("a label in lower case", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["public: TLP:CLEAR", "public: tlp:clear"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:17:11 wrong-value, exit 3: marking.public “tlp:clear” is not a TLP 2.0 label → Write one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, in capitals and without spaces.",
      ]
    `);
  });

  test("a label with a space", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["full: TLP:AMBER+STRICT", 'full: "TLP: AMBER"']] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:18:9 wrong-value, exit 3: marking.full “TLP: AMBER” is not a TLP 2.0 label → Write one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, in capitals and without spaces.",
      ]
    `);
  });

  test("a language tag of another kind", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["language: en-GB", "language: en_GB"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:15:11 wrong-value, exit 3: language “en_GB” is not a language tag → Write a BCP 47 tag such as en-GB or uk.",
      ]
    `);
  });

  test.each(["en-abcde-abcde", "en-a1"])("a language tag that nothing can format by: %s", async (tag) => {
    expect(await problemsWith({ "pack.yaml": [["language: en-GB", `language: ${tag}`]] })).toEqual([
      `pack.yaml:15:11 wrong-value, exit 3: language “${tag}” is not a language tag → Write a BCP 47 tag such as en-GB or uk.`,
    ]);
    const [inRecord] = await problemsWith({ "sources/s1.md": [["language: en-GB", `language: ${tag}`]] });
    expect(inRecord).toContain(`csl.language “${tag}” is not a language tag`);
  });

  test("another language than that of the labels", async () => {
    expect(await problemsWith({ "pack.yaml": [["language: en-GB", "language: de"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:15:11 labels-in-english, warning: the labels of the site and the PDF are in English, and the pack says de → Nothing in the pack need change; say so to its readers, or write it in English.",
      ]
    `);
  });

  test("a language by its name", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["language: en-GB", "language: English"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:15:11 wrong-value, exit 3: language “English” is not a language tag → Write a BCP 47 tag such as en-GB or uk.",
      ]
    `);
  });

  test("an address without a scheme", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["address: https://example.org/harbour/", "address: example.org/harbour/"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:32:10 wrong-value, exit 3: address “example.org/harbour/” is not a web address → Write the whole address, beginning with https://.",
      ]
    `);
  });

  test("an address that would run script", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["url: https://creativecommons.org/licenses/by/4.0/", "url: javascript:alert(1)"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:31:8 wrong-value, exit 3: licence.url “javascript:alert(1)” is not a web address → Write the whole address, beginning with https://.",
      ]
    `);
  });

  test("a part id with a space", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - terms", "  - the terms"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:23:5 wrong-value, exit 3: parts[4] “the terms” is not an id → Use letters, digits and hyphens, beginning with a letter, such as S1 or article-5.",
      ]
    `);
  });
});

describe("a full edition that many may have", () => {
  test.each(["TLP:CLEAR", "TLP:GREEN"])("marked %s is warned of", async (label) => {
    const [problem, ...others] = await problemsWith({
      "pack.yaml": [["full: TLP:AMBER+STRICT", `full: ${label}`]],
    });
    expect(others).toEqual([]);
    expect(problem?.replace(label, "LABEL")).toMatchInlineSnapshot(
      `"pack.yaml:18:9 weak-marking, warning: the full edition is marked LABEL, and the documents that it prints whole are the property of others → Mark it TLP:AMBER or stronger in pack.yaml, unless their owners allow more."`,
    );
  });
});
