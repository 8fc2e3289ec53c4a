// What is heard of the PDF is what is heard of the page: the words of the document and those that its styles generate. Here of those
// documents that show the most; the long tests have all.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPack } from "../../src/pack/load.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { expectSameSpoken, GENERATING } from "./compare-spoken.ts";

const FIXTURES = new URL("../fixtures/print/", import.meta.url);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoken-"));
  await cp(FIXTURES, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("what a PDF says", () => {
  it.each(GENERATING)("is what the pages of %s/%s say", async (kind, name) => {
    await expectSameSpoken(join(folder, kind), name);
  });

  it("is what the pages of the pack say", async () => {
    const { pack } = await loadPack(fileURLToPath(new URL("../../content", import.meta.url)));
    if (!pack) throw new Error("The pack of the repository has problems.");
    const output = join(folder, "pack");
    await buildSite({ pack, edition: "public", output, pdf: true });
    // Drawings that hold text, and the signs of a table.
    expect(await expectSameSpoken(output, "print/index.html")).toBeGreaterThan(10);
  });
});
