// The recipe for hosting, held to what the program does.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { composeHostFiles } from "../../../src/site/hosting/host-files.ts";
import { composeMetaPolicy } from "../../../src/site/hosting/policy.ts";
import { composeHostRules } from "../../../src/site/hosting/response-headers.ts";
import { PACKAGE_ROOT } from "../../../src/site/package-root.ts";

const rules = composeHostRules({ styles: [], hidden: true, named: [], address: undefined });
let recipe: string;
beforeAll(async () => {
  recipe = await readFile(join(PACKAGE_ROOT, "docs/hosting.md"), "utf8");
});

it("gives the policy of the pages to the letter", () => {
  expect(recipe).toContain(`\n${composeMetaPolicy()}\n`);
});

it("tells of every header, of each with a plain value its value, and of no other", () => {
  const [, table = ""] = recipe.split("| header | value | why |");
  const told = [...table.matchAll(/^\| `([\w-]+)` \| ([^|]*) \|/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const names = told.map(([name]) => name);
  expect([...names, "Content-Security-Policy"].sort()).toEqual(
    [...Object.keys(rules.headers), "Cache-Control"].sort(),
  );
  for (const name of ["X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"]) {
    expect(told.find(([each]) => each === name)?.[1]).toBe(`\`${rules.headers[name]}\``);
  }
});

it("names every file that is written for a host", () => {
  for (const { path } of composeHostFiles(rules)) expect(recipe).toContain(path);
});
