// Which kind of document a file is, and plain text as paragraphs.
import { describe, expect, test } from "vitest";
import { mediaTypeOf, readDocument, splitParagraphs } from "../../../src/pack/import/read-document.ts";

describe("the media type", () => {
  test.each([
    ["text/html", "PAGE.HTM", "x"],
    ["text/html", "page.xhtml", "x"],
    ["text/html", "page.txt", "\n <!DOCTYPE html><p>x"],
    ["text/html", "page", "<html lang=en>x"],
    ["text/markdown", "notes.MD", "<html>"],
    ["text/markdown", "notes.markdown", "x"],
    ["text/plain", "notes.txt", "# x"],
    ["text/plain", "notes", "<htmlish> x"],
  ])("%s: %s", (type, name, text) => {
    expect(mediaTypeOf(name, text)).toBe(type);
  });
});

describe("plain text", () => {
  const numbered = (text: string): string[] => splitParagraphs(text).map((one) => `${one.line}: ${one.text}`);

  test("has a paragraph a block where blank lines stand between", () => {
    expect(numbered("\nOne\n  two.\n\n\nThree.\n")).toEqual(["2: One two.", "6: Three."]);
  });

  test("has a paragraph a line where none stands between", () => {
    expect(numbered("\n\nOne.\nTwo.\nThree.\n\n")).toEqual(["3: One.", "4: Two.", "5: Three."]);
  });

  test("takes a line of invisible characters for blank", () => {
    expect(numbered("One\ntwo.\n\u00a0\u200b \nThree.")).toEqual(["1: One two.", "4: Three."]);
  });

  test("has single spaces", () => {
    expect(numbered("One\t\u00a0 two\u2009three")).toEqual(["1: One two three"]);
  });

  test("without words has no paragraph", () => {
    expect(numbered(" \n\n")).toEqual([]);
    expect(numbered("")).toEqual([]);
  });

  test("says nothing of itself", () => {
    expect(readDocument("a.txt", "Title: One")).toEqual({
      mediaType: "text/plain",
      paragraphs: [{ line: 1, text: "Title: One" }],
      found: {},
    });
  });
});
