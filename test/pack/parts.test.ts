// What is said of ids, citation keys and the reading order.
import { describe, expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

describe("the reading order", () => {
  test("lists a part that there is not", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["  - names", "  - names\n  - people"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:26:5 unknown-part, exit 3: “people” is the id of no part → Use one of dates, names, terms, S1, S2, summary.",
      ]
    `);
  });

  test("lists a part twice", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - names", "  - names\n  - S1"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:26:5 duplicate-part, exit 3: “S1” is listed twice → Delete one of the two.",
      ]
    `);
  });

  test("leaves a part out", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - names\n", ""]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:20:3 part-not-listed, exit 3: appendices/names.md has the id “names”, which \`parts\` does not list → Add “names” to parts at its place in the reading order.",
      ]
    `);
  });

  test("does not begin with the summary", async () => {
    expect(
      await problemsWith({ "pack.yaml": [["  - summary\n  - S1", "  - S1\n  - summary"]] }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:20:3 summary-not-first, exit 3: the summary is not the first part → Begin parts with “summary”.",
      ]
    `);
  });

  test("leaves the summary out", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - summary\n", ""]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:20:3 part-not-listed, exit 3: summary.md has the id “summary”, which \`parts\` does not list → Add “summary” to parts at its place in the reading order.",
      ]
    `);
  });

  test("writes an id with other capitals", async () => {
    expect(await problemsWith({ "pack.yaml": [["  - names", "  - Names"]] })).toMatchInlineSnapshot(`
      [
        "pack.yaml:20:3 part-not-listed, exit 3: appendices/names.md has the id “names”, which \`parts\` does not list → Add “names” to parts at its place in the reading order.",
        "pack.yaml:25:5 unknown-part, exit 3: “Names” is the id of no part → Use one of dates, names, terms, S1, S2, summary.",
      ]
    `);
  });
});

describe("ids", () => {
  test("a reserved id", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names", "  - About"]],
        "appendices/names.md": [["id: names", "id: About"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:2:5 reserved-id, exit 3: the id “About” is that of a page which every pack has → Choose another id.",
      ]
    `);
  });

  test("the id of the summary", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names\n", ""]],
        "appendices/names.md": [["id: names", "id: summary"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:2:5 reserved-id, exit 3: the id “summary” is that of a page which every pack has → Choose another id.",
        "summary.md:2:1 duplicate-id, exit 3: the id “summary” is already that of appendices/names.md → Give one of the two files another id.",
      ]
    `);
  });

  test("an id that two parts have", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names\n", ""]],
        "appendices/names.md": [["id: names", "id: dates"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:2:5 duplicate-id, exit 3: the id “dates” is already that of appendices/dates.md → Give one of the two files another id.",
      ]
    `);
  });

  test("ids that differ by capitals only", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names", "  - s1"]],
        "appendices/names.md": [["id: names", "id: s1"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:2:5 duplicate-id, exit 3: the id “S1” is already that of appendices/names.md → Give one of the two files another id.",
      ]
    `);
  });

  test("an id that is none", async () => {
    expect(
      await problemsWith({ "appendices/names.md": [["id: names", "id: 1st names"]] }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:2:5 wrong-value, exit 3: id “1st names” is not an id → Use letters, digits and hyphens, beginning with a letter, such as S1 or article-5.",
      ]
    `);
  });

  test("ids of elements that clash between two parts", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names", "  - dates-1"]],
        "appendices/names.md": [
          ["id: names", "id: dates-1"],
          ["![Names]", "## More\n\n![Names]"],
        ],
        "appendices/dates.md": [["See the", "## 1 more\n\nSee the"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/names.md:6:4 duplicate-id, exit 3: the id “dates-1-more” is already given at appendices/dates.md:8:4 → Word one of the two differently.",
      ]
    `);
  });

  test("an id of an element that is the id of a part", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [["  - names", "  - dates-more"]],
        "appendices/names.md": [["id: names", "id: dates-more"]],
        "appendices/dates.md": [["See the", "## More\n\nSee the"]],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/dates.md:8:4 duplicate-id, exit 3: the id “dates-more” is already given at appendices/names.md:2:5 → Word one of the two differently.",
      ]
    `);
  });

  test("a heading and a data file that clash", async () => {
    expect(
      await problemsWith({ "appendices/names.md": [["![Names]", "## People\n\n![Names]"]] }),
    ).toMatchInlineSnapshot(`
      [
        "data/names.yaml:6:15 duplicate-id, exit 3: the id “names-people” is already given at appendices/names.md:6:4 → Word one of the two differently.",
      ]
    `);
  });
});

describe("citation keys", () => {
  test("a key that two sources have", async () => {
    const problems = await problemsWith({ "sources/s2.md": [["key: pilot", "key: gazette"]] });
    expect(problems.filter((problem) => !problem.includes("unknown-citation"))).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 duplicate-key, exit 3: the key “gazette” is already that of sources/s1.md → Give one of the two files another key.",
      ]
    `);
  });

  test("keys that differ by capitals only", async () => {
    const problems = await problemsWith({ "sources/s2.md": [["key: pilot", "key: Gazette"]] });
    expect(problems.filter((problem) => !problem.includes("unknown-citation"))).toMatchInlineSnapshot(`
      [
        "sources/s2.md:2:5 duplicate-key, exit 3: the key “Gazette” is already that of sources/s1.md → Give one of the two files another key.",
      ]
    `);
  });

  test("a key that is none", async () => {
    expect(
      await problemsWith({ "sources/s2.md": [["key: pilot", "key: the pilot"]] }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s2.md:3:6 wrong-value, exit 3: key “the pilot” is not a citation key → Use letters, digits, hyphens and underscores, beginning with a letter, such as post.",
      ]
    `);
  });
});
