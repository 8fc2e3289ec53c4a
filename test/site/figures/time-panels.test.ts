// How events are cut into panels: each in one, none too long, crowds enlarged.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutIntoPanels, MOST_ROWS, type TimeSpan } from "../../../src/site/figures/time-panels.ts";
import { DAY } from "../../../src/site/figures/time-scale.ts";

/** A day or a stretch of days. */
function span(day: string, days = 1): TimeSpan {
  const from = Date.parse(day);
  return { from, to: from + days * DAY - 1 };
}

const CENTURY = [
  span("1919-01-01", 365),
  span("1949-04-04"),
  span("1994-01-01", 365),
  span("2022-01-01", 365),
];
const WINTER = [span("2025-08-19"), span("2025-11-01", 30), span("2025-11-21"), span("2025-12-14", 2)];

const events = fc
  .array(
    fc.record({ day: fc.integer({ min: -400_000, max: 40_000 }), days: fc.integer({ min: 1, max: 9000 }) }),
    {
      maxLength: 120,
    },
  )
  .map((some) => some.map(({ day, days }) => ({ from: day * DAY, to: (day + days) * DAY - 1 })))
  .map((some) => some.sort((left, right) => left.from - right.from));

describe("panels", () => {
  it("are one where nothing crowds", () => {
    expect(cutIntoPanels(CENTURY).map(({ rows }) => rows.length)).toEqual([4]);
  });

  it("enlarge a crowd, which is one row of the whole", () => {
    const [whole, crowd, ...more] = cutIntoPanels([...CENTURY, ...WINTER]);
    expect(more).toEqual([]);
    expect(whole?.rows.map(({ kind }) => kind)).toEqual(["event", "event", "event", "event", "crowd"]);
    expect(crowd?.span).toEqual({ from: WINTER[0]?.from, to: WINTER[3]?.to });
    expect(crowd?.rows).toEqual([4, 5, 6, 7].map((event) => ({ kind: "event", event })));
  });

  it("leave two near events as they are: two rows say as much as an enlargement", () => {
    expect(cutIntoPanels([...CENTURY, ...WINTER.slice(0, 2)])).toHaveLength(1);
  });

  it("cut many evenly spread events into stretches", () => {
    const many = Array.from({ length: 80 }, (_, index) => span("2020-01-01", 1 + 0 * index)).map(
      ({ from }, index) => ({
        from: from + index * 20 * DAY,
        to: from + (index * 20 + 1) * DAY - 1,
      }),
    );
    expect(cutIntoPanels(many).map(({ rows }) => rows.length)).toEqual([5, 16, 16, 16, 16, 16]);
  });

  it("cut events of one day, of which there are many, and come to an end", () => {
    const same = Array.from({ length: 40 }, () => span("2025-01-01"));
    expect(cutIntoPanels(same).length).toBeGreaterThan(1);
  });

  it("are none without events", () => {
    expect(cutIntoPanels([])).toEqual([]);
  });

  it("show every event once, on no more rows than a page holds, within their span", () => {
    fc.assert(
      fc.property(events, (some) => {
        const panels = cutIntoPanels(some);
        const shown = panels.flatMap(({ rows }) =>
          rows.flatMap((row) => (row.kind === "event" ? [row.event] : [])),
        );
        expect(shown.sort((left, right) => left - right)).toEqual(some.map((_, index) => index));
        const crowds = panels.flatMap(({ rows }) => rows.filter(({ kind }) => kind === "crowd"));
        expect(crowds).toHaveLength(Math.max(panels.length - 1, 0));
        for (const { span: whole, rows } of panels) {
          expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
          for (const row of rows) {
            const own = row.kind === "event" ? some[row.event] : row.span;
            expect(own?.from).toBeGreaterThanOrEqual(whole.from);
            expect(own?.to).toBeLessThanOrEqual(whole.to);
          }
        }
      }),
    );
  });
});
