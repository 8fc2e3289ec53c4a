// Breaks one thing of the conforming sample and tells which rules say so.
import { expect, it } from "vitest";
import { buildTaggedPdf, type SampleChanges } from "./build-tagged-pdf.ts";
import { checkAccessibility } from "./check-accessibility.ts";

/** A way to break the sample, and the rules that must report it: these and no others. */
export type Break = readonly [what: string, rules: readonly string[], changes: SampleChanges];

/** Makes one test of each break. */
export function testBreaks(breaks: readonly Break[]): void {
  it.each(breaks)("reports %s", async (_, rules, changes) => {
    const faults = await checkAccessibility(await buildTaggedPdf(changes));
    const messages = faults.map(({ rule, message }) => `${rule} ${message}`).join("\n");
    expect([...new Set(faults.map(({ rule }) => rule))].sort(), messages).toEqual([...rules].sort());
  });
}
