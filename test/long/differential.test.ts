// The reference: pagedjs-cli prints every document of the folder, and must come to the same pages.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { COMPARED, copyCompared, expectSame } from "../print/compare-with-reference.ts";
import { type Reference, startReference } from "../print/print-reference.ts";

let folder: string;
let reference: Reference;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "differential-"));
  await copyCompared(folder);
  reference = await startReference();
});
afterAll(async () => {
  await reference?.end();
  await rm(folder, { recursive: true, force: true });
});

describe("a document printed by this engine and by pagedjs-cli", () => {
  it.each(Object.keys(COMPARED))("%s: has the same pages, for readers of every kind", (name) =>
    expectSame(folder, reference, name),
  );
});
