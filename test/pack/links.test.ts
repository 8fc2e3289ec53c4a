// What is said of links that lead nowhere, or where a pack does not lead.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("links", () => {
  test("to a file that there is not", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [["What the HTT says, and what was done.", "See [the map](map.md)."]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 dead-link, exit 3: the link to “map.md” leads to “appendices/map.md”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
      ]
    `);
  });

  test("to a file that is no part", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "See [the data](../data/ports.yaml) and [the manifest](../pack.yaml).",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 dead-link, exit 3: the link to “../data/ports.yaml” leads to “data/ports.yaml”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
        "appendices/terms.md:7:40 dead-link, exit 3: the link to “../pack.yaml” leads to “pack.yaml”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
      ]
    `);
  });

  test("to an id that there is not", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "See [it](#the-tolls) and [that](dates.md#x) and [a passage](../sources/s1.md#p5).",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 dead-link, exit 3: the link to “#the-tolls” leads to no heading or passage of appendices/terms.md → Use one of #the-toll, #side-by-side, or #p and a passage's number in a source.",
        "appendices/terms.md:7:26 dead-link, exit 3: the link to “dates.md#x” leads to no heading or passage of appendices/dates.md → Leave out what follows “#”.",
        "appendices/terms.md:7:49 dead-link, exit 3: the link to “../sources/s1.md#p5” leads to no heading or passage of sources/s1.md → Use one of #precis-passage-by-passage, #quotations-that-matter, or #p and a passage's number in a source.",
      ]
    `);
  });

  test("to script", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "See [it](javascript:alert(1)) and [it](JaVaScRiPt:alert(1)) and [it](data:text/html,x).",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 refused-link, exit 3: the link to “javascript:alert(1)” is refused: it is of a kind that a pack does not follow → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
        "appendices/terms.md:7:35 refused-link, exit 3: the link to “JaVaScRiPt:alert(1)” is refused: it is of a kind that a pack does not follow → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
        "appendices/terms.md:7:65 refused-link, exit 3: the link to “data:text/html,x” is refused: it is of a kind that a pack does not follow → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
      ]
    `);
  });

  test("out of the pack", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "See [it](../../../etc/passwd) and [it](%2e%2e/%2e%2e/x.md).",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 refused-link, exit 3: the link to “../../../etc/passwd” is refused: it leads out of the pack's folder → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
        "appendices/terms.md:7:35 refused-link, exit 3: the link to “%2e%2e/%2e%2e/x.md” is refused: it leads out of the pack's folder → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
      ]
    `);
  });

  test("to the root of a site", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["What the HTT says, and what was done.", "See [it](/index.html) and [it](//example.org/)."],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 refused-link, exit 3: the link to “/index.html” is refused: it begins at the root of a site → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
        "appendices/terms.md:7:27 refused-link, exit 3: the link to “//example.org/” is refused: it begins at the root of a site → Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.",
      ]
    `);
  });

  test("with markup, a quotation or nothing as text", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            'See [**it**](x.md), ["it"](y.md) [@gazette, ¶1] and [](z.md).',
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:7:5 dead-link, exit 3: the link to “x.md” leads to “appendices/x.md”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
        "appendices/terms.md:7:21 dead-link, exit 3: the link to “y.md” leads to “appendices/y.md”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
        "appendices/terms.md:7:22 quotation-without-receipt, exit 4: “it” has no receipt for S1 ¶1: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "appendices/terms.md:7:53 dead-link, exit 3: the link to “z.md” leads to “appendices/z.md”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
        "appendices/terms.md:7:53 link-without-words, exit 3: the link to “z.md” has no words → Write [words](address).",
      ]
    `);
  });

  test("in YAML", async () => {
    expect(
      await problemsWith({
        "data/ports.yaml": [["Pays, at least on paper", "Pays, [at least](../appendices/x.md) on paper"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:20:17 dead-link, exit 3: the link to “../appendices/x.md” leads to “appendices/x.md”, which is no part of the pack → Link to one of appendices/dates.md, appendices/names.md, appendices/terms.md, sources/s1.md, sources/s2.md, summary.md.",
      ]
    `);
  });

  test("that are sound", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "See [a](terms.md#the-toll), [b](#side-by-side), [c](../sources/s1.md#p3), [d](mailto:a@b.example), [e](https://example.org/a?b#c), [f](<dates.md>), [g](dates.md#event-2), [h](#velmora) or <https://example.org/>.",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`[]`);
  });
});
