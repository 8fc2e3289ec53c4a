// Which SVG pictures are let into a pack.
import { expect, test } from "vitest";
import { checkSvg } from "../../src/files/check-svg.ts";

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n${inner}\n</svg>`;

test.each([
  ["a shape", "<path d='M0 0h1v1z'/>"],
  ["a reference within the picture", '<use href="#a"/><rect fill="url(#b)"/>'],
  ["an embedded bitmap", '<image href="data:image/png;base64,AAAA"/>'],
  ["text that speaks of scripts", "<text>The script = a description</text>"],
])("%s is let in", (_what, inner) => {
  expect(checkSvg("images/a.svg", svg(inner))).toBeUndefined();
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a script in a name space", "<svg:script>alert(1)</svg:script>"],
  ["an event handler", '<rect onload="alert(1)"/>'],
  ["foreign markup", "<foreignObject/>"],
  ["a picture from elsewhere", '<image href="https://example.org/a.png"/>'],
  ["a link to a script", '<a xlink:href="javascript:alert(1)"/>'],
  ["a data document", '<image href="data:text/html,x"/>'],
  ["styles from elsewhere", "<style>@import url(https://example.org/a.css)</style>"],
  ["entities", '<!DOCTYPE svg [<!ENTITY a "b">]>'],
])("%s is refused, with its place", (_what, inner) => {
  const problem = checkSvg("images/a.svg", svg(inner));
  expect(problem).toMatchObject({ code: "active-svg", place: { file: "images/a.svg", line: 2 } });
});

test("the message says what to do", () => {
  const problem = checkSvg("images/a.svg", svg("<script/>"));
  expect(`${problem?.message}: ${problem?.fix}`).toMatchInlineSnapshot(
    `"the picture images/a.svg holds a script: Remove it, or export the picture as plain SVG or PNG."`,
  );
});
