// Paragraphs that look like a web page's furniture.
import { expect, test } from "vitest";
import { suspectFurniture } from "../../../src/pack/import/suspect-furniture.ts";

const suspect = (text: string): string | undefined => suspectFurniture([{ line: 7, text }])[0]?.what;

test.each([
  ["an advertisement", "Advertisement"],
  ["an advertisement", "Story continues below advertisement"],
  ["a newsletter invitation", "Sign up for our newsletter"],
  ["a sharing prompt", "Share this article"],
  ["a comment count", "12 comments"],
  ["a comment count", "Join the conversation"],
  ["a photo caption or credit", "The box on the quay. Photo: I. Holm"],
  ["a photo caption or credit", "Getty Images"],
  ["a pointer to other reading", "Read more: the toll explained"],
  ["a cookie or privacy notice", "We use cookies to improve this page"],
  ["a copyright line", "© 1904 Kestria Courier"],
])("%s: %s", (what, text) => {
  expect(suspect(text)).toBe(what);
});

test.each([
  "The ports share the toll.",
  "Both sides promoted the treaty.",
  "The advertisement of 1904 named three marks.",
  "He made no comment.",
  "Copyright was never claimed by the port.",
  `The box was empty. ${"The clerks looked again. ".repeat(20)} Photo: none.`,
])("not: %s", (text) => {
  expect(suspect(text)).toBeUndefined();
});

test("are told with their lines, in their order", () => {
  const paragraphs = [
    { line: 1, text: "12 comments" },
    { line: 3, text: "Words." },
    { line: 5, text: "Advertisement" },
  ];
  expect(suspectFurniture(paragraphs)).toEqual([
    { line: 1, text: "12 comments", what: "a comment count" },
    { line: 5, text: "Advertisement", what: "an advertisement" },
  ]);
});
