// What `check --json` prints, as a schema that others can hold it to.
import { z } from "zod";
import { type Problem, sortProblems } from "../errors.ts";
import type { PackFigures } from "./figures.ts";

const count = z.int().nonnegative();

const place = z.object({
  file: z.string().describe("The path of the file, relative to the pack's folder."),
  line: z.int().positive().describe("Counted from 1."),
  column: z.int().positive().describe("Counted from 1."),
});

const problem = z.object({
  code: z.string().describe("The name of this kind of problem; it stays the same from release to release."),
  kind: z
    .enum(["content", "evidence", "print"])
    .describe("The promise that is broken; it decides the exit code: 3, 4 or 5."),
  severity: z.enum(["error", "warning"]).describe("A pack with an error is not built."),
  place: place.nullable().describe("Null where the problem concerns the pack as a whole."),
  message: z.string().describe("What was found and what was expected."),
  fix: z.string().describe("What to do about it."),
});

const sourceFigures = z.object({
  id: z.string().describe("The source's id."),
  passages: count.describe("How many passages it has."),
  covered: count.describe("Passages that are summarised or quoted."),
  words: count.nullable().describe("Its words without official text; null before the first import."),
  quoted: count.nullable().describe("Words of it that the pack quotes; null before the first import."),
  limit: count.nullable().describe("Words of it that the pack may quote; null before the first import."),
});

const figures = z.object({
  sources: count,
  appendices: count,
  passages: count.describe("Passages of all sources."),
  judgements: count.describe("Key judgements."),
  citations: count,
  images: count,
  quotations: z.object({
    all: count,
    byComparison: count.describe("Verified against the full text in the vault."),
    byReceipt: count.describe("Verified by the receipt of an earlier comparison."),
  }),
  bySource: z.array(sourceFigures).describe("In reading order."),
});

/** The schema of the report. A release may add keys; it renames and removes none. */
export const checkReportSchema = z
  .object({
    problems: z.array(problem).describe("Every problem, by file, line and column."),
    figures: figures.describe(
      "What the pack holds and what of it was verified. Files that cannot be read are not counted.",
    ),
    fingerprint: z
      .string()
      .nullable()
      .describe(
        "SHA-256 of all files of the pack, as its colophon shows it; null where the pack has an error.",
      ),
  })
  .meta({ title: "Report of briefing check --json" });

/** The report that `check --json` prints. */
export type CheckReport = z.infer<typeof checkReportSchema>;

/** Makes the report. */
export function makeCheckReport(
  problems: readonly Problem[],
  counted: PackFigures,
  fingerprint?: string,
): CheckReport {
  return {
    problems: sortProblems(problems).map((one) => ({ ...one, place: one.place ?? null })),
    figures: { ...counted, bySource: [...counted.bySource] },
    fingerprint: fingerprint ?? null,
  };
}
