// Supplied Markdown as paragraphs, and what its front matter gives.
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../src/pack/import/read-markdown.ts";

const numbered = (text: string): string[] =>
  readMarkdown(text).paragraphs.map((one) => `${one.line}: ${one.text}`);

describe("paragraphs", () => {
  test("are headings, paragraphs, items, cells, code and HTML, each with its line", () => {
    const text = `---
title: Minutes
---

# The *board*

It [met](https://board.example) at
nine<br>o’clock.  \nThen \\*it\\* rose.

- One
- Two

  still two

> Said \`so\`.

| Port | Share |
| --- | --- |
| Velmora | half |

\`\`\`
code  here
\`\`\`

<div><p>In</p><p>HTML</p></div>
`;
    expect(numbered(text)).toMatchInlineSnapshot(`
      [
        "5: The board",
        "7: It met at nine o’clock. Then *it* rose.",
        "11: One",
        "12: Two",
        "14: still two",
        "16: Said so.",
        "18: Port",
        "18: Share",
        "20: Velmora",
        "20: half",
        "22: code here",
        "26: In",
        "26: HTML",
      ]
    `);
  });

  test("are none where there are no words", () => {
    expect(numbered("---\ntitle: T\n---\n\n***\n")).toEqual([]);
  });

  test("keep a rule at the head that opens no front matter", () => {
    expect(numbered("---\n\nWords.\n")).toEqual(["3: Words."]);
  });
});

describe("what it says of itself", () => {
  const found = (front: string, body = "") => readMarkdown(`---\n${front}\n---\n${body}`).found;

  test("stands in its front matter", () => {
    expect(
      found(
        "title: ' Minutes\n  of the board '\nbyline: Ina Holm\npublication: Courier\npublished: 1905-01-12T08:00:00Z\nurl: https://board.example/\nlang: en-GB",
      ),
    ).toEqual({
      title: "Minutes of the board",
      author: "Ina Holm",
      containerTitle: "Courier",
      issued: "1905-01-12",
      url: "https://board.example/",
      language: "en-GB",
    });
  });

  test("is its heading where the front matter has no title", () => {
    expect(found("author: ''", "\n# The *board*\n")).toMatchObject({ title: "The board", author: undefined });
  });

  test.each([
    ["a day that there is not", "date: 1905-02-30"],
    ["an address that is none", "url: javascript:alert(1)"],
    ["a list for a title", "title: [a, b]"],
    ["YAML that is broken", "title: [a"],
    ["aliases", "a: &a [x]\nb: *a"],
    ["a text alone", "words"],
  ])("is nothing for %s", (_, front) => {
    const { title, issued, url } = found(front);
    expect({ title, issued, url }).toEqual({ title: undefined, issued: undefined, url: undefined });
  });
});
