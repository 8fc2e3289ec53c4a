// Notes for paper: which are set where they are called, and which stay behind the text.
import { describe, expect, test } from "vitest";
import { placeNotes } from "../../src/markdown/notes/place-notes.ts";
import { renderProse } from "../../src/markdown/render.ts";
import { parse, WEB } from "./sample-view.ts";

const render = (text: string): string => renderProse(placeNotes(parse(text).prose), WEB);

describe("a note", () => {
  test("stands where its first mark calls it, and later marks name its number", () => {
    const html = render("One[^n] and again[^n].\n\n[^n]: The *note*.\n");
    expect(html).toContain(
      'One<span class="footnote" data-source-line="3"><span class="footnote-text" id="fn-',
    );
    expect(html.match(/The <em>note<\/em>\./g)).toHaveLength(1);
    expect(html).toMatch(
      /again<sup class="footnote-ref"><a class="note-mark" href="#fn-[^"]+-1">1<\/a><\/sup>/,
    );
    expect(html).not.toContain('<section class="footnotes">');
  });

  test("of several blocks is made of phrases, for a paragraph holds no blocks", () => {
    const html = render("One[^n].\n\n[^n]: First.\n\n    - Item\n\n    Last.\n");
    expect(html).toContain('<span class="note-paragraph">First.</span>');
    expect(html).toContain('<span class="note-item">');
    const [, note = ""] = /<span class="footnote"[^>]*>(.*)<\/span><\/span>/s.exec(html) ?? [];
    expect(note).not.toMatch(/<(p|ul|li)[ >]/);
  });

  test.each([
    ["called in a heading alone", "## Head[^n]\n\n[^n]: The note.\n"],
    ["called in the head of a table alone", "| A[^n] | B |\n| --- | --- |\n| a | b |\n\n[^n]: The note.\n"],
    [
      "that holds a table",
      "One[^n].\n\n[^n]: The note.\n\n    | A | B |\n    | --- | --- |\n    | a | b |\n",
    ],
    ["as long as a chapter", `One[^n].\n\n[^n]: The note.${" It goes on.".repeat(200)}\n`],
  ])("%s stays behind the text", (_which, text) => {
    const html = render(text);
    expect(html).not.toContain('class="footnote"');
    expect(html).toMatch(/<section class="footnotes">\n<ol start="1">/);
    expect(html).toMatch(/href="#fn-[^"]+-1">1<\/a><\/sup>/);
    expect(html.match(/The note\./g)).toHaveLength(1);
  });

  test("behind the text counts on from those at the foot of pages, wherever it is called", () => {
    const html = render("## Head[^a]\n\nOne[^b].\n\n[^a]: Of the head.\n\n[^b]: Of the text.\n");
    expect(html).toMatch(/Head<sup class="footnote-ref"><a class="note-mark" href="#fn-[^"]+-2">2</);
    expect(html).toContain('<ol start="2">');
  });

  test("leaves the text as it was for those who read it without paper", () => {
    const { prose } = parse("One[^n].\n\n[^n]: The note.\n");
    const before = renderProse(prose, WEB);
    placeNotes(prose);
    expect(renderProse(prose, WEB)).toBe(before);
  });
});

describe("what print sets beside the text", () => {
  test.each([
    ["Obliges\n: To pay.\n", true],
    ["What the treaty obliges to\n: To pay.\n", false],
  ])("is the terms of a list of definitions, if all are short: %j", (text, short) => {
    expect(render(text).includes('<dl class="short-terms">')).toBe(short);
  });

  test.each([
    [10, "precis"],
    [200, "precis precis-long"],
  ])("is where a précis is cited, if it is short: %d sentences", (sentences, name) => {
    const html = render(`::: precis ¶1\n${"It goes on. ".repeat(sentences)}\n:::\n`);
    expect(html).toContain(`<div class="${name}">`);
  });
});
