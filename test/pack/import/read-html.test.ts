// Saved pages as paragraphs, which of them stand outside the article, and their metadata.
import { describe, expect, test } from "vitest";
import { readHtmlFragment } from "../../../src/pack/import/html-blocks.ts";
import { readHtml } from "../../../src/pack/import/read-html.ts";

const LONG =
  "the clerks of both ports opened it on Monday, for the first time since the treaty took force, and found nothing";

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

const tell = (html: string): string[] =>
  readHtml(html).paragraphs.map(
    ({ line, text, outsideArticle }) => `${outsideArticle ? "-" : "+"} ${line}: ${text.slice(0, 14)}`,
  );

describe("an article", () => {
  test("is told apart from the rest of the page, of which nothing is lost", () => {
    const html = page(
      "<title>Box</title>\n<style>p { color: red }</style>",
      `<nav><a href="/">Home</a></nav>\n<article><p>First, ${LONG}.</p>\n<p>Second,<br>${LONG}.</p>\n` +
        `<p>Third, <em>${LONG}</em>.</p></article>\n<footer>© 1904 Courier</footer><script>track()</script>`,
    );
    expect(tell(html)).toEqual([
      "- 2: Home",
      "+ 3: First, the cle",
      "+ 4: Second, the cl",
      "+ 5: Third, the cle",
      "- 6: © 1904 Courier",
    ]);
  });

  test("may be parted by line breaks", () => {
    const html = page(
      "",
      `<nav>Home</nav><article>First, <data value="3">${LONG}</data>.<br><br>\nSecond, ${LONG}.<br>\n&nbsp;<br/>Third,<br>${LONG}.</article>`,
    );
    expect(tell(html)).toEqual([
      "- 1: Home",
      "+ 1: First, the cle",
      "+ 2: Second, the cl",
      "+ 3: Third, the cle",
    ]);
  });

  test("keeps the words that the extractor drops from within a paragraph", () => {
    const html = page(
      "",
      `<article><p>First, <span class="share-tools">says he, </span>${LONG}.</p><p>Next, ${LONG}, ${LONG}.</p></article>`,
    );
    expect(readHtml(html).paragraphs[0]?.text).toMatch(/^First, says he, the clerks/);
  });

  test("does not take in what stands beside the body", () => {
    const html = `<html><head><title>T</title><p>Head</p></head><body><p>First, ${LONG}.</p><p>Next, ${LONG}.</p></body></html>\nAfter`;
    expect(tell(html)).toEqual(["- 1: Head", "+ 1: First, the cle", "+ 1: Next, the cler", "- 2: After"]);
  });
});

test("lines are those of the file", () => {
  const html = `<!doctype html>
<title>T
T</title>
<p
  title="a > b"
>One &amp;
two</p><!-- <p>
Not > this --><script>
if (a > b) x()
</script>
<h2>

Three</h2><div>Four
<br> <br>
< 5 </div>`;
  expect(readHtml(html).paragraphs).toEqual([
    { line: 6, text: "One & two" },
    { line: 13, text: "Three" },
    { line: 13, text: "Four" },
    { line: 15, text: "< 5" },
  ]);
});

describe("a page without an article", () => {
  test("gives all of its text", () => {
    expect(readHtml("<p>One</p><p>Two</p>").paragraphs.map(({ text }) => text)).toEqual(["One", "Two"]);
    expect(readHtml("Bare &amp; short").paragraphs.map(({ text }) => text)).toEqual(["Bare & short"]);
  });

  test("gives none where it has none", () => {
    expect(readHtml(page("<title>T</title>", "<script>1</script>")).paragraphs).toEqual([]);
    expect(readHtml("").paragraphs).toEqual([]);
  });

  test("may be nested deep", () => {
    const { paragraphs } = readHtml(page("", `${"<div>".repeat(3000)}<p>Deep</p>${"</div>".repeat(3000)}`));
    expect(paragraphs.map(({ text }) => text)).toEqual(["Deep"]);
  });
});

describe("a page of many elements", () => {
  test.each([
    ["paragraphs", 130_000, "<p>Word</p>"],
    ["elements without text", 150_000, "<i></i>"],
  ])("is read: %s", (_, count, element) => {
    const { paragraphs } = readHtml(page("", `<p>First</p>${element.repeat(count)}<p>Last</p>`));
    expect(paragraphs[0]?.text).toBe("First");
    expect(paragraphs.at(-1)).toEqual({ line: 1, text: "Last" });
  });
});

describe("metadata", () => {
  test("of a news page", () => {
    const head =
      '<title>Box | Courier</title><link rel="canonical" href="https://courier.example/box">' +
      '<meta property="og:title" content="The box"><meta property="og:site_name" content="Courier">' +
      '<meta name="author" content=" Ina \n Holm "><meta property="article:published_time" content="1904-08-02T07:30:00Z">';
    expect(readHtml(page(head, "<p>Words.</p>")).found).toEqual({
      title: "The box",
      author: "Ina Holm",
      containerTitle: "Courier",
      issued: "1904-08-02",
      url: "https://courier.example/box",
      language: "en",
    });
  });

  test("of a paper, before that of a news page", () => {
    const head =
      '<meta property="og:title" content="Box"><meta name="citation_title" content="The box">' +
      '<meta name="citation_journal_title" content="Annals"><meta name="citation_publication_date" content="1904/08/02">';
    expect(readHtml(page(head, "<p>Words.</p>")).found).toMatchObject({
      title: "The box",
      containerTitle: "Annals",
      issued: "1904-08-02",
    });
  });

  test("is nothing where it is unusable", () => {
    const head =
      '<link rel="canonical" href="javascript:alert(1)"><meta name="author" content=" ">' +
      '<meta property="article:published_time" content="last Tuesday">';
    expect(readHtml(page(head, "<p>Words.</p>")).found).toMatchObject({
      author: undefined,
      issued: undefined,
      url: undefined,
    });
  });
});

test("HTML within another document", () => {
  expect(readHtmlFragment("<ul><li>One</li><li>Two<br>three<br> <br>four</li></ul>tail<!-- no -->")).toEqual([
    "One",
    "Two three",
    "four",
    "tail",
  ]);
});
