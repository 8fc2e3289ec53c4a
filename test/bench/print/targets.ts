// What the print engine is to reach, and how far what was measured is from it.
import { BARE, OWN, STOCK } from "./engines.ts";
import { findResult, type PrintResult, type State } from "./print-result.ts";

/** A target with what was measured; `reached` is undefined where that was not measured. */
export interface Judged {
  readonly target: string;
  readonly figure: string;
  readonly reached: boolean | undefined;
}

/** Seconds of the build of the repository's own pack, and of the bare print of its print document. */
export interface PackTimes {
  readonly build: number;
  readonly bare: number;
}

const MOST_MEGABYTES = 700;
const LARGEST_FILE = 1.3;
const PACK = { times: 2, more: 2 };

/** Judges every target. */
export function judgeTargets(
  results: readonly PrintResult[],
  pack: PackTimes | undefined,
): readonly Judged[] {
  const compare = (size: number, engine: string) =>
    ratio(findResult(results, size, OWN.name)?.seconds, findResult(results, size, engine)?.seconds);
  const edited = (size: number, state: State) =>
    ratio(findResult(results, size, OWN.name, state)?.seconds, findResult(results, size, OWN.name)?.seconds);
  return [
    atLeast("600 pages: as fast as pagedjs-cli", invert(compare(600, STOCK.name)), 4),
    atMost("600 pages: time of the bare print", compare(600, BARE.name), 1.3),
    atLeast("1500 pages: as fast as pagedjs-cli", invert(compare(1500, STOCK.name)), 8),
    atMost("1500 pages: time of the bare print", compare(1500, BARE.name), 1.5),
    atMost(
      "time of a page at 1500 pages, to 600",
      ratio(perPage(results, 1500), perPage(results, 600)),
      1.15,
    ),
    judgeMemory(results),
    ...judgeFiles(results),
    ...[600, 1500].flatMap((size) => [
      atMost(`${size} pages, a word of one part changed: of the cold time`, edited(size, "word"), 1 / 3),
      atMost(`${size} pages, one part a page longer: of the cold time`, edited(size, "page"), 1 / 3),
    ]),
    judgePack(pack),
  ];
}

function perPage(results: readonly PrintResult[], size: number): number | undefined {
  const result = findResult(results, size, OWN.name);
  return ratio(result?.seconds, result?.pages);
}

function judgeMemory(results: readonly PrintResult[]): Judged {
  const [largest] = results
    .filter(({ engine }) => engine === OWN.name)
    .sort((a, b) => b.megabytes - a.megabytes);
  return {
    target: `no process over ${MOST_MEGABYTES} MB`,
    figure: largest
      ? `${largest.megabytes.toFixed(0)} MB (${largest.largest}, ${largest.size} pages)`
      : "not measured",
    reached: largest && largest.megabytes <= MOST_MEGABYTES,
  };
}

function judgeFiles(results: readonly PrintResult[]): readonly Judged[] {
  const own = results.filter(({ engine, state }) => engine === OWN.name && state === "cold");
  return own.map(({ size, kilobytes }) =>
    atMost(
      `${size} pages: size of the file of pagedjs-cli`,
      ratio(kilobytes, findResult(results, size, STOCK.name)?.kilobytes),
      LARGEST_FILE,
    ),
  );
}

function judgePack(pack: PackTimes | undefined): Judged {
  const most = pack && pack.bare * PACK.times + PACK.more;
  return {
    target: `the repository’s pack: built within ${PACK.times} × its bare print + ${PACK.more} s`,
    figure: pack ? `${pack.build.toFixed(1)} s, of ${most?.toFixed(1)} s` : "not measured",
    reached: pack && most !== undefined ? pack.build <= most : undefined,
  };
}

function atLeast(target: string, value: number | undefined, least: number): Judged {
  return judge(`${target}, at least ${least} ×`, value, value !== undefined && value >= least);
}

function atMost(target: string, value: number | undefined, most: number): Judged {
  return judge(
    `${target}, at most ${most.toFixed(2).replace(/0$/, "")} ×`,
    value,
    value !== undefined && value <= most,
  );
}

function judge(target: string, value: number | undefined, reached: boolean): Judged {
  if (value === undefined) return { target, figure: "not measured", reached: undefined };
  return { target, figure: `${value.toFixed(2)} ×`, reached };
}

function ratio(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || base === undefined ? undefined : value / base;
}

function invert(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 1 / value;
}
