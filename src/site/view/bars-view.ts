// Bars for display: the drawing, what it says in words, and the values as rows of a table.
import type { Bars } from "../../model/pack.ts";
import type { Prose } from "../../model/prose.ts";
import { type DrawnBar, type DrawnBars, drawBars } from "../figures/bar-chart.ts";

/** A value in the table. */
interface ValueView {
  readonly id: string;
  readonly label: string;
  readonly shown: string;
  readonly html: string;
}

/** A drawing of some of the values; `outside` says that a bar stands for what comes from outside the sources alone. */
interface ChartView extends Omit<DrawnBars, "bars"> {
  readonly alternative: string;
  readonly bars: readonly (DrawnBar & { readonly outside: boolean })[];
}

/** Bars for display. */
export interface BarsView {
  readonly type: "bars";
  readonly unit: string;
  readonly charts: readonly ChartView[];
  readonly values: readonly ValueView[];
  readonly outside: boolean;
}

/** Makes the view of bars. `inline` renders a text of one paragraph; `language` is a BCP 47 tag, for numbers. */
export function viewBars(
  { unit, values }: Bars,
  language: string,
  inline: (prose: Prose) => string,
): BarsView {
  const numbers = new Intl.NumberFormat(language, { maximumSignificantDigits: 15 });
  const format = (value: number) => numbers.format(value);
  const inputs = values.map(({ label, value, text }) => {
    const outside = text.citations.length === 0;
    return { label, value, outside, shown: `${format(value)}${outside ? "\u00a0†" : ""}` };
  });
  let drawn = 0;
  const charts = drawBars(inputs, format).map(({ bars, ...chart }): ChartView => {
    const own = inputs.slice(drawn, drawn + bars.length);
    drawn += bars.length;
    const told = own.map(({ label, shown }) => `${label}: ${shown}`).join("; ");
    return {
      ...chart,
      alternative: `Bar chart, in ${unit}. ${told}.`,
      bars: bars.map((bar, index) => ({ ...bar, outside: own[index]?.outside === true })),
    };
  });
  return {
    type: "bars",
    unit,
    charts,
    values: values.map(({ id, label, text }, index) => ({
      id,
      label,
      shown: inputs[index]?.shown ?? "",
      html: inline(text),
    })),
    outside: inputs.some(({ outside }) => outside),
  };
}
