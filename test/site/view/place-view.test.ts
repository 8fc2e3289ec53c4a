// Where a page stands in its pack.
import { describe, expect, it } from "vitest";
import { nameParts } from "../../../src/site/view/named-parts.ts";
import { preparePlaces, windowAround } from "../../../src/site/view/place-view.ts";
import { makeSamplePack } from "../sample-pack.ts";

const pack = makeSamplePack();
const places = preparePlaces(nameParts(pack, new Map()));

describe("the list of the pack's parts", () => {
  it("has every part in its group, and marks the page that is shown alone", () => {
    const groups = places("sources/s2.html");
    expect(groups.map(({ title, entries }) => [title, entries.map((entry) => entry.address)])).toEqual([
      ["Summary", ["index.html"]],
      ["Sources", ["sources/s1.html", "sources/s2.html"]],
      ["Appendices", ["appendices/facts.html", "appendices/dates.html"]],
      ["About", ["evidence.html", "about.html"]],
    ]);
    const current = groups.flatMap(({ entries }) => entries.filter((entry) => entry.current));
    expect(current.map(({ id, address }) => [id, address])).toEqual([["S2", "sources/s2.html"]]);
  });

  it("lists the main headings of the page that is shown, and of no other", () => {
    const headings = (address: string) =>
      places(address).flatMap(({ entries }) =>
        entries.flatMap((entry) => entry.headings.map(({ text }) => [entry.address, text])),
      );
    const summary = pack.parts.find(({ kind }) => kind === "summary");
    const own = (summary?.body.headings ?? []).filter(({ level }) => level === 2).map(({ text }) => text);
    expect(own.length).toBeGreaterThan(0);
    expect(headings("index.html")).toEqual(own.map((text) => ["index.html", text]));
    expect(headings("evidence.html").map(([, text]) => text)).toContain("Quotations");
  });

  it("marks nothing on a page that is not in it", () => {
    expect(
      places("contents.html")
        .flatMap(({ entries }) => entries)
        .some(({ current }) => current),
    ).toBe(false);
  });
});

describe("a long pack", () => {
  it.each([
    { current: -1, count: 12, shown: [0, 12] },
    { current: -1, count: 13, shown: [0, 7] },
    { current: 0, count: 1000, shown: [0, 7] },
    { current: 2, count: 1000, shown: [0, 7] },
    { current: 500, count: 1000, shown: [497, 504] },
    { current: 999, count: 1000, shown: [993, 1000] },
  ])("lists of $count pages around number $current those from and to $shown", ({ current, count, shown }) => {
    expect(windowAround(current, count)).toEqual(shown);
  });

  it("tells how many pages stand before and after those that are listed", () => {
    const [first] = pack.parts.filter(({ kind }) => kind === "source");
    if (first === undefined) throw new Error("The sample has no source.");
    const parts = Array.from({ length: 40 }, (_, index) => ({
      ...first,
      id: `S${index + 1}`,
      slug: `s${index + 1}`,
    }));
    const long = preparePlaces(nameParts({ ...pack, parts }, new Map()));
    const [group] = long("sources/s20.html");
    expect(group?.entries.map(({ id }) => id)).toEqual(["S17", "S18", "S19", "S20", "S21", "S22", "S23"]);
    expect([group?.before, group?.after]).toEqual([16, 17]);
  });
});
