// The layout of a panel: nothing meets anything else, nothing leaves the drawing, and the scale is true.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DrawnPanel, drawPanel, type RowInput } from "../../../src/site/figures/draw-panel.ts";
import { placeLabel } from "../../../src/site/figures/place-label.ts";
import { estimateWidth, widthOfRuns } from "../../../src/site/figures/text-width.ts";
import { DAY, type Extent, makeTimeScale } from "../../../src/site/figures/time-scale.ts";

const EXTENTS: readonly Extent[] = [
  { width: 600, size: 12.5 },
  { width: 340, size: 14 },
];
const CLOSED = { start: false, end: false };

const row = fc.record({
  form: fc.constantFrom("point", "span", "crowd"),
  day: fc.integer({ min: 0, max: 40_000 }),
  days: fc.integer({ min: 1, max: 20_000 }),
  open: fc.record({ start: fc.boolean(), end: fc.boolean() }),
  date: fc.string({ minLength: 1, maxLength: 60 }),
  words: fc.option(fc.string({ minLength: 1, maxLength: 40, unit: "binary" }), { nil: undefined }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 16 }).map((some) =>
  some.map(
    ({ day, days, form, ...rest }): RowInput => ({
      ...rest,
      form,
      look: "firm",
      open: form === "span" ? rest.open : CLOSED,
      span: { from: day * DAY, to: (day + (form === "point" ? 1 : days)) * DAY - 1 },
    }),
  ),
);

function draw(inputs: readonly RowInput[], extent: Extent): DrawnPanel {
  const span = {
    from: Math.min(...inputs.map((one) => one.span.from)),
    to: Math.max(...inputs.map((one) => one.span.to)),
  };
  return drawPanel(span, inputs, extent, "en-GB");
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 0.2 &&
  other.x < one.x + one.width - 0.2 &&
  one.y < other.y + other.height - 0.2 &&
  other.y < one.y + one.height - 0.2;

/** The room that a label's letters take, by their anchors. */
function textBoxes({ rows: drawn, size }: DrawnPanel): Box[][] {
  return drawn.map(({ lines, anchor }) =>
    lines.map(({ x, y, runs }) => {
      const width = widthOfRuns(runs, size);
      return { x: anchor === "start" ? x : x - width, y: y - size * 0.8, width, height: size };
    }),
  );
}

describe("a panel", () => {
  it.each(EXTENTS)(
    "lets no label meet another or any mark, and none leave it, at a width of $width",
    (extent) => {
      fc.assert(
        fc.property(rows, (inputs) => {
          const panel = draw(inputs, extent);
          const labels = textBoxes(panel);
          const things = panel.rows.flatMap(({ mark }, index) => [mark, ...(labels[index] ?? [])]);
          for (const [index, one] of things.entries()) {
            for (const other of things.slice(index + 1)) expect(meet(one, other)).toBe(false);
            expect(one.x).toBeGreaterThanOrEqual(-0.2);
            expect(one.x + one.width).toBeLessThanOrEqual(extent.width + 0.2);
            expect(one.y + one.height).toBeLessThanOrEqual(panel.height + 0.2);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each(EXTENTS)("lets no tick's label meet another, at a width of $width", (extent) => {
    const span = fc.record({
      from: fc.integer({ min: -3_000_000, max: 30_000 }),
      days: fc.integer({ min: 0, max: 2_000_000 }),
    });
    fc.assert(
      fc.property(span, ({ from, days }) => {
        const { ticks } = makeTimeScale({ from: from * DAY, to: (from + days) * DAY }, extent, "en-GB");
        const boxes = ticks.flatMap(({ label }): Box[] => {
          if (label === undefined) return [];
          const width = estimateWidth(label.text, extent.size);
          const x = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
          return [{ x, y: 0, width, height: 1 }];
        });
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) expect(meet(one, other)).toBe(false);
          expect(one.x).toBeGreaterThanOrEqual(-0.2);
          expect(one.x + one.width).toBeLessThanOrEqual(extent.width + 0.2);
        }
      }),
    );
  });

  it("keeps to its scale: twice the time is twice the way", () => {
    const { position } = makeTimeScale({ from: 0, to: 100 * DAY }, { width: 600, size: 12 }, "en-GB");
    expect(position(50 * DAY) - position(0)).toBeCloseTo(position(100 * DAY) - position(50 * DAY), 0);
  });

  it("shows a month as a bar of its length, and a day as a dot", () => {
    const inputs: RowInput[] = [
      { form: "span", days: 30, from: 0 },
      { form: "point", days: 1, from: 99 },
    ].map(({ form, days, from }) => ({
      form: form === "point" ? "point" : "span",
      span: { from: from * DAY, to: (from + days) * DAY - 1 },
      open: CLOSED,
      date: "x",
      words: undefined,
      look: "firm",
    }));
    const panel = draw(inputs, { width: 600, size: 12.5 });
    expect(panel.rows.map(({ form, mark }) => [form, Math.round(mark.width)])).toEqual([
      ["span", 175],
      ["point", 12],
    ]);
  });

  it("has an arrow where a stretch is open, and tells where a crowd is enlarged", () => {
    const inputs: RowInput[] = [
      {
        form: "span",
        look: "firm",
        span: { from: 0, to: DAY },
        open: { start: true, end: false },
        date: "x",
        words: "y",
      },
      {
        form: "crowd",
        look: "crowd",
        span: { from: 80 * DAY, to: 99 * DAY },
        open: CLOSED,
        date: "x",
        words: "y",
      },
    ];
    const panel = draw(inputs, { width: 600, size: 12.5 });
    expect(panel.rows.map(({ arrows }) => arrows.length)).toEqual([1, 0]);
    expect(panel.zoom).toMatch(/^M[\d.]+,[\d.]+L.*Z$/);
    expect(draw([...inputs].reverse(), { width: 600, size: 12.5 }).zoom).toBeUndefined();
  });
});

describe("a label", () => {
  const extent = { width: 340, size: 14 };
  const place = (from: number, to: number, words: string | undefined) => {
    const { anchor, below, lines } = placeLabel("1 May 2025", words, { from, to }, extent);
    return `${anchor}, ${below ? "below" : "beside"}, ${lines.length}`;
  };

  it("stands to the right, to the left, on two lines, or below, as there is room", () => {
    expect(place(0, 12, "Talks")).toBe("start, beside, 1");
    expect(place(328, 340, "Talks")).toBe("end, beside, 1");
    expect(place(200, 212, "The second round of talks")).toBe("end, beside, 2");
    expect(place(0, 340, "The second round of talks")).toBe("start, below, 1");
    expect(place(150, 162, undefined)).toBe("start, beside, 1");
  });
});
