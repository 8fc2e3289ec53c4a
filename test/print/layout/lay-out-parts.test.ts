// Parts are laid out apart and put in their places; what depends on the place is laid out until it agrees.
import { describe, expect, it } from "vitest";
import type { PartOrder } from "../../../src/print/in-page/lay-out-part.ts";
import type { PartOutcome } from "../../../src/print/layout/laid-out-part.ts";
import { layOutParts, numberPages, PartFailure } from "../../../src/print/layout/lay-out-parts.ts";
import type { LayoutPlan, PlannedPart } from "../../../src/print/layout/layout-plan.ts";

const part = (ref: number, changes: Partial<PlannedPart> = {}): PlannedPart => ({
  ref,
  ancestors: [],
  digest: String(ref),
  letters: 2_000,
  pictures: [],
  references: [],
  ...changes,
});

function plan(parts: readonly PlannedPart[], dependsOn: LayoutPlan["dependsOn"] = "nothing"): LayoutPlan {
  return { parts, sheets: [], root: [], body: [], fixed: [], dependsOn };
}

/** A part of so many pages, the ids of which say what it is. */
function laidOut(name: string, pages: number, changes: { reset?: number } = {}): PartOutcome {
  const all = Array.from({ length: pages }, (_, index) => ({
    html: "",
    size: [600, 800] as const,
    ids: index === 0 ? [name] : [],
    increment: 1,
    ...(index === 0 ? changes : {}),
  }));
  return { kind: "laid-out", part: { pages: all, counters: "", notes: 0 } };
}

describe("layOutParts", () => {
  it("puts parts in their order, whichever is ready first", async () => {
    const placed = await layOutParts(plan([part(0), part(10), part(20)]), async ({ first }) => {
      await new Promise((resolve) => setTimeout(resolve, 9 - 3 * first));
      return laidOut(`p${first}`, first + 1);
    });
    expect(placed.map(({ first, before }) => [first, before])).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
    ]);
    expect([...numberPages(placed)]).toEqual([
      ["p0", 1],
      ["p1", 2],
      ["p2", 4],
    ]);
  });

  it("numbers pages as their counter says", async () => {
    const placed = await layOutParts(plan([part(0), part(10)]), async ({ first }) =>
      laidOut(`p${first}`, 2, first === 1 ? { reset: 0 } : {}),
    );
    expect(numberPages(placed).get("p1")).toBe(1);
  });

  it("lays a part out again on the side it turns out to be on", async () => {
    const asked: string[] = [];
    await layOutParts(plan([part(0), part(10), part(20)], "side"), async ({ first, before }) => {
      asked.push(`${first} after ${before}`);
      return laidOut(`p${first}`, first === 0 ? 1 : 2);
    });
    expect(asked).toEqual(["0 after 0", "1 after 2", "2 after 2", "1 after 1", "2 after 1"]);
  });

  it("lays parts out one after the other where the number of the page matters", async () => {
    const asked: string[] = [];
    await layOutParts(plan([part(0), part(10), part(20)], "page"), async ({ first, before }) => {
      asked.push(`${first} after ${before}`);
      return laidOut(`p${first}`, 3);
    });
    expect(asked.at(-1)).toBe("2 after 6");
    expect(asked.filter((order) => order.startsWith("0"))).toEqual(["0 after 0"]);
  });

  it("lays a reference out again that needs more digits than it was given", async () => {
    const orders: PartOrder[] = [];
    const parts = [part(0, { references: ["p1"], letters: 10 }), part(10, { letters: 10 })];
    await layOutParts(plan(parts), async (order) => {
      orders.push(order);
      return laidOut(`p${order.first}`, order.first === 0 ? 120 : 1);
    });
    expect(orders.filter(({ first }) => first === 0).map(({ numbers }) => numbers.p1)).toEqual([8, 888]);
    expect(orders.filter(({ first }) => first === 1)).toHaveLength(1);
  });

  it("does so however many parts had to be laid out one after the other", async () => {
    const orders: PartOrder[] = [];
    const parts = Array.from({ length: 12 }, (_, index) =>
      part(index * 10, index === 0 ? { references: ["p11"], letters: 10 } : { letters: 10 }),
    );
    await layOutParts(plan(parts, "page"), async (order) => {
      orders.push(order);
      return laidOut(`p${order.first}`, order.first === 1 ? 120 : 1);
    });
    expect(orders.filter(({ first }) => first === 0).at(-1)?.numbers).toEqual({ p11: 888 });
  });

  it("joins a part to the one before where no page ends between them", async () => {
    const placed = await layOutParts(plan([part(0), part(10), part(20)]), async ({ first, end }) =>
      first === 0 && end === 1 ? { kind: "runs-on" } : laidOut(`p${first}`, end - first),
    );
    expect(placed.map(({ first, end }) => [first, end])).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  it("names the page of the document on which a part fails, as far as what comes before is known", async () => {
    const failure = layOutParts(plan([part(0), part(10)], "page"), async ({ first }) =>
      first === 0 ? laidOut("p0", 4) : { kind: "failed", message: "Too tall", page: 2 },
    );
    await expect(failure).rejects.toThrow(PartFailure);
    await expect(failure).rejects.toMatchObject({ message: "Too tall", page: 6 });
  });
});
