// Which SVG pictures are let into a pack.
import { expect, test } from "vitest";
import { checkSvg } from "../../src/files/check-svg.ts";

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">\n${inner}\n</svg>`;

test.each([
  ["a shape", "<path d='M0 0h1v1z'/>"],
  ["a reference within the picture", '<use href="#a"/><rect fill="url(#b)"/>'],
  ["an embedded bitmap", '<image href="data:image/png;base64,AAAA"/>'],
  ["an embedded bitmap by the older attribute", '<image xlink:href="data:image/jpeg;base64,AAAA"/>'],
  [
    "a style for what is drawn",
    "<style>@media print { .a { fill: url(#b) } }</style><path class='a' style='fill:#345'/>",
  ],
  [
    "a drawing program's notes",
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:li r:resource="http://example.org/a"/></r:RDF></metadata>',
  ],
  ["characters by number", "<text>&#65;&#x42;&amp;</text>"],
  ["text that speaks of scripts", "<text>The script = a description</text>"],
])("%s is let in", (_what, inner) => {
  expect(checkSvg("images/a.svg", Buffer.from(svg(inner)))).toBeUndefined();
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
  ["styles from elsewhere, by escapes", '<style>@\\69mport "https://example.org/a.css"</style>'],
  ["styles from elsewhere, around a comment", '<style>@imp<!-- x -->ort "https://example.org/a.css"</style>'],
  ["styles from elsewhere, by references", '<rect style="fill:&#117;rl(https://example.org/a)"/>'],
  ["styles from elsewhere, in CDATA", "<style><![CDATA[.a { fill: url('https://example.org/a') }]]></style>"],
  [
    "pictures from elsewhere, without url()",
    "<style>svg { background: image-set('https://example.org/a' 1x) }</style>",
  ],
  ["an attribute of style from elsewhere", '<rect fill="url(https://example.org/a)"/>'],
  ["movement", '<animate attributeName="x" to="1"/>'],
  ["a change of an address", '<set attributeName="href" to="javascript:alert(1)"/>'],
  ["a link", '<a href="#a"/>'],
  ["a script of HTML", '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'],
  ["an instruction", '<?xml-stylesheet href="https://example.org/a.css"?>'],
  ["an unknown attribute", '<rect formaction="x"/>'],
  ["another base", '<g xml:base="https://example.org/"/>'],
  ["entities", '<!DOCTYPE svg [<!ENTITY a "b">]>'],
])("%s is refused, with its place", (_what, inner) => {
  const problem = checkSvg("images/a.svg", Buffer.from(svg(inner)));
  expect(problem).toMatchObject({ code: "active-svg", place: { file: "images/a.svg", line: 2 } });
});

test("what Matplotlib and Inkscape write is let in", () => {
  const matplotlib = `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata>
  <rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
   <cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:creator><cc:Agent><dc:title>Matplotlib v3.8, https://matplotlib.org/</dc:title></cc:Agent></dc:creator></cc:Work>
  </rdf:RDF>
 </metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><path d="M 0 0 z" clip-path="url(#p1)" style="fill: #ffffff; stroke: none"/><use xlink:href="#m1" x="1" style="stroke: #000000"/></g>
</svg>
`;
  const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->

<svg width="210mm" id="svg1" inkscape:version="1.3" sodipodi:docname="a.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:document-units="mm" />
  <g inkscape:label="Layer 1" inkscape:groupmode="layer"><text xml:space="preserve" style="font-family:sans-serif;-inkscape-font-specification:'sans-serif, Normal'">a</text></g>
</svg>
`;
  expect([matplotlib, inkscape].map((text) => checkSvg("images/a.svg", Buffer.from(text)))).toEqual([
    undefined,
    undefined,
  ]);
});

test.each([
  ["UTF-16", Buffer.from(`\uFEFF${svg("<script/>")}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(svg("<script/>"), "utf16le")],
  ["another encoding by its declaration", Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${svg("")}`)],
  ["an element that does not end", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")],
  ["HTML", Buffer.from("<html><body/></html>")],
  ["an svg in no namespace", Buffer.from("<svg/>")],
  ["a reference to nothing", Buffer.from(svg("<text>&nbsp;</text>"))],
  ["an attribute twice", Buffer.from(svg('<rect x="1" x="2"/>'))],
  ["a bare word", Buffer.from("picture")],
])("%s is no picture", (_what, bytes) => {
  expect(checkSvg("images/a.svg", bytes)?.code).toMatch(/^(?:broken-image|not-utf-8|nul-byte)$/);
});

test("a large bitmap in it is read", () => {
  const bitmap = "A".repeat(20_000_000);
  const picture = svg(`<!-- ${bitmap} --><image href="data:image/png;base64,${bitmap}"/>`);
  expect(checkSvg("images/a.svg", Buffer.from(picture))).toBeUndefined();
});

test("a file that is none is told with its place", () => {
  const problem = checkSvg("images/a.svg", Buffer.from(svg("<g>\n</h>")));
  expect(problem).toMatchInlineSnapshot(`
    {
      "code": "broken-image",
      "fix": "Export the picture anew, or delete the file.",
      "kind": "content",
      "message": "images/a.svg is no SVG picture: it holds </h> without its beginning.",
      "place": {
        "column": 1,
        "file": "images/a.svg",
        "line": 3,
      },
      "severity": "error",
    }
  `);
});

test("the message says what to do", () => {
  const problem = checkSvg("images/a.svg", Buffer.from(svg("<script/>")));
  expect(`${problem?.message}: ${problem?.fix}`).toMatchInlineSnapshot(
    `"the picture images/a.svg holds the element <script>, and a picture of a pack neither runs, moves, loads nor leads anywhere: Remove it, or export the picture as plain SVG or PNG."`,
  );
});
