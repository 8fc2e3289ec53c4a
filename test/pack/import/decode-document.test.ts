// Bytes to text: encodings, line ends, and what is no document.
import { describe, expect, test } from "vitest";
import { decodeDocument, LARGEST_DOCUMENT } from "../../../src/pack/import/decode-document.ts";

const TEXT = "The toll – three marks, “for every keel”.\nÀ vous.\n";
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const WESTERN: Readonly<Record<string, number>> = { "–": 0x96, "“": 0x93, "”": 0x94, "€": 0x80 };
const western = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => WESTERN[letter] ?? letter.charCodeAt(0));

describe("text is decoded", () => {
  test.each([
    ["utf-8", "UTF-8", Buffer.from(TEXT)],
    ["utf-8", "UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
    ["utf-16le", "UTF-16 with a mark", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["utf-16be", "UTF-16, big end first, with a mark", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
    ["utf-16le", "UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
    ["utf-16be", "UTF-16, big end first, without a mark", Buffer.from(TEXT, "utf16le").swap16()],
    ["windows-1252", "Windows-1252", western(TEXT)],
    ["utf-8", "CRLF", Buffer.from(TEXT.replaceAll("\n", "\r\n"))],
    ["utf-8", "CR", Buffer.from(TEXT.replaceAll("\n", "\r"))],
    ["utf-8", "line separators", Buffer.from(TEXT.replaceAll("\n", "\u2028"))],
  ])("%s: %s", (encoding, _, bytes) => {
    const isGuessed = encoding === "windows-1252";
    expect(decodeDocument(bytes)).toEqual({ kind: "text", text: TEXT, encoding, isGuessed });
  });

  test.each([
    ["Cyrillic", "Я була лоцманом того літа, коли договір став обов’язковим для всіх.\nСкриня порожня.\n"],
    ["Greek", "Το κουτί του λιμανιού ήταν άδειο, είπαν οι γραφείς.\n"],
    ["Hebrew", "התיבה של הנמל הייתה ריקה, אמרו הפקידים.\n"],
  ])("%s in UTF-16 without a mark", (_, text) => {
    const little = Buffer.from(text, "utf16le");
    expect(decodeDocument(little)).toMatchObject({ encoding: "utf-16le", text, isGuessed: false });
    expect(decodeDocument(Buffer.from(little).swap16())).toMatchObject({ encoding: "utf-16be", text });
  });

  test("Cyrillic in single bytes as Windows-1252, for want of a better, which is said", () => {
    const koi8 = Buffer.from([0xed, 0xc9, 0xd2, 0x20, 0xed, 0xc9, 0xd2]);
    expect(decodeDocument(koi8)).toMatchObject({ encoding: "windows-1252", isGuessed: true });
  });

  test("by the charset that a page names", () => {
    const page = Buffer.concat([latin1('<meta charset="windows-1251"><p>'), Buffer.from([0xcc, 0xe8, 0xf0])]);
    expect(decodeDocument(page)).toMatchObject({
      encoding: "windows-1251",
      isGuessed: false,
      text: expect.stringMatching(/Мир$/),
    });
    const named = western('<meta charset="iso-8859-1"><p>“€3”');
    expect(decodeDocument(named)).toMatchObject({ text: expect.stringMatching(/“€3”$/) });
  });

  test("as UTF-8 where the bytes are, whatever the page names", () => {
    const page = Buffer.from('<meta charset="windows-1252"><p>“Мир”');
    expect(decodeDocument(page)).toMatchObject({ encoding: "utf-8", text: expect.stringMatching(/“Мир”$/) });
  });

  test("as Windows-1252 where the page names a charset that there is not", () => {
    const page = western('<meta charset="klingon"><p>“keel”');
    expect(decodeDocument(page)).toMatchObject({ encoding: "windows-1252" });
  });

  test("with a stray control character", () => {
    const text = `${"A long letter. ".repeat(30)}\f\u0002`;
    expect(decodeDocument(Buffer.from(text))).toMatchObject({ kind: "text", text });
  });
});

test("what is not text is refused with what to do", () => {
  expect(decodeDocument(latin1("text\0with\0noughts"))).toMatchInlineSnapshot(`
    {
      "fix": "Save it as plain text, Markdown or HTML in UTF-8 first.",
      "kind": "refused",
      "reason": "it is not text",
    }
  `);
});

describe("refused:", () => {
  test.each([
    ["it is empty", Buffer.alloc(0)],
    ["it holds nothing but white space", Buffer.from(" \n\t\r\n")],
    ["it holds nothing but white space", Buffer.from("\ufeff\n")],
    ["it is 21 MB large, and at most 20 MB are taken", Buffer.alloc(LARGEST_DOCUMENT + 1_000_000, "a")],
    ["it is a PDF", latin1("%PDF-1.4")],
    ["it is a ZIP archive or an office document", latin1("PK\x03\x04")],
    ["it is a PNG image", latin1("\x89PNG\r\n\x1a\n")],
    ["it is a JPEG image", latin1("\xff\xd8\xff\xe0")],
    ["it is a GIF image", latin1("GIF89a")],
    ["it is an RTF document", latin1("{\\rtf1 text}")],
    ["it is an old office document", latin1("\xd0\xcf\x11\xe0\xa1\xb1")],
    ["it is a compressed file", latin1("\x1f\x8b\x08")],
    ["it is not text", latin1("text\0with\0noughts")],
    ["it is not text", latin1("\x01\x02\x03\x04text")],
  ])("%s", (reason, bytes) => {
    expect(decodeDocument(bytes)).toMatchObject({ kind: "refused", reason });
  });
});
