// Problems as people read them.
import { describe, expect, test } from "vitest";
import { choosePaint, plain } from "../../src/cli/paint.ts";
import { formatProblems } from "../../src/cli/report.ts";
import type { Problem } from "../../src/errors.ts";
import { FAKE_PROBLEM, recordIo } from "./fake-io.ts";

const LONG = `${"a long line ".repeat(20)}ends here`;
const texts = new Map([
  ["summary.md", "---\ntitle: Summary\n---\n\nOne “quotation” too many.\n"],
  ["sources/post.md", `\tindented\n${LONG}\n漢字 and 🙂 before\nsteers \u001B[2J the \u202Eterminal\n`],
]);

const report = (problems: readonly Problem[], cwd = "/work"): string =>
  formatProblems(problems, { folder: "/work/content", texts, cwd, paint: plain });

const at = (line: number, column: number): Problem => ({
  ...FAKE_PROBLEM,
  place: { file: "sources/post.md", line, column },
});

describe("a report", () => {
  test("says nothing of nothing", () => {
    expect(report([])).toBe("");
  });

  test("is sorted, shows the line, and counts", () => {
    const warning: Problem = { ...FAKE_PROBLEM, severity: "warning", code: "summary-over-one-page" };
    const whole: Problem = { ...FAKE_PROBLEM, place: undefined, code: "no-sources" };
    const missing: Problem = { ...FAKE_PROBLEM, place: { file: "pack.yaml", line: 1, column: 1 } };
    expect(report([warning, FAKE_PROBLEM, missing, whole])).toMatchInlineSnapshot(`
      "error  no-sources
        The quotation is not in the source.
        Correct it, or take its quotation marks away.

      content/pack.yaml:1:1  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.

      content/summary.md:5:5  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        5 | One “quotation” too many.
          |     ^

      content/summary.md:5:5  warning  summary-over-one-page
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        5 | One “quotation” too many.
          |     ^

      3 errors, 1 warning
      "
    `);
  });

  test("marks the place in long, wide and indented lines", () => {
    expect(
      report([at(1, 2), at(2, LONG.length - 3), at(2, 3), at(3, 12), at(3, 400)]),
    ).toMatchInlineSnapshot(`
      "content/sources/post.md:1:2  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        1 |  indented
          |  ^

      content/sources/post.md:2:3  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        2 | a long line a long line a long line a long line a long line a long line a long line a long line a lo…
          |   ^

      content/sources/post.md:2:246  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        2 | …g line a long line a long line a long line a long line ends here
          |                                                              ^

      content/sources/post.md:3:12  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        3 | 漢字 and 🙂 before
          |              ^

      content/sources/post.md:3:400  error  quotation-not-found
        The quotation is not in the source.
        Correct it, or take its quotation marks away.
        3 | 漢字 and 🙂 before
          |                   ^

      5 errors
      "
    `);
  });

  test("does not let a pack steer the terminal", () => {
    const hostile: Problem = { ...at(4, 8), message: "Found \u001B]0;title\u0007.\nSecond line." };
    expect(report([hostile])).toMatchInlineSnapshot(`
      "content/sources/post.md:4:8  error  quotation-not-found
        Found �]0;title�.
        Second line.
        Correct it, or take its quotation marks away.
        4 | steers �[2J the �terminal
          |        ^

      1 error
      "
    `);
  });

  test("names files so that they can be opened from the working folder", () => {
    expect(report([FAKE_PROBLEM], "/work/content")).toMatch(/^summary\.md:5:5 /);
    expect(report([FAKE_PROBLEM], "/elsewhere")).toMatch(/^\/work\/content\/summary\.md:5:5 /);
  });
});

describe("colour", () => {
  const painted = (options: Parameters<typeof recordIo>[1]): boolean =>
    choosePaint(recordIo("/work", options))("red", "x") !== "x";

  test("is for terminals", () => {
    expect(painted({ terminal: true })).toBe(true);
    expect(painted({ terminal: false })).toBe(false);
  });

  test("is not for who asks for none", () => {
    expect(painted({ terminal: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(painted({ terminal: true, env: { TERM: "dumb" } })).toBe(false);
    expect(painted({ terminal: true, env: { NO_COLOR: "" } })).toBe(true);
  });
});
