// Building with the real stages: the same pack gives the same files, whenever it is built.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { EXIT } from "../../src/errors.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { readPdf } from "../print/read-pdf.ts";
import { listFiles } from "../site/built-site.ts";
import { recordIo } from "./fake-io.ts";

const temporary = useTemporaryFolder();

async function build(name: string): Promise<string> {
  const out = join(temporary(), name);
  const io = recordIo(temporary(), { env: process.env });
  const exitCode = await run(["build", "--content", packFolder("good"), "--out", out], io);
  expect({ exitCode, err: io.err() }).toMatchObject({ exitCode: EXIT.ok });
  return out;
}

/** The bytes of a file as text; the browser numbers the cells of tables in a PDF by a counter of its own. */
async function read(path: string): Promise<string> {
  const text = await readFile(path, "latin1");
  return path.endsWith(".pdf") ? text.replace(/\(node\d{8}\)/g, "(node)") : text;
}

test("two builds give the same files, and a PDF with the date of the edition", async () => {
  const first = await build("first");
  // The dates of a PDF have seconds, and builds in the same second would agree by chance.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const second = await build("second");
  const paths = await listFiles(first);
  expect(paths).toContain("briefing.pdf");
  expect(await listFiles(second)).toEqual(paths);
  for (const path of paths) {
    const [one, two] = await Promise.all([first, second].map((folder) => read(join(folder, path))));
    expect(one === two, path).toBe(true);
  }
  for (const folder of [first, second]) {
    const { info } = await readPdf(join(folder, "briefing.pdf"));
    expect(info).toMatchObject({ CreationDate: "D:20260228000000Z", ModDate: "D:20260228000000Z" });
  }
});
