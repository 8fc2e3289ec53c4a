// Processes that take stretches out of their PDFs: what they find reaches the caller, what goes wrong too.
import { expect, it } from "vitest";
import { withStretchWorkers } from "../../../src/print/stretches/pool.ts";
import type { StretchJob } from "../../../src/print/stretches/take-stretch.ts";

/** One empty page, as the browser writes a file. */
function writePdf(): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<<>>/Contents 4 0 R>>",
    "<</Length 9>>\nstream\n0 0 1 1 re\nendstream".replace("/Length 9", "/Length 10"),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((text, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${text}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  file += `xref\n0 5\n0000000000 65535 f \n${rows.join("")}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const job = (changes: Partial<StretchJob> = {}): StretchJob => ({
  pdf: writePdf(),
  pages: 1,
  before: 0,
  elements: {},
  marked: { texts: [], generated: [] },
  texts: [],
  places: {},
  missing: [],
  ...changes,
});

it.each([0, 2])("does the same work with %d processes of its own", async (count) => {
  await withStretchWorkers(count, async (workers) => {
    const parts = await Promise.all([workers.take(job()), workers.take(job()), workers.take(job())]);
    for (const { fragment, problems } of parts) {
      expect(fragment.pages.map(({ width, height }) => [width, height])).toEqual([[200, 100]]);
      expect(problems).toEqual([]);
    }
  });
});

it("tells of text that the PDF lacks", async () => {
  const text = {
    unit: "1-1",
    text: "Words that no page shows.",
    page: 1,
    area: "flow",
    place: "inside",
    part: "",
  } as const;
  await withStretchWorkers(1, async (workers) => {
    const { problems } = await workers.take(job({ texts: [text] }));
    expect(problems.map(({ code }) => code)).toEqual(["text-lost"]);
  });
});

it("hands on what goes wrong in a process", async () => {
  await withStretchWorkers(1, async (workers) => {
    await expect(workers.take(job({ pdf: new TextEncoder().encode("no PDF") }))).rejects.toThrow(
      "cross-reference table",
    );
    // It goes on with the next.
    expect((await workers.take(job())).problems).toEqual([]);
  });
});
