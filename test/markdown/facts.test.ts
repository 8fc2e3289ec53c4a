// What a parse tells of a text: quotations and what they carry, citations and their blocks, and the place of everything.
import { describe, expect, test } from "vitest";
import { renderInlineProse, renderProse, splitAtData } from "../../src/markdown/render.ts";
import { PRINT, parse, parseLine, problemsOf, WEB } from "./sample-view.ts";

/** Every fact of a text with its place, in the order of the text. */
function factsOf(text: string): string[] {
  const { prose } = parse(text);
  const facts = [
    ...prose.citations.map(({ place, raw, blockId }) => ({ place, told: `citation ${raw} in ${blockId}` })),
    ...prose.quotations.map(({ place, text: words, kind, citation }) => ({
      place,
      told: `${kind} quotation “${words}” with ${citation?.raw} of ${citation?.place.line}:${citation?.place.column}`,
    })),
    ...prose.headings.map(({ place, level, text: words }) => ({
      place,
      told: `heading ${level} “${words}”`,
    })),
    ...prose.blocks.map(({ place, name }) => ({ place, told: `block ${name}` })),
    ...prose.links.map(({ place, href }) => ({ place, told: `link ${href}` })),
    ...prose.images.map(({ place, source, alternative }) => ({
      place,
      told: `image ${source} “${alternative}”`,
    })),
    ...prose.data.map(({ place, source, caption }) => ({ place, told: `data ${source} “${caption}”` })),
    ...prose.ids.map(({ place, id }) => ({ place, told: `id ${id}` })),
  ];
  return facts
    .sort((left, right) => left.place.line - right.place.line || left.place.column - right.place.column)
    .map(({ place, told }) => `${place.line}:${place.column} ${told}`);
}

describe("quotations", () => {
  test("carry the next citation of their paragraph, and only of theirs", () => {
    expect(
      factsOf('"One" and "two" [@a, ¶1], "three" [@b, ¶2] and "four".\n\nFive [@a, ¶5].'),
    ).toMatchInlineSnapshot(`
      [
        "1:1 inline quotation “One” with [@a, ¶1] of 1:17",
        "1:1 id s1-para-1",
        "1:11 inline quotation “two” with [@a, ¶1] of 1:17",
        "1:17 citation [@a, ¶1] in s1-para-1",
        "1:27 inline quotation “three” with [@b, ¶2] of 1:35",
        "1:35 citation [@b, ¶2] in s1-para-1",
        "1:48 inline quotation “four” with undefined of undefined:undefined",
        "3:1 id s1-para-2",
        "3:6 citation [@a, ¶5] in s1-para-2",
      ]
    `);
  });

  test("carry a citation that stands within their marks", () => {
    expect(factsOf("“One [@a, ¶1] and two” [@b, ¶2].")).toMatchInlineSnapshot(`
      [
        "1:1 inline quotation “One and two” with [@a, ¶1] of 1:6",
        "1:1 id s1-para-1",
        "1:6 citation [@a, ¶1] in s1-para-1",
        "1:24 citation [@b, ¶2] in s1-para-1",
      ]
    `);
  });

  test("are told without their outer marks, with line breaks as spaces and markup gone", () => {
    expect(
      factsOf("It is \"a *real*\n`firm` 'guarantee', or [so](#x) it  seems\" [@a, ¶1]."),
    ).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:7 inline quotation “a real firm ‘guarantee’, or so it seems” with [@a, ¶1] of 2:44",
        "2:24 link #x",
        "2:44 citation [@a, ¶1] in s1-para-1",
      ]
    `);
  });

  test("that stand within others are part of them", () => {
    expect(factsOf("He: “she said “no” to it” [@a, ¶1].")).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:5 inline quotation “she said “no” to it” with [@a, ¶1] of 1:27",
        "1:27 citation [@a, ¶1] in s1-para-1",
      ]
    `);
  });

  test("in a block end at their attribution, and marks within are part of it", () => {
    expect(
      factsOf('> It is "one"\n> thing.\n>\n> And another. — [@a, ¶¶1–2]\n>\n> > Nested.'),
    ).toMatchInlineSnapshot(`
      [
        "1:1 block quotation “It is “one” thing. And another. Nested.” with [@a, ¶¶1–2] of 4:18",
        "1:3 id s1-para-1",
        "4:3 id s1-para-2",
        "4:18 citation [@a, ¶¶1–2] in s1-para-2",
        "6:5 id s1-para-3",
      ]
    `);
  });

  test("do not take an abbreviation's long form for their words", () => {
    expect(parse('He said "NATO acts" [@a, ¶1].').prose.quotations[0]?.text).toBe("NATO acts");
    expect(parse("> NATO acts [@a, ¶1]").prose.quotations[0]?.text).toBe("NATO acts");
  });

  test("keep signs as they are read, not as they are written", () => {
    expect(parse('"AT&amp;T \\*acts\\*" [@a, ¶1]').prose.quotations[0]?.text).toBe("AT&T *acts*");
  });

  test("within a précis have its passages", () => {
    const { quotations } = parse('::: precis ¶2–3\nIt is "so".\n:::\n\nIt is "not" [@a, ¶1].').prose;
    expect(quotations.map(({ precis }) => precis)).toEqual([[{ from: 2, to: 3 }], undefined]);
  });
});

