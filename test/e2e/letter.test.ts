// The repository's own pack on Letter paper, with crop marks: its first parts keep to their pages, and the sheets can be cut.
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { CROP_MARGINS } from "../../src/model/paper.ts";
import { recordIo } from "../cli/fake-io.ts";
import type { Picture } from "../pictures/palette-png.ts";
import { withPdf } from "../pictures/take-pdf-pictures.ts";
import { readPdf } from "../print/read-pdf.ts";
import { sampleTheme } from "../site/sample-theme.ts";
import { REPOSITORY } from "./build-repository-pack.ts";

/** Pixels to a point: enough to tell on which side of a hairline a page is cut. */
const SCALE = 4;

const mm = (length: number): number => (length * 72 * SCALE) / 25.4;

let folder: string;
let cover: Picture;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "briefing-letter-")));
  const io = recordIo(folder);
  const words = ["build", "--content", join(REPOSITORY, "content"), "--out", join(folder, "out")];
  const exitCode = await run([...words, "--paper", "letter", "--crop-marks"], io);
  expect({ exitCode, err: io.err() }).toMatchObject({ exitCode: 0 });
  cover = await withPdf(join(folder, "out/briefing.pdf"), [], ({ draw }) => draw({ page: 1 }, SCALE));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("has cover, contents and summary on a page each, and the summary alone on one sheet", async () => {
  const { outline } = await readPdf(join(folder, "out/briefing.pdf"));
  const pages = outline.filter(({ depth }) => depth === 0).map(({ page }) => page);
  expect(pages.slice(0, 4)).toEqual([1, 2, 3, 4]);
  expect((await readPdf(join(folder, "out/summary.pdf"))).pages.length).toBeLessThanOrEqual(2);
});

describe("a sheet with crop marks", () => {
  const edge = mm(CROP_MARGINS.sheet);

  it("is a Letter page with room around it", () => {
    expect(Math.abs(cover.width - (612 * SCALE + 2 * edge))).toBeLessThan(2);
    expect(Math.abs(cover.height - (792 * SCALE + 2 * edge))).toBeLessThan(2);
  });

  it("carries the colour of the cover over the edge, and no further than the bleed", () => {
    const { accent } = sampleTheme().colours.light;
    const middle = cover.width / 2;
    const side = cover.height / 4;
    const inside = edge - mm(2);
    const outside = edge - mm(CROP_MARGINS.bleed + 1);
    for (const [x, y] of [
      [middle, inside],
      [inside, side],
      [cover.width - inside, side],
    ] as const) {
      expect(colourAt(x, y), `${x}, ${y}`).toBe(accent);
    }
    for (const [x, y] of [
      [middle, outside],
      [outside, side],
      [cover.width - outside, side],
      [middle, cover.height - outside],
    ] as const) {
      expect(colourAt(x, y), `${x}, ${y}`).toBe("#ffffff");
    }
  });

  it("has marks at the edges of the page, and nothing else beyond the bleed", () => {
    const near = mm(1);
    for (const y of [near, cover.height - near]) {
      expectMarks(
        findRuns(cover.width, (x) => colourAt(x, y)),
        cover.width,
      );
    }
    for (const x of [near, cover.width - near]) {
      expectMarks(
        findRuns(cover.height, (y) => colourAt(x, y)),
        cover.height,
      );
    }
  });

  /** Two hairlines that end within a fifth of a millimetre of where the page does. */
  function expectMarks(runs: readonly Run[], length: number): void {
    expect(runs).toHaveLength(2);
    const [first, last] = runs;
    expect(Math.abs((first?.end ?? 0) - edge)).toBeLessThan(mm(0.2));
    expect(Math.abs((last?.start ?? 0) - (length - edge))).toBeLessThan(mm(0.2));
    for (const { start, end } of runs) expect(end - start).toBeLessThan(mm(0.5));
  }
});

/** Pixels in a row that are not white: from the first to behind the last. */
interface Run {
  readonly start: number;
  readonly end: number;
}

function findRuns(length: number, colour: (at: number) => string): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < length; at += 1) {
    if (colour(at) === "#ffffff") continue;
    const last = runs.at(-1);
    if (last?.end === at) runs[runs.length - 1] = { ...last, end: at + 1 };
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
}

function colourAt(x: number, y: number): string {
  const at = (Math.floor(y) * cover.width + Math.floor(x)) * 4;
  return `#${Buffer.from(cover.data.slice(at, at + 3)).toString("hex")}`;
}
