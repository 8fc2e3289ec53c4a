// The layout of bars and strips: from zero to the value, in per cent, with labels that do not meet.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAR, drawBars } from "../../../src/site/figures/bar-chart.ts";
import {
  bordersOfPassages,
  type PassageUse,
  runsOfPassages,
} from "../../../src/site/figures/passage-runs.ts";

const format = (value: number) => new Intl.NumberFormat("en-GB").format(value);
const bar = (label: string, value: number) => ({ label, value, shown: format(value) });

describe("bars", () => {
  it("begin at zero and go to the value, to the left where it is negative", () => {
    const [chart] = drawBars([bar("A", 50), bar("B", -50), bar("C", 100), bar("D", 0)], format);
    expect(chart?.zero).toBeCloseTo(33.33, 1);
    expect(chart?.bars.map((one) => one.bar)).toEqual([
      { x: 33.33, width: 33.34 },
      { x: 0, width: 33.33 },
      { x: 33.33, width: 66.67 },
      undefined,
    ]);
  });

  it("have an axis though all values are zero", () => {
    const [chart] = drawBars([bar("A", 0)], format);
    expect(chart?.axis.ticks.map(({ text }) => text)).toContain("0");
  });

  it("are cut into charts of one scale that fit a page", () => {
    const charts = drawBars(
      Array.from({ length: 40 }, (_, index) => bar(`Bar ${index}`, index)),
      format,
    );
    expect(charts.map(({ bars }) => bars.length)).toEqual([14, 14, 12]);
    expect(new Set(charts.map(({ axis }) => JSON.stringify(axis)))).toHaveLength(1);
  });

  it.each([
    [-5e-324, 5e-324],
    [0, 5e-324],
    [1e-308, 3e-308],
    [-1e-310, 1e-300],
    [-1.7e308, 1.7e308],
    [0, Number.MAX_VALUE],
  ])("reach to both sides as far as numbers go: from %d to %d", (least, most) => {
    const [chart] = drawBars([bar("Least", least), bar("Most", most)], (value) => value.toExponential(0));
    const [first, second] = chart?.bars ?? [];
    expect(chart?.zero).toBeGreaterThanOrEqual(0);
    expect(second?.bar?.x).toBeGreaterThanOrEqual(chart?.zero ?? 100);
    expect(second?.bar?.width).toBeGreaterThan(30);
    expect(first?.bar?.x ?? 0).toBeLessThanOrEqual(chart?.zero ?? 0);
    expect(chart?.axis.ticks.length).toBeGreaterThan(1);
    expect(chart?.axis.ticks.every(({ x, text }) => x >= 0 && x <= 100 && /^-?\de/.test(text))).toBe(true);
  });

  it("stay within the chart, one below the other, for any finite values", () => {
    const values = fc.array(
      fc.record({
        label: fc.string({ minLength: 1, maxLength: 40 }),
        value: fc.oneof(
          fc.double({ min: -1e15, max: 1e15, noNaN: true }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
      }),
      { minLength: 1, maxLength: 16 },
    );
    fc.assert(
      fc.property(values, (some) => {
        for (const { bars, height, zero, axis } of drawBars(
          some.map(({ label, value }) => bar(label, value)),
          format,
        )) {
          expect(zero).toBeGreaterThanOrEqual(0);
          expect(axis.ticks.every(({ x }) => x >= 0 && x <= 100)).toBe(true);
          let bottom = axis.y;
          for (const { lines, shown, bar: drawn, y } of bars) {
            for (const line of lines) expect(line.y).toBeGreaterThan(bottom);
            expect(shown.y).toBeLessThan(y);
            if (drawn !== undefined) {
              expect(drawn.x).toBeGreaterThanOrEqual(0);
              expect(drawn.x + drawn.width).toBeLessThanOrEqual(100.01);
            }
            bottom = y + BAR;
          }
          expect(height).toBeGreaterThan(bottom);
        }
      }),
    );
  });
});

describe("a strip of passages", () => {
  const uses = fc.array(fc.constantFrom<PassageUse>("quoted", "summarised", "official", "neither"), {
    minLength: 1,
    maxLength: 200,
  });

  it("joins passages of one kind", () => {
    expect(runsOfPassages(["quoted", "quoted", "summarised", "official"])).toEqual([
      { use: "quoted", x: 0, width: 50 },
      { use: "summarised", x: 50, width: 25 },
      { use: "official", x: 75, width: 25 },
    ]);
  });

  it("is filled by its runs, without gap or overlap", () => {
    fc.assert(
      fc.property(uses, (some) => {
        const runs = runsOfPassages(some);
        const end = runs.reduce((at, { x, width }) => {
          expect(x).toBeCloseTo(at, 1);
          return x + width;
        }, 0);
        expect(end).toBeCloseTo(100, 1);
      }),
    );
  });

  it("marks the borders of passages while they can be told apart", () => {
    expect(bordersOfPassages(4)).toEqual([25, 50, 75]);
    expect(bordersOfPassages(1)).toEqual([]);
    expect(bordersOfPassages(500)).toEqual([]);
  });
});
