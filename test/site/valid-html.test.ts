// Every page of the sample pack, which has what other packs have not, is valid HTML.
import { afterAll, beforeAll, expect, it } from "vitest";
import { findInvalidHtml } from "../find-invalid-html.ts";
import { type BuiltSite, buildSample, pagesOf } from "./built-site.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample({ address: "https://example.org/packs" });
});
afterAll(() => site.remove());

it("writes valid HTML on every page", async () => {
  const found: string[] = [];
  for (const [path, html] of pagesOf(site)) found.push(...(await findInvalidHtml(path, html)));
  expect(found).toEqual([]);
});
