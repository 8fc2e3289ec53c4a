// Saved pages as paragraphs, what of them is left out, and their metadata.
import { describe, expect, test } from "vitest";
import { readHtml, readHtmlFragment } from "../../../src/pack/import/read-html.ts";

const LONG =
  "the clerks of both ports opened it on Monday, for the first time since the treaty took force, and found nothing";

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe("an article", () => {
  const html = page(
    "<title>Box</title><style>p { color: red }</style>",
    `<nav><a href="/">Home</a></nav><article><p>First, ${LONG}.</p><p>Second,<br>${LONG}.</p>` +
      `<p>Third, <em>${LONG}</em>.</p></article><footer>© 1904 Courier</footer><script>track()</script>`,
  );

  test("is taken, and the rest told as left out, numbered through the page", () => {
    const { paragraphs, leftOut } = readHtml(html);
    expect(paragraphs.map(({ line, text }) => `${line}: ${text.slice(0, 12)}`)).toEqual([
      "2: First, the c",
      "3: Second, the ",
      "4: Third, the c",
    ]);
    expect(leftOut).toEqual([
      { line: 1, text: "Home" },
      { line: 5, text: "© 1904 Courier" },
    ]);
  });

  test("and what is left out make up the page: no words are lost", () => {
    const { paragraphs, leftOut } = readHtml(html);
    const lines = [...paragraphs, ...leftOut].map(({ line }) => line);
    expect(lines.sort()).toEqual([1, 2, 3, 4, 5]);
  });
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
  expect(readHtmlFragment("<ul><li>One</li><li>Two<br>three</li></ul>tail<!-- no -->")).toEqual([
    "One",
    "Two three",
    "tail",
  ]);
});
