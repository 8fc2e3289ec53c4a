// A run that is killed at any moment loses nothing that was there, leaves no browser running, and nothing that the next run does not clear.
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPdf } from "../print/read-pdf.ts";
import { findProcesses, hashFiles, type Kill, runCommand, type Surroundings } from "./killed-run.ts";

const TRIES = 50;
const BROWSER_MS = 5_000;
const pack = fileURLToPath(new URL("../fixtures/packs/good", import.meta.url));
const document = fileURLToPath(new URL("../fixtures/print/good/index.html", import.meta.url));

let base: string;
let temporary: string;
let around: Surroundings;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "kills-"));
  // Another user than root must be able to pass, or the browser's folders would lie elsewhere.
  await chmod(base, 0o755);
  temporary = join(base, "tmp");
  await Promise.all([mkdir(temporary), mkdir(join(base, "empty"))]);
  await writeFile(join(base, "empty", "pack.yaml"), "");
  around = {
    cwd: base,
    env: {
      ...process.env,
      TMPDIR: temporary,
      BRIEFING_CACHE: join(base, "cache"),
      BRIEFING_BROWSER: "bundled",
    },
  };
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Numbers from 0 to 1 that come again for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is left in the temporary folder, beside it and in the cache; that of one process if it is named. */
async function findLeftovers(pid?: number): Promise<readonly string[]> {
  const names = (
    await Promise.all(
      ["tmp", "dist", "pdf", "cache"].map(async (folder) =>
        (await readdir(join(base, folder)).catch(() => [])).map((name) => `${folder}/${name}`),
      ),
    )
  ).flat();
  return names.filter((name) =>
    new RegExp(`(/briefing~|\\.(tmp|old)-)${pid?.toString(36) ?? "\\w+"}\\.`).test(name),
  );
}

test(`${TRIES} runs killed at random moments`, async () => {
  const seed = Number(process.env.BRIEFING_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`BRIEFING_SEED=${seed}\n`);
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const jobs = [
    {
      args: ["build", "--content", pack],
      output: join(base, "dist/public"),
      pdf: join(base, "dist/public/briefing.pdf"),
    },
    {
      args: ["print", document, "-o", "pdf/good.pdf"],
      output: join(base, "pdf/good.pdf"),
      pdf: join(base, "pdf/good.pdf"),
    },
  ];
  const first = [];
  for (const { args, pdf } of jobs) {
    const { code, ms, err } = await runCommand(args, around);
    expect({ code, err }).toMatchObject({ code: 0 });
    first.push({ ms, pages: (await readPdf(pdf)).pages });
  }
  const seen = { leftovers: 0, interrupted: 0, finished: 0, missing: 0, slowest: 0 };

  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const which = attempt % jobs.length;
    const [job, good] = [jobs[which], first[which]];
    if (!job || !good) throw new Error("no such job");
    // To be killed while it unpacks the browser, too.
    if (attempt % 10 === 9) await rm(join(base, "cache"), { recursive: true });
    const before = await hashFiles(job.output);
    const kill: Kill = {
      afterMs: random() * good.ms * 1.1,
      signal: pick(["SIGTERM", "SIGINT", "SIGKILL"]),
      group: random() < 0.5,
    };
    const { pid, code, err } = await runCommand(job.args, around, kill);
    const told = `try ${attempt}: ${job.args[0]} ${JSON.stringify(kill)} ended with ${code}: ${err}`;
    expect(err, told).not.toContain("bug");

    const start = Date.now();
    await expect
      .poll(() => findProcesses(`${temporary}/briefing~`), { timeout: BROWSER_MS, message: told })
      .toEqual([]);
    seen.slowest = Math.max(seen.slowest, Date.now() - start);

    const left = await findLeftovers(pid);
    if (code === 130 || code === 0) expect(left, told).toEqual([]);
    seen.leftovers += left.length;
    seen.interrupted += code === 130 ? 1 : 0;
    seen.finished += code === 0 ? 1 : 0;

    if (Object.keys(await hashFiles(job.output)).length === 0) seen.missing += 1;
    // The next command, which comes to nothing by itself.
    expect((await runCommand(["build", "--content", "empty"], around)).code).toBe(3);
    const after = await hashFiles(job.output);
    // It may have been killed when all was done; then the new output is there, as whole as the old one.
    if (code === 0 || JSON.stringify(after) !== JSON.stringify(before)) {
      expect(Object.keys(after), told).toEqual(Object.keys(before));
      const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
      expect(
        changed.filter((path) => path !== job.pdf),
        told,
      ).toEqual([]);
      expect((await readPdf(job.pdf)).pages, told).toEqual(good.pages);
    }
  }

  for (const { args } of jobs) expect((await runCommand(args, around)).code).toBe(0);
  expect(await findLeftovers()).toEqual([]);
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  // Kills that never left anything would have come too early or too late to show that it is cleared.
  expect(seen.leftovers).toBeGreaterThan(0);
  expect(seen.interrupted).toBeGreaterThan(0);
});
