import { describe, expect, it } from "vitest";
import { absoluteAddress } from "../../../src/site/filters/absolute-address.ts";
import { relativeAddress } from "../../../src/site/filters/relative-address.ts";

describe("relativeAddress", () => {
  it.each([
    ["index.html", "index.html", "index.html"],
    ["index.html#a", "index.html", "#a"],
    ["sources/s1.html", "index.html", "sources/s1.html"],
    ["index.html", "sources/s1.html", "../index.html"],
    ["sources/s2.html#s2-p14", "sources/s1.html", "s2.html#s2-p14"],
    ["sources/s2.html#s2-p14", "appendices/article-5.html", "../sources/s2.html#s2-p14"],
    ["assets/images/a/b.png", "print/index.html", "../assets/images/a/b.png"],
    ["sources/s1.html", "sources/s1.html", "s1.html"],
  ])("%s from %s is %s", (target, from, expected) => {
    expect(relativeAddress(target, from)).toBe(expected);
  });
});

describe("absoluteAddress", () => {
  it.each([
    ["index.html", "https://example.org", "https://example.org/"],
    ["index.html", "https://example.org/packs/", "https://example.org/packs/"],
    ["sources/s1.html", "https://example.org/packs/?x#y", "https://example.org/packs/sources/s1.html"],
  ])("%s at %s is %s", (path, host, expected) => {
    expect(absoluteAddress(path, host)).toBe(expected);
  });
});
