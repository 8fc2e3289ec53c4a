// Every page of every site is valid HTML, the print document and the page for lost addresses too.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type ConfigData, HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { SITES } from "./build-sites.ts";
import { siteOf } from "./use-web.ts";

const RULES: ConfigData = {
  root: true,
  extends: ["recommended", "standard", "a11y", "document", "browser"].map((name) => `html-validate:${name}`),
  rules: {
    // A link within the site must be relative: the folder can lie anywhere.
    "allowed-links": ["error", { allowAbsolute: false }],
    // The policy of a careful host forbids them.
    "no-inline-style": "error",
    "no-style-tag": "error",
    // The files lie beside the page, from the same origin: who can change one can change the other.
    "require-sri": "off",
    // Tables that become cards on a narrow screen lose their roles in some browsers unless these are written out.
    "no-redundant-role": "off",
    // A table that scrolls is a region of its own, without being a section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // A page's title holds the title of a document, which nobody may shorten.
    "long-title": "off",
  },
};

/** The page for lost addresses can name no file of the site, so that its style stands in it. */
const LOST: ConfigData = { ...RULES, rules: { ...RULES.rules, "no-style-tag": "off" } };
/** The print document holds every part, each with its title. */
const PRINTED: ConfigData = {
  ...RULES,
  rules: { ...RULES.rules, "heading-level": ["error", { allowMultipleH1: true }] },
};

const rulesFor = (path: string): ConfigData =>
  path === "404.html" ? LOST : path === join("print", "index.html") ? PRINTED : RULES;

it.each(SITES)("%s", async (name) => {
  const { folder } = siteOf(name);
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".html"));
  expect(paths).toContain("404.html");
  expect(paths).toContain(join("print", "index.html"));
  const found: string[] = [];
  for (const path of paths.sort()) {
    const { results } = await new HtmlValidate(rulesFor(path)).validateFile(join(folder, path));
    for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages)) {
      found.push(`${path}:${line} ${ruleId} ${message}`);
    }
  }
  expect(found).toEqual([]);
});

it("finds what is not valid, what a policy forbids, and a link from the root", async () => {
  const { results } = await new HtmlValidate(RULES).validateString(
    '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p style="color: red"><div></div></p><a href="/a.html">A</a></body></html>',
  );
  const found = new Set(results.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId));
  for (const rule of ["close-order", "no-inline-style", "allowed-links"]) expect([...found]).toContain(rule);
});
