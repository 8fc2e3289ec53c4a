// The name that may have been meant.
import { expect, test } from "vitest";
import { suggestName } from "../../src/cli/suggest.ts";

const KNOWN = ["check", "build", "print", "serve"];

test.each([
  ["chekc", "check"],
  ["Build", "build"],
  ["biuld", "build"],
  ["prin", "print"],
  ["ser", "serve"],
  ["servve", "serve"],
])("%s is %s", (typed, meant) => {
  expect(suggestName(typed, KNOWN)).toBe(meant);
});

test.each(["", "x", "frobnicate", "import"])("“%s” is nothing that is known", (typed) => {
  expect(suggestName(typed, KNOWN)).toBeUndefined();
});
