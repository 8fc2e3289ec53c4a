// Full texts as files: what is written is read back, passage for passage.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatVaultFile, type Provenance, parseVaultFile } from "../../../src/pack/vault/vault-file.ts";

const PROVENANCE: Provenance = {
  source: "S1",
  file: "gazette.txt",
  "media-type": "text/plain",
  imported: "2026-02-28",
  document: "1".repeat(64),
  text: "2".repeat(64),
  omissions: [{ starts: "Buy: “now”", ends: "#end", paragraphs: 2 }],
};

const MARKS = [
  ..."\\`*_{}[]<>#+-.!|~^:&\"'()=$@/;,?%0123456789 aé—“”\u00a0\u200b",
  "&amp;",
  "1. ",
  "---",
  "```",
  "Є",
];

/** One line, as the readers of documents make it: white space is one space, and none stands at an end. */
const passage = fc
  .oneof(
    fc.array(fc.constantFrom(...MARKS), { maxLength: 12 }).map((marks) => marks.join("")),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.lorem(),
  )
  .map((text) => text.replace(/\s+/gu, " ").trim())
  .filter((text) => text !== "");

describe("a full text", () => {
  test("is read back as it was written, whatever its passages", () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 5 }), (passages) => {
        const { fullText, provenance, problems } = parseVaultFile(
          "vault/S1.md",
          formatVaultFile(PROVENANCE, passages),
        );
        expect(problems).toEqual([]);
        expect(provenance).toEqual(PROVENANCE);
        expect(fullText?.passages).toEqual(passages);
      }),
      { numRuns: 2000 },
    );
  });

  test("is read back whatever the file was called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), (file) => {
        const text = formatVaultFile({ ...PROVENANCE, file }, ["Words."]);
        expect(parseVaultFile("vault/S1.md", text).provenance?.file).toBe(file);
      }),
    );
  });

  test("escapes what Markdown would read as a mark, and nothing else", () => {
    const passages = [
      "# No heading",
      "1. No list",
      "- No item",
      "a *b* [c] <d> &amp; e",
      "3.5 – it’s (so) plain!",
    ];
    expect(formatVaultFile(PROVENANCE, passages)).toMatchInlineSnapshot(`
      "---
      source: S1
      file: gazette.txt
      media-type: text/plain
      imported: 2026-02-28
      document: "1111111111111111111111111111111111111111111111111111111111111111"
      text: "2222222222222222222222222222222222222222222222222222222222222222"
      omissions:
        - starts: "Buy: “now”"
          ends: "#end"
          paragraphs: 2
      ---

      ¶1 \\# No heading

      ¶2 1\\. No list

      ¶3 \\- No item

      ¶4 a \\*b\\* \\[c\\] \\<d\\> \\&amp; e

      ¶5 3.5 – it’s (so) plain!
      "
    `);
  });

  test("keeps its passages where its lines are wrapped by hand", () => {
    const text = formatVaultFile(PROVENANCE, ["One two three.", "Four."]).replace("two ", "two\n  ");
    expect(parseVaultFile("vault/S1.md", text).fullText?.passages).toEqual(["One two three.", "Four."]);
  });
});

describe("a file that is no full text", () => {
  const messages = (text: string): string[] =>
    parseVaultFile("vault/S1.md", text).problems.map(
      ({ code, message, fix }) => `${code}: ${message} → ${fix}`,
    );

  test("has no provenance", () => {
    expect(messages("Words.\n")).toMatchInlineSnapshot(`
      [
        "no-front-matter: the file has no front matter → Begin the file with a line “---”, its keys, and another line “---”.",
      ]
    `);
  });

  test("has a provenance that is damaged", () => {
    const text = formatVaultFile(PROVENANCE, ["Words."]).replace("1".repeat(64), "11");
    expect(messages(text)).toMatchInlineSnapshot(`
      [
        "wrong-value: document “11” is not a SHA-256 digest → Import the document again.",
      ]
    `);
  });

  test("has no passage", () => {
    expect(messages(formatVaultFile(PROVENANCE, []))).toMatchInlineSnapshot(`
      [
        "vault-empty: this full text has no passage → Import the document again.",
      ]
    `);
  });
});
