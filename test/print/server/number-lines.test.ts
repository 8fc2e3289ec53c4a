// Start tags get the line of their file, and nothing else of a document changes.
import { describe, expect, it } from "vitest";
import { numberLines } from "../../../src/print/server/number-lines.ts";

const number = (html: string) =>
  Buffer.from(numberLines(Buffer.from(html)))
    .toString()
    .replaceAll("data-briefing-line", "L");

describe("numberLines", () => {
  it("tells the line of each start tag", () => {
    expect(number("<!doctype html>\n<html>\n\n<body><p>One\n<em>two</em></p>")).toBe(
      '<!doctype html>\n<html L="2">\n\n<body L="4"><p L="4">One\n<em L="5">two</em></p>',
    );
  });

  it.each([
    ["comments", "<!-- <p> \n-->"],
    ["an empty comment", "<!-->"],
    ["text that is no tag", "1 < 2 <3 & a<"],
    ["end tags", "</p></em >"],
    ["character data", "<![CDATA[ <p> ]]>"],
  ])("leaves %s alone", (_, html) => {
    expect(number(`${html}<b>`)).toBe(`${html}<b L="${html.split("\n").length}">`);
  });

  it.each(["script", "style", "textarea", "title", "noscript", "iframe", "SCRIPT"])(
    "leaves the text of %s alone",
    (name) => {
      const text = 'if (a <b> c) "<p>" </p>';
      expect(number(`<${name}>${text}</${name}><b>`)).toBe(`<${name} L="1">${text}</${name}><b L="1">`);
    },
  );

  it.each([
    '<a title="x > <b>y</b>">',
    "<a title='x > <b>'>",
    "<a title=it's>",
    '<a title = "<b\n>" hidden>',
    '<a ="<b>">',
    '<a title="x"class="<b>">',
    "<br/>",
    "<a href=/x/>",
  ])("reads attributes as a browser does: %s", (tag) => {
    const lines = tag.split("\n").length;
    const [name] = /<\w+/.exec(tag) ?? [""];
    expect(number(`${tag}<i>it's</i>`)).toBe(`${tag.replace(name, `${name} L="1"`)}<i L="${lines}">it's</i>`);
  });

  it("keeps the bytes of every character set", () => {
    const bytes = Buffer.from("<p>caf\xe9</p>", "latin1");
    expect(Buffer.from(numberLines(bytes)).toString("latin1")).toBe('<p data-briefing-line="1">caf\xe9</p>');
    const wide = Buffer.from("<p>x</p>", "utf16le");
    expect(numberLines(wide)).toEqual(wide);
  });

  it("numbers a large document quickly", () => {
    const html = `${"<p class='a'>text\n</p>".repeat(50_000)}<p`;
    const start = Date.now();
    expect(number(html)).toContain('<p L="50000" class');
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});
