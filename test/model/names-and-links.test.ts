// Ids, citation keys, markings and links: which are sound, and what is made of them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationKey, judgementId, partId, passageId, slugify, slugOf } from "../../src/model/identifiers.ts";
import { idOfFragment, readLink } from "../../src/model/links.ts";
import { marking, markingColour } from "../../src/model/marking.ts";
import { inlineMarkdown, webAddress } from "../../src/model/text.ts";

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe("ids", () => {
  test.each(["S1", "article-5", "a", "A1b2-C3"])("%s is the id of a part", (id) =>
    expect(accepts(partId, id)).toBe(true),
  );
  test.each(["", "1a", "-a", "a-", "a--b", "a b", "a_b", "ä", "a/b", "a.b", "../a", "a\n"])(
    "%j is none",
    (id) => {
      expect(accepts(partId, id)).toBe(false);
    },
  );
  test.each(["post", "post_2", "the-post"])("%s is a citation key", (key) =>
    expect(accepts(citationKey, key)).toBe(true),
  );
  test.each(["", "2post", "the post", "@post", "пост", "a;b", "a\n"])("%j is none", (key) =>
    expect(accepts(citationKey, key)).toBe(false),
  );

  test("of elements begin with their part", () => {
    expect(slugOf("S2")).toBe("s2");
    expect(passageId("S2", 14)).toBe("s2-p14");
    expect(judgementId(2)).toBe("summary-judgement-2");
    expect(idOfFragment("s2", "p14")).toBe("s2-p14");
  });
});

describe("a slug", () => {
  test.each([
    ["The Security Council’s place", "the-security-councils-place"],
    ["Article 5, clause by clause", "article-5-clause-by-clause"],
    ["Précis & Über", "precis-uber"],
    ["Їжак і Київ", "іжак-і-киів"],
    ["½ ﬁne", "1-2-fine"],
    ["???", "section"],
    ["", "section"],
    ["__proto__", "proto"],
  ])("of “%s” is %s", (text, slug) => expect(slugify(text)).toBe(slug));

  test("is an id whatever the text: letters and digits joined by single hyphens, and its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a link", () => {
  test.each([
    ["https://example.org/a?b#c", "outside"],
    ["HTTP://example.org", "outside"],
    ["mailto:a@b.example", "outside"],
    ["../sources/s1.md", "sources/s1.md"],
    ["terms.md#the-toll", "appendices/terms.md #the-toll"],
    ["./terms.md#", "appendices/terms.md #"],
    ["#here", "appendices/a.md #here"],
    ["", "appendices/a.md"],
    ["../sources/%C3%BC.md", "sources/ü.md"],
    ["../sources/%zz.md", "sources/%zz.md"],
    ["sub/../terms.md", "appendices/terms.md"],
    ["javascript:alert(1)", "refused"],
    ["JAVASCRIPT:alert(1)", "refused"],
    ["vbscript:x", "refused"],
    ["data:text/html,x", "refused"],
    ["file:///etc/passwd", "refused"],
    ["https:/example.org", "refused"],
    ["https:///etc/passwd", "refused"],
    ["mailto:", "refused"],
    ["mailto:a@", "refused"],
    ["mailto:a b@c.example", "refused"],
    ["/etc/passwd", "refused"],
    ["//example.org/", "refused"],
    ["\\\\server\\share", "refused"],
    ["../../x.md", "refused"],
    ["%2e%2e/%2e%2e/x.md", "refused"],
  ])("%s leads to %s", (href, expected) => {
    const target = readLink(href, "appendices/a.md");
    const told =
      target.kind === "file"
        ? `${target.file}${target.fragment === undefined ? "" : ` #${target.fragment}`}`
        : target.kind;
    expect(told).toBe(expected);
  });

  test("never leads out of the pack, whatever is written", () => {
    const step = fc.constantFrom("..", ".", "a", "%2e%2e", "%2f", "\\", "", "#", "?", ":", "b.md");
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.string({ unit: "binary", maxLength: 5 }),
        (steps, tail) => {
          const target = readLink(`${steps.join("/")}${tail}`, "sources/s1.md");
          if (target.kind === "file") expect(target.file.split("/")).not.toContain("..");
        },
      ),
    );
  });
});

describe("a marking", () => {
  test.each([
    ["TLP:RED", "#FF2B2B"],
    ["TLP:AMBER+STRICT", "#FFC000"],
    ["TLP:AMBER", "#FFC000"],
    ["TLP:GREEN", "#33FF00"],
    ["TLP:CLEAR", "#FFFFFF"],
  ])("%s is a label of TLP 2.0 and has its colour", (label, colour) => {
    expect(accepts(marking, label)).toBe(true);
    expect(markingColour(label)).toBe(colour);
  });

  test.each([
    "TLP:WHITE",
    "tlp:clear",
    "TLP: CLEAR",
    "TLP:CLEAR ",
    "CLEAR",
    "TLP:AMBER+STRICTER",
    "TLP:GREEN+STRICT",
    "",
    "TLP:RED\n",
  ])("%j is none", (label) => {
    expect(accepts(marking, label)).toBe(false);
  });
});

describe("text", () => {
  test.each(["https://example.org", "http://example.org/a?b#c", "https://приклад.укр/"])(
    "%s is a web address",
    (address) => {
      expect(accepts(webAddress, address)).toBe(true);
    },
  );
  test.each([
    "example.org",
    "https://",
    "https:// example.org",
    "ftp://example.org",
    "javascript:alert(1)//https://x.example",
    "https://x.example/\na",
  ])("%j is none", (address) => {
    expect(accepts(webAddress, address)).toBe(false);
  });
  test("is empty where nothing of it is seen", () => {
    expect(accepts(inlineMarkdown, " \n\t\u00a0")).toBe(false);
    expect(accepts(inlineMarkdown, " x ")).toBe(true);
  });
});
