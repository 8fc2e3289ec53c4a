// Progress is a living line for a person, and few lines for a log.
import { expect, test } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";
import { recordIo } from "./fake-io.ts";

function watch(terminal: boolean): string {
  const io = recordIo("/work", { terminal });
  const progress = createProgress(io.stderr);
  progress.start("Laying out pages");
  for (let page = 1; page <= 250; page += 1) progress.count(page);
  progress.start("Printing");
  progress.clear();
  return io.err();
}

test("a log gets a line a stage and one a hundred pages", () => {
  expect(watch(false)).toMatchInlineSnapshot(`
    "Laying out pages …
    Laying out pages … 100
    Laying out pages … 200
    Printing …
    "
  `);
});

test("a terminal gets one line that is written over and taken away", () => {
  const written = watch(true);
  expect(written).not.toContain("\n");
  expect(written).toContain("\r\u001B[2KLaying out pages … 250");
  expect(written.endsWith("\r\u001B[2K")).toBe(true);
});
