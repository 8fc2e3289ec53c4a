// Lays out the parts of a document apart, and finds where each begins: what depends on that is laid out until it agrees.
import type { PartOrder } from "../in-page/lay-out-part.ts";
import type { LaidOutPart, PartOutcome } from "./laid-out-part.ts";
import type { LayoutPlan } from "./layout-plan.ts";

/** A part that is laid out, in its place. */
export interface PlacedPart {
  /** The planned parts it holds: from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  /** How many pages come before it. */
  readonly before: number;
  /** The number of its first page, less one. */
  readonly counted: number;
  readonly laidOut: LaidOutPart;
}

/** Raised when a part cannot be laid out. */
export class PartFailure extends Error {
  /** The page that failed, counted from 1, as far as what comes before it is laid out. */
  readonly page: number;

  constructor(message: string, page: number) {
    super(message);
    this.page = page;
  }
}

/** How often the parts may be laid out again because page numbers that they led to need more room. */
const MOST_SETTLINGS = 8;

/**
 * Lays out all parts. `lay` is called for many at once and decides how many it does at a time.
 * @throws PartFailure for the first part that cannot be laid out
 */
export async function layOutParts(
  plan: LayoutPlan,
  lay: (order: PartOrder) => Promise<PartOutcome>,
): Promise<readonly PlacedPart[]> {
  let units = plan.parts.map((_, index) => ({ first: index, end: index + 1 }));
  const done = new Map<string, LaidOutPart>();
  let numbers: ReadonlyMap<string, number> = new Map();
  let guess = guessPages(plan);
  let settlings = 0;
  for (let round = 0; ; round += 1) {
    // Each round lays out a part, joins two or settles; this is for what no one has thought of.
    if (round > MOST_SETTLINGS * (2 * plan.parts.length + 1))
      throw new Error("The parts do not find their places.");
    const orders = placeUnits(plan, units, done, (unit, before) =>
      makeOrder(plan, unit, before, numbers, guess),
    );
    const missing = orders.filter((order) => !done.has(keyOf(order)));
    const wanted = plan.dependsOn === "page" ? missing.slice(0, 1) : missing;
    if (wanted.length === 0) {
      const placed = placeParts(orders, done);
      const found = numberPages(placed);
      if (isSettled(plan, placed, found, numbers, guess) || settlings === MOST_SETTLINGS) return placed;
      settlings += 1;
      numbers = found;
      guess = 0;
      continue;
    }
    const outcomes = await Promise.all(wanted.map(async (order) => ({ order, outcome: await lay(order) })));
    for (const { order, outcome } of outcomes) {
      if (outcome.kind === "failed")
        throw new PartFailure(outcome.message, pagesBefore(orders, done, order) + outcome.page);
      if (outcome.kind === "laid-out") done.set(keyOf(order), outcome.part);
    }
    const joined = new Set(
      outcomes.filter(({ outcome }) => outcome.kind === "runs-on").map(({ order }) => order.end),
    );
    if (joined.size > 0) units = joinUnits(units, joined);
  }
}

type Unit = { readonly first: number; readonly end: number };

function keyOf(order: PartOrder): string {
  return JSON.stringify([order.first, order.end, order.before, order.numbers]);
}

/** Joins every unit that begins at one of `at` to the one before it. */
function joinUnits(units: readonly Unit[], at: ReadonlySet<number>): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last && at.has(unit.first)) joined[joined.length - 1] = { first: last.first, end: unit.end };
    else joined.push(unit);
  }
  return joined;
}

/** The order for each unit, with the pages before it as far as they matter; where they are not known yet, as a guess. */
function placeUnits(
  plan: LayoutPlan,
  units: readonly Unit[],
  done: ReadonlyMap<string, LaidOutPart>,
  orderOf: (unit: Unit, before: number) => PartOrder,
): readonly PartOrder[] {
  let pages = 0;
  return units.map((unit) => {
    const order = orderOf(unit, seenBefore(plan, unit, pages));
    // A part not laid out yet is taken to fill both sides of its sheets.
    pages += done.get(keyOf(order))?.pages.length ?? 2;
    return order;
  });
}

/** How many pages a part is told to come before it: as few as give the same layout. */
function seenBefore({ dependsOn }: LayoutPlan, { first }: Unit, pages: number): number {
  if (first === 0) return 0;
  if (dependsOn === "page") return pages;
  if (dependsOn === "side") return pages % 2 === 1 ? 1 : 2;
  return 2;
}

function makeOrder(
  plan: LayoutPlan,
  unit: Unit,
  before: number,
  numbers: ReadonlyMap<string, number>,
  guess: number,
): PartOrder {
  const references = plan.parts.slice(unit.first, unit.end).flatMap((part) => part.references);
  return {
    ...unit,
    before,
    // Only the width counts: a part is not laid out again for another number of as many digits.
    numbers: Object.fromEntries(references.map((id) => [id, widest(numbers.get(id) ?? guess)])),
  };
}

/** The widest number of as many digits. */
function widest(number: number): number {
  return Number("8".repeat(String(number).length));
}

/** About how many pages the document will have. */
function guessPages({ parts }: LayoutPlan): number {
  const LETTERS_PER_PAGE = 2_500;
  const pages = parts.reduce((sum, { letters }) => sum + Math.ceil(letters / LETTERS_PER_PAGE), 0);
  return pages;
}

function placeParts(
  orders: readonly PartOrder[],
  done: ReadonlyMap<string, LaidOutPart>,
): readonly PlacedPart[] {
  let before = 0;
  let counted = 0;
  return orders.flatMap((order) => {
    const laidOut = done.get(keyOf(order));
    if (!laidOut) return [];
    const placed: PlacedPart = { first: order.first, end: order.end, before, counted, laidOut };
    before += laidOut.pages.length;
    counted = laidOut.pages.reduce((number, page) => (page.reset ?? number) + page.increment, counted);
    return [placed];
  });
}

/** The number that the page of each id bears. */
export function numberPages(parts: readonly PlacedPart[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { counted, laidOut } of parts) {
    let number = counted;
    for (const page of laidOut.pages) {
      number = (page.reset ?? number) + page.increment;
      for (const id of page.ids) if (!numbers.has(id)) numbers.set(id, number);
    }
  }
  return numbers;
}

/** Whether every reference was laid out with room for as many digits as it will have. */
function isSettled(
  plan: LayoutPlan,
  parts: readonly PlacedPart[],
  found: ReadonlyMap<string, number>,
  used: ReadonlyMap<string, number>,
  guess: number,
): boolean {
  return parts.every(({ first, end }) =>
    plan.parts
      .slice(first, end)
      .flatMap(({ references }) => references)
      .every((id) => widest(found.get(id) ?? 0) <= widest(used.get(id) ?? guess)),
  );
}

function pagesBefore(
  orders: readonly PartOrder[],
  done: ReadonlyMap<string, LaidOutPart>,
  until: PartOrder,
): number {
  const earlier = orders.slice(0, orders.indexOf(until));
  return earlier.reduce((sum, order) => sum + (done.get(keyOf(order))?.pages.length ?? 0), 0);
}
