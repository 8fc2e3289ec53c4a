// The form of the report for programs: published as a JSON schema.
import { expect, test } from "vitest";
import { z } from "zod";
import { checkReportSchema } from "../../src/cli/check-report.ts";

test("the published schema is that of the program", async () => {
  // Programs that read the report must bear new keys: the schema for input leaves them free.
  const schema = z.toJSONSchema(checkReportSchema, { io: "input" });
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
    "../../docs/check-report.schema.json",
  );
});

test("a report that says less, or something else, does not fit it", () => {
  const figures = {
    sources: 1,
    appendices: 0,
    passages: 1,
    judgements: 0,
    citations: 0,
    images: 0,
    quotations: { all: 0, byComparison: 0, byReceipt: 0 },
    bySource: [],
  };
  const report = { problems: [], figures, fingerprint: null };
  expect(checkReportSchema.safeParse(report).success).toBe(true);
  expect(checkReportSchema.safeParse({ problems: [], figures }).success).toBe(false);
  expect(checkReportSchema.safeParse({ ...report, figures: null }).success).toBe(false);
  expect(checkReportSchema.safeParse({ ...report, problems: [{ code: "x" }] }).success).toBe(false);
});
