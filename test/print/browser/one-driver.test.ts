// One driver of browsers in the tree: a second copy would fetch or find a browser of its own.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("is in the lock file once, under the name by which pagedjs-cli asks for it", () => {
  const lock: { packages: Record<string, { name?: string }> } = JSON.parse(
    readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8"),
  );
  const drivers = Object.entries(lock.packages).filter(([path]) =>
    /(^|\/)node_modules\/puppeteer(-core)?$/.test(path),
  );
  expect(drivers.map(([path, { name }]) => [path, name])).toEqual([
    ["node_modules/puppeteer", "puppeteer-core"],
  ]);
});
