// Every page of every site is valid HTML, the print document and the page for lost addresses too.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findInvalidHtml } from "../../find-invalid-html.ts";
import { listFiles } from "../../site/built-site.ts";
import { SITES } from "./build-sites.ts";
import { siteOf } from "./use-web.ts";

it.each(SITES)("%s", async (name) => {
  const { folder } = siteOf(name);
  const paths = (await listFiles(folder)).filter((path) => path.endsWith(".html"));
  expect(paths).toContain("404.html");
  expect(paths).toContain("print/index.html");
  const found: string[] = [];
  for (const path of paths) {
    found.push(...(await findInvalidHtml(path, await readFile(join(folder, path), "utf8"))));
  }
  expect(found).toEqual([]);
});

it("finds what is not valid, what a policy forbids, and a link from the root", async () => {
  const found = await findInvalidHtml(
    "index.html",
    '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p style="color: red"><div></div></p><a href="/a.html">A</a></body></html>',
  );
  for (const rule of ["close-order", "no-inline-style", "allowed-links"])
    expect(found.join("\n")).toContain(rule);
});
