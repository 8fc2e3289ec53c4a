// Nothing in a pack makes reading throw: whatever stands in a file ends as a problem or as a pack.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitMarkdownFile } from "../../src/pack/markdown-file.ts";
import { parseYaml } from "../../src/pack/yaml-file.ts";
import { loadAltered } from "./altered-pack.ts";

const TEXTS = ["summary.md", "sources/s1.md", "appendices/terms.md"];
const DATA = ["data/ports.yaml", "data/events.yaml"];

const NASTY: readonly (readonly [name: string, text: string])[] = [
  ["brackets without end", "[".repeat(10_000)],
  ["braces without end", "{a: ".repeat(5_000)],
  ["mappings in mappings", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["control characters", "a: \u0001\u0007\u001b[31m\u007f\n\u0085b: \u2028\u2029"],
  ["keys that every object has", "__proto__: {a: 1}\nconstructor: x\ntoString: y\nhasOwnProperty: z"],
  ["keys that are no text", "? [a, b]\n: c\n1: d\nnull: e\ntrue: f"],
  [
    "tags",
    "a: !!binary aGVsbG8=\nb: !!set {x}\nc: !unknown y\nd: !!timestamp 2025-01-01\ne: !!js/function 'x'",
  ],
  ["a billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"],
  ["merge keys", "<<: {title: x}\n"],
  ["numbers that are none", "a: .nan\nb: .inf\nc: 1e999\nd: 0x7fffffffffffffffff"],
  ["dashes", "---\n---\n---\n---\n"],
  ["half a front matter", "---\nid: [\n---\n::: precis ¶1"],
];

describe.each(NASTY)("%s", (_name, text) => {
  test.each([["pack.yaml"], TEXTS, DATA])("in %s", async (...files) => {
    const { pack, problems } = await loadAltered(Object.fromEntries(files.map((file) => [file, text])));
    expect(pack).toBeUndefined();
    const told = new Set(problems.map(({ place }) => place?.file));
    for (const file of files) expect(told).toContain(file);
  });
});

describe("names that every object has", () => {
  test("are names like any other", async () => {
    const { pack, problems } = await loadAltered({
      "pack.yaml": [
        ["  - names", "  - constructor"],
        [
          "  HTT: Harbour Toll Treaty",
          "  HTT: Harbour Toll Treaty\n  constructor: One who builds\n  toString: To string",
        ],
      ],
      "appendices/names.md": [
        ["id: names", "id: constructor"],
        [
          "![Names]",
          "## constructor\n\nThe constructor [@toString, ¶1] and toString[^constructor].\n\n[^constructor]: x\n\n![Names]",
        ],
      ],
      "sources/s2.md": [
        ["key: pilot", "key: toString"],
        ["The author says when", "The author [@toString, ¶1] says when"],
      ],
      "data/names.yaml": [["title: People", "title: toString"]],
    });
    expect(problems.filter(({ message }) => !message.includes("@pilot"))).toEqual([]);
    expect(pack).toBeUndefined();
  });
});

const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "---",
        "a: b",
        "  - c",
        "id: S1",
        "type: register",
        "::: precis ¶1",
        ":::",
        "\t",
        "key: *x",
        "&x y",
        "'",
        '"',
        "> |",
        "? ",
        "%YAML 1.2",
        "...",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    ),
    { maxLength: 15 },
  )
  .map((parts) => parts.join("\n"));

describe("arbitrary text", () => {
  test("is YAML or has a problem, and every place lies within it", () => {
    fc.assert(
      fc.property(lines, (text) => {
        const { value, problems, placeOf, originOf } = parseYaml("f.yaml", text);
        expect(value === undefined).toBe(problems.length > 0);
        const count = text.split("\n").length;
        for (const place of [
          ...problems.map((one) => one.place),
          placeOf(["a", 0]),
          originOf(["id"])({ line: 1, column: 1 }),
        ]) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  test("is taken apart into front matter and body without a line lost", () => {
    fc.assert(
      fc.property(lines, (text) => {
        const { body, origin } = splitMarkdownFile("f.md", text);
        const { line } = origin({ line: 1, column: 1 });
        expect(
          text
            .split("\n")
            .slice(line - 1)
            .join("\n"),
        ).toBe(body);
      }),
    );
  });

  test("in the files of a pack never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(lines, lines, lines), async (texts) => {
        const altered = Object.fromEntries(TEXTS.map((file, index) => [file, texts[index] ?? ""]));
        const { problems } = await loadAltered(altered);
        expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });
});