describe("citations", () => {
  test("belong to the judgement, the list item or the paragraph in which they stand", () => {
    const text =
      "One [@a, ¶1].\n\n- two [@a, ¶2]\n\n  three [@a, ¶3]\n\n::: judgement high\nFour [@a, ¶4].\n:::";
    expect(parse(text).prose.citations.map(({ raw, blockId }) => `${raw} ${blockId}`)).toMatchInlineSnapshot(`
      [
        "[@a, ¶1] s1-para-1",
        "[@a, ¶2] s1-para-2",
        "[@a, ¶3] s1-para-3",
        "[@a, ¶4] summary-judgement-1",
      ]
    `);
  });

  test("of a block are all those within it", () => {
    const { blocks } = parse(
      "::: judgement high\nOne [@a, ¶1].\n\n- two [@b, ¶2]\n:::\n\nThree [@a, ¶3].",
    ).prose;
    expect(blocks.map(({ citations }) => citations.map(({ raw }) => raw))).toEqual([
      ["[@a, ¶1]", "[@b, ¶2]"],
    ]);
  });

  test("and quotations of a block are all those within it", () => {
    const { blocks } = parse(
      "::: official-text\n“One” and “two” [@a, ¶1].\n\n> Three [@a, ¶3]\n:::\n\n“Four” [@a, ¶4].",
    ).prose;
    expect(blocks.map(({ quotations }) => quotations.map(({ text }) => text))).toEqual([
      ["One", "two", "Three"],
    ]);
  });

  test("name the speaker that their suffix names", () => {
    const { citations } = parse(
      "It [@a, ¶1, quoting Ann\nLee.; @b, ¶2, as told; @b, ¶3, citing *The Post*].",
    ).prose;
    expect(citations[0]?.items.map(({ suffix, speaker }) => [suffix, speaker])).toMatchInlineSnapshot(`
      [
        [
          "quoting Ann Lee.",
          "Ann Lee",
        ],
        [
          "as told",
          undefined,
        ],
        [
          "citing *The Post*",
          "*The Post*",
        ],
      ]
    `);
  });
});

