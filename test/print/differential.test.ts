// The reference: pagedjs-cli prints the same documents, and must come to the same pages with the same text in the same places. Here
// those that show the most; the long tests have all.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPARED, COMPARED_FOLDER, copyCompared, expectSame } from "./compare-with-reference.ts";
import { type Reference, startReference } from "./print-reference.ts";

const ESSENTIAL = [
  "good",
  "all-at-once",
  "breaks",
  "counters",
  "footnotes",
  "languages",
  "named-pages",
  "page-references",
  "pictures",
  "tables",
];

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
  it.each(ESSENTIAL)("%s: has the same pages, for readers of every kind", (name) =>
    expectSame(folder, reference, name),
  );
});

it("leaves out no document of the folder", async () => {
  const files = await readdir(COMPARED_FOLDER);
  const names = files.filter((file) => file.endsWith(".html")).map((file) => basename(file, ".html"));
  expect(["good", ...names].sort()).toEqual(Object.keys(COMPARED).sort());
});
