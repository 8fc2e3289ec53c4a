import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuiltSite, buildSample, pagesOf } from "./built-site.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample({ address: "https://example.org/packs" });
});
afterAll(() => site.remove());

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The print document holds every part, each with its title.
    "heading-level": ["error", { allowMultipleH1: true }],
    // Tables that become cards on a narrow screen lose their roles in some browsers unless these are written out.
    "no-redundant-role": "off",
    // A table that scrolls is a region of its own, without being a section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // A page's title holds the pack's title, which an author writes.
    "long-title": "off",
  },
});

it("writes valid HTML on every page", async () => {
  const found: string[] = [];
  for (const [path, html] of pagesOf(site)) {
    const { results } = await validator.validateString(html, path);
    for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages)) {
      found.push(`${path}:${line} ${ruleId} ${message}`);
    }
  }
  expect(found).toEqual([]);
});

it("finds what is not valid", async () => {
  const report = await validator.validateString("<!doctype html><html lang=en><p><div></div></p></html>");
  expect(report.valid).toBe(false);
});
