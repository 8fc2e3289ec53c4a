// Passages that a record accounts for by a quotation alone are shown where they are cited, too.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { buildSite } from "../../../src/site/build-site.ts";
import { loadAltered } from "../../pack/altered-pack.ts";

it("shows the quotation where a cited passage has no précis", async () => {
  const { pack, problems } = await loadAltered({
    "sources/s1.md": [
      ["::: precis ¶2\nArticle 1: the toll, in the words of the treaty.\n:::\n", ""],
      // The official text is quoted in the record as well; one quotation is enough to be seen here.
      ["::: official-text\n> Every vessel shall pay three marks for every keel. — [@gazette, ¶2]\n:::\n", ""],
    ],
    "summary.md": [["s1.md#p2", "s1.md"]],
  });
  if (pack === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  const output = await mkdtemp(join(tmpdir(), "briefing-popovers-"));
  try {
    // The folder of the altered pack, with its images, is gone by now.
    await buildSite({ pack: { ...pack, images: [] }, edition: "public", output, pdf: false });
    const { document } = parseHTML(await readFile(join(output, "index.html"), "utf8"));
    const shown = [...document.querySelectorAll("[popover]")].map((one) =>
      (one.textContent ?? "").replace(/\s+/g, " ").trim(),
    );
    expect(shown.filter((text) => text.startsWith("S1 ¶2 "))).toMatchInlineSnapshot(`
      [
        "S1 ¶2 Harbour gazette ¶2 “three marks for every keel”",
      ]
    `);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
});
