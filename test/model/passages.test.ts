// Ranges of passages: written, read, counted and compared.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatPassages,
  LAST_PASSAGE,
  overlap,
  type PassageRange,
  parsePassages,
  passagesIn,
} from "../../src/model/passages.ts";

const range = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.nat({ max: 9 }))
  .map(([from, more]): PassageRange => ({ from, to: from + more }));
const ranges = fc.array(range, { minLength: 1, maxLength: 6 });

describe("passages as they are written", () => {
  test.each([
    ["¶3", [[3, 3]]],
    ["¶¶3–5", [[3, 5]]],
    ["¶3-5", [[3, 5]]],
    [
      "¶¶ 3, 7 – 9",
      [
        [3, 3],
        [7, 9],
      ],
    ],
    ["para. 3", [[3, 3]]],
    [
      "paras. 3-5, 8",
      [
        [3, 5],
        [8, 8],
      ],
    ],
    [" ¶3 ", [[3, 3]]],
    ["¶3–3", [[3, 3]]],
    [`¶${LAST_PASSAGE}`, [[LAST_PASSAGE, LAST_PASSAGE]]],
  ])("%s", (text, expected) => {
    expect(parsePassages(text)).toEqual(expected.map(([from, to]) => ({ from, to })));
  });

  test.each([
    "",
    "¶",
    "¶¶",
    "3",
    "¶0",
    "¶5–3",
    "¶3,",
    "¶3 4",
    "¶3–",
    "¶-3",
    "¶¶¶3",
    "p. 3",
    "¶three",
    "¶3.5",
    "¶٣",
    "¶1e3",
    `¶1–${LAST_PASSAGE + 1}`,
    `¶${"9".repeat(400)}`,
  ])("%s are none", (text) => {
    expect(parsePassages(text)).toBeUndefined();
  });

  test("are read as they were printed", () => {
    fc.assert(
      fc.property(ranges, (written) => {
        expect(parsePassages(formatPassages(written))).toEqual(written);
      }),
    );
  });

  test("of any other text are read or refused, never thrown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => parsePassages(`¶${text}`)).not.toThrow();
      }),
    );
  });
});

describe("passages as they are printed", () => {
  test("bear one sign or two", () => {
    expect(formatPassages([{ from: 3, to: 3 }])).toBe("¶3");
    expect(formatPassages([{ from: 3, to: 5 }])).toBe("¶¶3–5");
    expect(
      formatPassages([
        { from: 3, to: 3 },
        { from: 7, to: 9 },
      ]),
    ).toBe("¶¶3, 7–9");
  });
});

test("ranges overlap where they share a passage", () => {
  fc.assert(
    fc.property(ranges, ranges, (left, right) => {
      const shared = passagesIn(left).some((passage) => passagesIn(right).includes(passage));
      expect(overlap(left, right)).toBe(shared);
    }),
  );
});
