// Citations as text: what they name, and what is said of those that are none.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeCitation, parseCitation } from "../../src/markdown/citation-syntax.ts";
import { formatPassages } from "../../src/model/passages.ts";

describe("a citation", () => {
  test("has its items, signals, passages and speakers", () => {
    expect(parseCitation("see @post, ¶¶3–5, 7, quoting George Barros; contra @bryen-2")).toEqual([
      {
        signal: "see",
        key: "post",
        passages: [
          { from: 3, to: 5 },
          { from: 7, to: 7 },
        ],
        suffix: "quoting George Barros",
        speaker: "George Barros",
      },
      { signal: "contra", key: "bryen-2", passages: [], suffix: "", speaker: undefined },
    ]);
  });

  test.each([
    ["@a, ¶1, 3 of them", "3 of them"],
    ["@a, ¶1, in part", "in part"],
    ["@a, ¶1 , as told", "as told"],
    ["@a, ¶1, quoting the pilots’ O'Brien of the 12″ gun", "quoting the pilots’ O'Brien of the 12″ gun"],
  ])("%s has words after its passages", (text, suffix) => {
    expect(parseCitation(text)).toMatchObject([{ suffix }]);
  });

  test.each([
    ["", "malformed-citation"],
    ["@", "malformed-citation"],
    ["@a;", "malformed-citation"],
    [";@a", "malformed-citation"],
    ["@a ¶1", "malformed-citation"],
    ["@a, ¶1, “so”", "malformed-citation"],
    ["@a, ¶1, in ‘other’ words", "malformed-citation"],
    ["@a, ¶1, in ‹other› words", "malformed-citation"],
    ["@a, ¶0", "malformed-locator"],
    ["@a, ¶3–1", "malformed-locator"],
    ["@a, p. 4", "malformed-locator"],
    ["@a, ", "malformed-locator"],
    ["@a, ¶", "malformed-locator"],
    ["@a, paragraph 3", "malformed-locator"],
    ["-@a, ¶1", "unknown-signal"],
    ["compare @a, ¶1", "unknown-signal"],
    ["see @a, ¶1; e.g. @b", "unknown-signal"],
  ])("is not “%s”: %s", (text, code) => {
    expect(parseCitation(text)).toMatchObject({ code });
  });

  test("is meant wherever a key stands after @", () => {
    for (const text of ["@a", "see @a", "a; @b", "-@a"]) expect(looksLikeCitation(text)).toBe(true);
    for (const text of ["a@b.example", "a", "", "see [@a", "^1"]) expect(looksLikeCitation(text)).toBe(false);
  });

  test("of any text is read or refused with a remedy, never thrown", () => {
    const piece = fc.constantFrom(
      "@",
      "a",
      "constructor",
      "__proto__",
      "¶",
      "¶¶",
      "3",
      "–",
      ",",
      ";",
      " ",
      "see",
      "but see",
      "\n",
      "“",
      "para. ",
      "quoting ",
      "0",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const parsed = parseCitation(text);
          if ("code" in parsed) expect(parsed.fix).not.toBe("");
          else expect(parsed.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("is read as it is written", () => {
    const item = fc.record({
      signal: fc.constantFrom("", "see ", "see also ", "accord ", "cf. ", "but see ", "contra "),
      key: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/),
      from: fc.integer({ min: 1, max: 99 }),
      suffix: fc.constantFrom("", ", quoting Ann Lee", ", as told"),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const text = items
          .map(
            ({ signal, key, from, suffix }) =>
              `${signal}@${key}, ${formatPassages([{ from, to: from + 1 }])}${suffix}`,
          )
          .join("; ");
        expect(parseCitation(text)).toMatchObject(
          items.map(({ key, from }) => ({ key, passages: [{ from, to: from + 1 }] })),
        );
      }),
    );
  });
});