describe("places", () => {
  test("in lists, block quotations and definition lists", () => {
    expect(
      factsOf("- a [@a, ¶1]\n  - b [@a, ¶1]\n\n> - c “d” [@a, ¶1]\n\nTerm\n: e [@a, ¶1]\n   and [@a, ¶1]"),
    ).toMatchInlineSnapshot(`
      [
        "1:1 id s1-item-1",
        "1:5 citation [@a, ¶1] in s1-item-1",
        "2:3 id s1-item-2",
        "2:7 citation [@a, ¶1] in s1-item-2",
        "4:1 block quotation “c “d”” with [@a, ¶1] of 4:11",
        "4:1 id s1-item-3",
        "4:11 citation [@a, ¶1] in s1-item-3",
        "7:5 citation [@a, ¶1] in undefined",
        "8:8 citation [@a, ¶1] in undefined",
      ]
    `);
  });

  test("in a table, with the same words in several cells", () => {
    expect(
      factsOf(
        "| a [@a, ¶1] | b |\n| --- | --- |\n| “a” [@a, ¶1] | “a” [@a, ¶1] |\n| x \\| [@a, ¶1] | [y](#z) |",
      ),
    ).toMatchInlineSnapshot(`
      [
        "1:5 citation [@a, ¶1] in undefined",
        "3:3 inline quotation “a” with [@a, ¶1] of 3:7",
        "3:7 citation [@a, ¶1] in undefined",
        "3:18 inline quotation “a” with [@a, ¶1] of 3:22",
        "3:22 citation [@a, ¶1] in undefined",
        "4:8 citation [@a, ¶1] in undefined",
        "4:19 link #z",
      ]
    `);
  });

  test("of the same words in one line are one after the other", () => {
    expect(factsOf('the "the" [@a, ¶1] the “the” [@a, ¶1] [the](#x) [the](#x)')).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:5 inline quotation “the” with [@a, ¶1] of 1:11",
        "1:11 citation [@a, ¶1] in s1-para-1",
        "1:24 inline quotation “the” with [@a, ¶1] of 1:30",
        "1:30 citation [@a, ¶1] in s1-para-1",
        "1:39 link #x",
        "1:49 link #x",
      ]
    `);
  });

  test("after text that is written otherwise than it is read", () => {
    expect(factsOf('AT&amp;T \\*x\\* "AT&amp;T" [@a, ¶1] &quot; "so" [@a, ¶1]')).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:16 inline quotation “AT&T” with [@a, ¶1] of 1:27",
        "1:27 citation [@a, ¶1] in s1-para-1",
        "1:43 inline quotation “so” with [@a, ¶1] of 1:48",
        "1:48 citation [@a, ¶1] in s1-para-1",
      ]
    `);
  });

  test("of marks that are written as entities or behind a backslash", () => {
    expect(
      factsOf(
        'A 5\\" rule &quot;so&quot; and \\"so\\" [@a, ¶1],\n&ldquo;*so* it&rdquo; and &#8220;NATO&#8221; [@a, ¶1].',
      ),
    ).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:12 inline quotation “so” with [@a, ¶1] of 1:38",
        "1:31 inline quotation “so” with [@a, ¶1] of 1:38",
        "1:38 citation [@a, ¶1] in s1-para-1",
        "2:1 inline quotation “so it” with [@a, ¶1] of 2:46",
        "2:27 inline quotation “NATO” with [@a, ¶1] of 2:46",
        "2:46 citation [@a, ¶1] in s1-para-1",
      ]
    `);
  });

  test("in footnotes, which are shown elsewhere than they stand", () => {
    expect(factsOf("One[^1] [@a, ¶1].\n\n[^1]: Note [@a, ¶1].\n\nTwo [@a, ¶1].")).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:9 citation [@a, ¶1] in s1-para-1",
        "3:12 citation [@a, ¶1] in undefined",
        "5:1 id s1-para-2",
        "5:5 citation [@a, ¶1] in s1-para-2",
      ]
    `);
  });

  test("of headings, blocks, figures and data", () => {
    expect(
      factsOf(
        '## A *b*\n\n::: precis ¶1–2\nText.\n:::\n\n![Alt](../images/x.png "C")\n\n![Cap](../data/x.yaml)\n\nHead\n---\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "1:4 heading 2 “A b”",
        "1:4 id s1-a-b",
        "3:1 block precis",
        "3:1 id s1-p1",
        "3:1 id s1-p2",
        "4:1 id s1-para-1",
        "7:8 image ../images/x.png “Alt”",
        "9:8 data ../data/x.yaml “Cap”",
        "11:1 heading 2 “Head”",
        "11:1 id s1-head",
      ]
    `);
  });

  test("count UTF-16 units, as editors do", () => {
    expect(factsOf("Ї😀 «є» [@a, ¶1]")).toMatchInlineSnapshot(`
      [
        "1:1 id s1-para-1",
        "1:5 inline quotation “є” with [@a, ¶1] of 1:9",
        "1:9 citation [@a, ¶1] in s1-para-1",
      ]
    `);
  });

  test("in a text without blocks, on its second line too", () => {
    const { prose } = parseLine("One [@a, ¶1]\nand “two” [@a, ¶1]\n\nthree [@a, ¶1]");
    expect(prose.citations.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
      "1:5",
      "2:11",
      "4:7",
    ]);
    expect(prose.quotations[0]?.place).toEqual({ file: "f.yaml", line: 2, column: 5 });
  });
});

describe("abbreviations", () => {
  test("are met once in all texts of a part", () => {
    const first = parseLine("NATO acts.");
    const second = parseLine("NATO and the UN.", { abbreviationsMet: first.prose.abbreviationsMet });
    expect(first.prose.abbreviationsMet).toEqual(["NATO"]);
    expect(renderInlineProse(second.prose, WEB)).toBe(
      '<abbr title="North Atlantic Treaty Organization">NATO</abbr> and the <abbr title="United Nations">UN</abbr> (United Nations).',
    );
  });

  test("with names and signs of any kind are abbreviations like any other", () => {
    const abbreviations = { constructor: "One who builds", "A+B": "A and B", "a$&": "Money" };
    const { prose } = parse("A constructor, A+B, a$&.", { abbreviations });
    expect(renderProse(prose, WEB)).toContain("(One who builds)");
    expect(renderProse(prose, WEB)).toContain("(A and B)");
  });

  test("leave the text as it is where there are none", () => {
    expect(renderInlineProse(parseLine("NATO", { abbreviations: {} }).prose, WEB)).toBe("NATO");
  });
});

describe("rendering", () => {
  test("leads within the document on paper", () => {
    const { prose } = parse(
      "[a](s2.md) [b](s2.md#p4) [c](#here) [@b, ¶4] [@b]\n\n![Alt](../images/x.png 'C')",
    );
    expect(renderProse(prose, PRINT)).toMatchInlineSnapshot(`
      "<p id="s1-para-1"><a class="inner" href="#s2">a</a> <a class="inner" href="#s2-p4">b</a> <a class="inner" href="#s1-here">c</a> <span class="citation">[<a class="cite" href="#s2-p4">S2 ¶4</a>]</span> <span class="citation">[<a class="cite" href="#s2">S2</a>]</span><a class="permalink" href="#s1-para-1" aria-label="Link to paragraph 1"></a></p>
      <figure class="image"><img src="assets/images/x.png" alt="Alt"><figcaption>C</figcaption></figure>
      "
    `);
  });

  test("cuts a body at its data", () => {
    const { prose } = parse("One.\n\n![A](../data/a.yaml)\n\n![B](../data/b.yaml)\n\nTwo.");
    expect(
      splitAtData(prose).map((piece) =>
        piece.kind === "data" ? piece.reference.source : renderProse(piece.prose, WEB).trim(),
      ),
    ).toMatchInlineSnapshot(`
      [
        "<p id="s1-para-1">One.<a class="permalink" href="#s1-para-1" aria-label="Link to paragraph 1"></a></p>",
        "../data/a.yaml",
        "../data/b.yaml",
        "<p id="s1-para-2">Two.<a class="permalink" href="#s1-para-2" aria-label="Link to paragraph 2"></a></p>",
      ]
    `);
  });

  test("changes nothing in what it renders", () => {
    const { prose } = parse('## A\n\nNATO "x" [@a, ¶1][^1].\n\n[^1]: n\n\n::: precis ¶1\nx\n:::');
    const before = JSON.stringify(prose);
    expect(renderProse(prose, WEB)).toBe(renderProse(prose, WEB));
    expect(JSON.stringify(prose)).toBe(before);
  });

  test("of a citation without a source is a bug, not a problem", () => {
    expect(() => renderProse(parse("[@nobody, ¶1]").prose, WEB)).toThrow("without a source");
  });

  test("of an inline text has no paragraph and no note", () => {
    expect(renderInlineProse(parseLine("One *two*").prose, WEB)).toBe("One <em>two</em>");
    expect(problemsOf(parseLine("One^[two]"))).toMatchInlineSnapshot(`
      [
        "1:4 footnote-misplaced: a footnote stands in a text that has no place for notes",
      ]
    `);
  });
});

test("blocks tell the line of their file where the view asks for it, and the tokens stay as they were", () => {
  const { prose } = parse("## Heading\n\nText.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n");
  const later = { ...prose, place: { ...prose.place, line: 11 } };
  const plain = renderProse(later, PRINT);
  const lined = renderProse(later, { ...PRINT, sourceLines: true });
  const lines = [...lined.matchAll(/<(h2|p|li|tr)[^>]* data-source-line="(\d+)"/g)];
  expect(lines.map(([, tag, line]) => `${tag} ${line}`)).toEqual([
    "h2 11",
    "p 13",
    "li 15",
    "li 16",
    "tr 18",
    "tr 20",
  ]);
  expect(lined.replace(/ data-source-line="\d+"/g, "")).toBe(plain);
  expect(renderProse(later, PRINT)).toBe(plain);
});
