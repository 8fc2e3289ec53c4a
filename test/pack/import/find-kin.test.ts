// Which source a new document may be a changed copy of.
import { expect, test } from "vitest";
import { findKin } from "../../../src/pack/import/find-kin.ts";

const SOURCES = new Map([
  ["S1", ["One.", "“Two” – of them.", "Three."]],
  ["S2", ["One.", "Two of them.", "Three.", "Four."]],
]);

test("is the one with most of its passages, folded", () => {
  expect(findKin(["One.", '"Two" - of  them.', "Three.", "Five."], SOURCES)).toEqual({
    sourceId: "S1",
    shared: 3,
  });
  expect(findKin(["Four.", "Three.", "One."], SOURCES)).toEqual({ sourceId: "S2", shared: 3 });
});

test("is none with half of them or fewer", () => {
  expect(findKin(["One.", "Three.", "Six.", "Seven."], SOURCES)).toBeUndefined();
  expect(findKin(["Six."], SOURCES)).toBeUndefined();
});
