// The generator's own words, and those of its packs, are set with real quotation marks, apostrophes and dashes.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { SITES } from "./build-sites.ts";
import { siteOf } from "./use-web.ts";

/** What is typed on a keyboard in place of a sign that it lacks. */
const TYPED = /["']| - |--|\.\.\./;

/** What is shown or read aloud, though it is no text of the page. */
const SPOKEN = [
  "aria-label",
  "aria-description",
  "title",
  "alt",
  "placeholder",
  "data-subject",
  "data-running",
];

/** Computer text, which is to be typed as it stands. */
const AS_TYPED = "code, pre, kbd, samp, script, style";

function findTyped(html: string): string[] {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll(AS_TYPED)) element.remove();
  const spoken = SPOKEN.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""),
  );
  const described = [...document.querySelectorAll("meta[name=description], meta[property]")].map(
    (element) => element.getAttribute("content") ?? "",
  );
  const lines = (document.documentElement.textContent ?? "").split("\n");
  return [...lines, ...spoken, ...described].filter((text) => TYPED.test(text));
}

it.each(SITES)("on every page of the site %s, and in what is printed", async (name) => {
  const { folder } = siteOf(name);
  const pages = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) {
    expect(findTyped(await readFile(join(folder, path), "utf8")), path).toEqual([]);
  }
});

it.each([
  '<p>So "it" is</p>',
  "<p>can't</p>",
  "<p>a - b</p>",
  '<a aria-label="More..."></a>',
  "<title>A -- B</title>",
])("and finds %s", (html) => {
  expect(findTyped(`<!doctype html><html><body>${html}</body></html>`)).toHaveLength(1);
});

it("but leaves what is to be typed", () => {
  expect(findTyped(`<!doctype html><html><body><pre>find '*'</pre><p>“a” – b</p></body></html>`)).toEqual([]);
});
