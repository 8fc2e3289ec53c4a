// Two runs at once, into one place or two, with one cache that neither has filled: nothing is lost and nothing half written.
import { chmod, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { type Ended, programWords, runWords } from "../e2e/run-program.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { readPdf } from "../print/read-pdf.ts";
import { listFiles } from "../site/built-site.ts";

const document = new URL("../fixtures/print/good/index.html", import.meta.url).pathname;
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);
// Another user than root must be able to pass, or the browser would be copied, which is tested elsewhere.
beforeEach(() => chmod(temporary(), 0o755));

/** Runs commands at once, with one empty cache and one folder for temporary files. */
async function runAtOnce(commands: readonly (readonly string[])[]): Promise<readonly Ended[]> {
  const env = { BRIEFING_BROWSER: "bundled", BRIEFING_CACHE: inside("cache"), TMPDIR: temporary() };
  const runs = commands.map((args) => runWords(programWords(...args), { cwd: temporary(), env }));
  return Promise.all(runs);
}

const build = (out: string): readonly string[] => ["build", "--content", packFolder("good"), "--out", out];

function expectSuccess(runs: readonly Ended[]): void {
  for (const { code, err } of runs) expect({ code, err }).toMatchObject({ code: 0 });
}

/** The names beside the outputs: nothing temporary may stay. */
async function listBeside(folder: string): Promise<readonly string[]> {
  return (await readdir(inside(folder))).filter((name) => !name.startsWith("tsx-")).sort();
}

it("two builds into one folder leave one whole output", async () => {
  const runs = await runAtOnce([build("public"), build("public")]);
  expectSuccess(runs);
  expect(await listBeside(".")).toEqual(["cache", "public"]);
  expect((await listBeside("cache")).filter((name) => name.includes("tmp"))).toEqual([]);
  const { pages } = await readPdf(inside("public/briefing.pdf"));
  expect(runs[0]?.out).toContain(`briefing.pdf  ${pages.length} pages`);
  expect(await readFile(inside("public/index.html"), "utf8")).toMatch(
    /href="[\w-]+-edition-\d+-[\d-]+\.pdf"/,
  );
});

it("two builds into two folders give the same in both", async () => {
  expectSuccess(await runAtOnce([build("one"), build("two")]));
  expect(await listBeside(".")).toEqual(["cache", "one", "two"]);
  const [one, two] = await Promise.all(["one", "two"].map((name) => listFiles(inside(name))));
  expect(one).toContain("briefing.pdf");
  expect(one).toEqual(two);
  const [first, second] = await Promise.all(
    ["one", "two"].map((name) => readPdf(inside(name, "briefing.pdf"))),
  );
  expect(first?.pages).toEqual(second?.pages);
});

it("two prints of one PDF leave it whole", async () => {
  const print = ["print", document, "-o", "out.pdf"];
  const runs = await runAtOnce([print, print]);
  expectSuccess(runs);
  expect(await listBeside(".")).toEqual(["cache", "out.pdf", "out.proof.json"]);
  expect((await readPdf(inside("out.pdf"))).pages).toHaveLength(
    Number(/(\d+) pages/.exec(runs[0]?.out ?? "")?.[1]),
  );
});
