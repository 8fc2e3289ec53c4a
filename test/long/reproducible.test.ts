// The same input gives the same bytes: again and again, with and without what earlier runs kept, in another place and time zone.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { makeCache } from "../bench/print/make-cache.ts";
import { findPdfDifference } from "../print/pdf-difference.ts";

const PROGRAM = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));
const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));
/** 2026-01-02, and a time of day that no midnight rounds away. */
const EPOCH = "1767323045";
const DATE = new Date("2026-01-02T03:04:05Z");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reproducible-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Where a run finds its input, leaves its output and keeps what it may use again. */
interface Place {
  readonly source: string;
  readonly out: string;
  readonly cache: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Three places that are one, so that the second run uses what the first kept; and a last that has nothing in common with it. */
async function makePlaces(name: string, source: string): Promise<readonly Place[]> {
  const [home, away] = [join(folder, name), join(folder, `${name}-away`, "far from", "home")];
  const caches = [join(home, "cache"), join(away, "cache")] as const;
  const temporary = join(away, "tmp");
  await mkdir(temporary, { recursive: true });
  for (const cache of caches) await makeCache(cache);
  for (const place of [home, away]) await cp(source, join(place, "source"), { recursive: true });
  const near = (run: number): Place => ({
    source: join(home, "source"),
    out: join(home, `out-${run}`),
    cache: caches[0],
    env: {},
  });
  const env = { TMPDIR: temporary, TZ: "Pacific/Auckland", LANG: "C" };
  const far = { source: join(away, "source"), out: join(away, "out"), cache: caches[1], env };
  return [near(1), near(2), near(3), far];
}

async function runBriefing(args: readonly string[], { cache, env }: Place, epoch?: string): Promise<void> {
  const own = { BRIEFING_CACHE: cache, ...(epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }) };
  await promisify(execFile)(process.execPath, [PROGRAM, ...args, "--browser", "bundled"], {
    env: { ...process.env, ...own, ...env },
  });
}

/** How each later file differs from the first; none if all are the same. */
async function compareAll(files: readonly string[]): Promise<readonly string[]> {
  const [first, ...others] = await Promise.all(files.map((path) => readFile(path)));
  const differences: string[] = [];
  for (const [index, other] of others.entries()) {
    const difference = first && (await findPdfDifference(first, other));
    if (difference) differences.push(`print ${index + 2}: ${difference}`);
  }
  return differences;
}

describe("a printed document", () => {
  it.each(["good/index.html", "differential/footnotes.html", "differential/all-at-once.html"])(
    "%s: is the same byte for byte",
    async (document) => {
      const [name = "", file = ""] = document.split("/");
      const places = await makePlaces(file, join(FIXTURES, "print", name));
      for (const place of places) {
        await runBriefing(["print", join(place.source, file), "-o", `${place.out}.pdf`], place, EPOCH);
      }
      expect(await compareAll(places.map(({ out }) => `${out}.pdf`))).toEqual([]);
    },
    180_000,
  );

  it("bears the date that SOURCE_DATE_EPOCH says", async () => {
    const [place] = await makePlaces("dated", join(FIXTURES, "print/awkward"));
    if (!place) throw new Error("There is no place to print in.");
    const output = `${place.out}.pdf`;
    await runBriefing(["print", join(place.source, "letters.html"), "-o", output], place, EPOCH);
    const pdf = await PDFDocument.load(await readFile(output), { updateMetadata: false });
    expect([pdf.getCreationDate(), pdf.getModificationDate()]).toEqual([DATE, DATE]);
  });

  it("bears the date that its metadata say, and is the same byte for byte", async () => {
    const files = [1, 2, 3].map((run) => join(folder, `metadata-${run}.pdf`));
    for (const output of files) {
      const source = { folder: join(FIXTURES, "print/differential"), document: "all-at-once.html" };
      await printDocument({ ...source, output, browser: "bundled", metadata: { date: DATE } });
    }
    const pdf = await PDFDocument.load(await readFile(files[0] ?? ""), { updateMetadata: false });
    expect(pdf.getCreationDate()).toEqual(DATE);
    expect(await compareAll(files)).toEqual([]);
  });
});

describe("a built pack", () => {
  it("is the same byte for byte, file by file, and dated by its edition alone", async () => {
    const places = await makePlaces("pack", join(FIXTURES, "packs/good"));
    for (const [index, place] of places.entries()) {
      const epoch = index === 0 ? undefined : String(Number(EPOCH) + index);
      await runBriefing(["build", "--content", place.source, "--out", place.out], place, epoch);
    }
    const [first, ...others] = await Promise.all(places.map(({ out }) => readFiles(out)));
    expect(first?.get("briefing.pdf")).toBeDefined();
    const differences: string[] = [];
    for (const [index, other] of others.entries()) {
      expect([...other.keys()]).toEqual([...(first?.keys() ?? [])]);
      for (const [path, bytes] of first ?? []) {
        const changed = other.get(path);
        if (changed === undefined || bytes.equals(changed)) continue;
        const how = path.endsWith(".pdf")
          ? await findPdfDifference(bytes, changed)
          : showText(bytes, changed);
        differences.push(`build ${index + 2}, ${path}: ${how}`);
      }
    }
    expect(differences).toEqual([]);
  }, 240_000);
});

async function readFiles(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(root, path), await readFile(path)] as const),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function showText(first: Buffer, second: Buffer): string {
  const offset = first.findIndex((byte, index) => byte !== second[index]);
  const place = offset === -1 ? first.length : offset;
  const show = (bytes: Buffer) =>
    JSON.stringify(bytes.toString("latin1", Math.max(0, place - 20), place + 40));
  return `byte ${place}: ${show(first)}, then ${show(second)}`;
}

describe("the difference of two PDFs", () => {
  const make = async (title: string, pages = 1) => {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    for (let page = 0; page < pages; page += 1) pdf.addPage([100, 100]);
    pdf.setTitle(title);
    return pdf.save();
  };

  it("is none where they are the same", async () => {
    expect(await findPdfDifference(await make("One"), await make("One"))).toBeUndefined();
  });

  it("names the first byte, and the first object with what it says in each", async () => {
    const difference = await findPdfDifference(await make("One"), await make("Two"));
    expect(difference).toMatch(
      /^byte \d+ of \d+ and \d+; \d+ objects, first \d+ 0: ".*Title.*", then ".*"$/s,
    );
  });

  it("counts an object that one of them lacks", async () => {
    const [one, two] = [await make("One"), await make("One", 2)];
    expect(await findPdfDifference(one, two)).toMatch(/\d+ objects, first \d+ 0: /);
  });
});
