// What is heard of the PDF is what is heard of the page, of every document whose styles generate text.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import { expectSameSpoken, GENERATING, GENERATING_TOO } from "../print/compare-spoken.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoken-"));
  await cp(new URL("../fixtures/print/", import.meta.url), folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([...GENERATING, ...GENERATING_TOO])("of %s/%s", async (kind, name) => {
  await expectSameSpoken(join(folder, kind), name);
});
