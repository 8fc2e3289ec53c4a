import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuiltSite, buildSample } from "./built-site.ts";
import { HOSTILE } from "./sample-pack.ts";

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSample({ title: `Pack ${HOSTILE}` });
});
afterAll(() => site.remove());

const SHOWN =
  "{{ 7*7 }} {% include &quot;page/footer.njk&quot; %} &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;";

it("shows template syntax and HTML of a title as they were written", () => {
  const html = site.text("sources/s1.html");
  expect(html).toContain(`<h1 id="s1--title">A letter ${SHOWN}</h1>`);
  expect(html).toContain(`<title>The letter – Pack ${SHOWN}</title>`);
  for (const [path, text] of site.texts) {
    expect(text, path).not.toContain("Pack 49");
    // A script of data writes text as text; it is no HTML.
    if (!path.endsWith(".js")) expect(text, path).not.toContain("<b>bold");
  }
});

it("shows template syntax of a body as it was written", () => {
  expect(site.text("index.html")).toContain("{{ 7*7 }} {% include");
});

it("lets no title end the string in a stylesheet", () => {
  const line = site
    .text("assets/print.css")
    .split("\n")
    .find((text) => text.includes("--running-title"));
  expect(line).toMatchInlineSnapshot(
    `"  --running-title: "Pack \\7b \\7b  7\\2a 7 \\7d \\7d  \\7b \\25  include \\22 page/footer.njk\\22  \\25 \\7d  \\3c b\\3e bold\\3c /b\\3e  & \\22 quoted\\22 ";"`,
  );
});
