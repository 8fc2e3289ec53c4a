// The policy of the pages: the same on each, in the meta element and in the header, and one under which everything works.
import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTemporaryFolder } from "../../files/temporary-folder.ts";
import { serveFolder } from "../../serve-folder.ts";
import { startBrowser } from "../../start-browser.ts";
import { type BuiltSite, buildSample, pagesOf } from "../built-site.ts";
import { listenToPage } from "../quiet-page.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

let site: BuiltSite;
let hosted: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, hosted] = [await buildSample(), await buildSample({ address: "https://example.org/packs/harbour" })];
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
  await hosted?.remove();
});

const temporary = useTemporaryFolder();
/** A copy of a site for one case, which alters its files. */
async function copyOf(original: BuiltSite): Promise<BuiltSite> {
  await cp(original.folder, temporary(), { recursive: true });
  return { ...original, folder: temporary() };
}

function policyOf(html: string): string | null | undefined {
  return parseHTML(html)
    .document.querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute("content");
}

describe("the policy in the pages", () => {
  it("is the same on every page, before anything that is loaded, and on the print document none at all", () => {
    for (const each of [site, hosted]) {
      for (const [path, html] of pagesOf(each)) {
        if (path.startsWith("print/")) expect(html).not.toContain("http-equiv");
        else if (path !== "404.html") {
          expect(policyOf(html), path).toBe(POLICY);
          expect(html.indexOf("http-equiv"), path).toBeLessThan(html.search(/<(?:link|script|style|title)/));
        }
      }
    }
  });

  it("allows the style of 404.html by its digest, and no other", () => {
    const html = site.text("404.html");
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const digest = createHash("sha256").update(style).digest("base64");
    expect(style).toContain("--marking-text");
    expect(policyOf(html)).toBe(POLICY.replace("style-src 'self'", `style-src 'self' 'sha256-${digest}'`));
  });

  it("needs no exception: there is no script, style or handler in any page, but data that is not run", () => {
    for (const each of [site, hosted]) {
      for (const [path, html] of pagesOf(each)) {
        const { document } = parseHTML(html);
        for (const script of document.querySelectorAll("script:not([type='application/ld+json'])")) {
          expect(script.textContent, path).toBe("");
          expect(script.getAttribute("src"), path).toBeTruthy();
        }
        if (path !== "404.html") expect(document.querySelector("style"), path).toBeNull();
        expect(html, path).not.toMatch(/ style=| on\w+="/);
      }
    }
  });
});

describe("under the policy", () => {
  const PICTURES = `<img src="PLACE/plan.svg" alt=""><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" alt="">`;

  /** Adds a picture that styles itself, which a pack may have. */
  async function addPictures({ folder }: BuiltSite): Promise<void> {
    await writeFile(
      join(folder, "plan.svg"),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>path{fill:#c00}</style><path d="M0 0h9v9H0z" style="stroke:#00c"/></svg>`,
    );
    for (const [path, place] of [
      ["index.html", "."],
      ["sources/s1.html", ".."],
    ] as const) {
      const file = join(folder, path);
      const html = await readFile(file, "utf8");
      await writeFile(file, html.replace("</main>", `${PICTURES.replaceAll("PLACE", place)}</main>`));
    }
  }

  async function expectWhole(page: Page): Promise<void> {
    const seen = await page.evaluate(async () => {
      await document.fonts.ready;
      return {
        accent: getComputedStyle(document.documentElement).getPropertyValue("--accent"),
        fonts: [...document.fonts].filter(({ status }) => status === "loaded").length,
        pictures: [...document.images].map(({ naturalWidth }) => naturalWidth > 0),
      };
    });
    expect(seen.accent).toMatch(/^#/);
    expect(seen.fonts).toBeGreaterThan(2);
    expect(seen.pictures).not.toContain(false);
    const button = await page.$(".show-passage");
    if (button === null) return;
    await button.click();
    expect(await page.$(":popover-open")).not.toBeNull();
  }

  it("pages opened from disk are whole, and the browser has nothing to say of them", async () => {
    const copy = await copyOf(site);
    await addPictures(copy);
    for (const [path] of pagesOf(copy)) {
      if (path.startsWith("print/") || path === "404.html") continue;
      const heard = await listenToPage(browser, pathToFileURL(join(copy.folder, path)).href, expectWhole);
      expect(heard, path).toEqual([]);
    }
  });

  it("pages of a host that sends the headers are whole, and the browser has nothing to say of them", async () => {
    const copy = await copyOf(hosted);
    await addPictures(copy);
    await withHost(copy, async (origin) => {
      for (const [path] of pagesOf(copy)) {
        if (path.startsWith("print/") || path === "404.html") continue;
        // The pictures of the test are no change of the page's assets, whose digests it insists on.
        expect(await listenToPage(browser, `${origin}/${path}`, expectWhole), path).toEqual([]);
      }
    });
  });

  it("404.html is styled at every address, at any depth", async () => {
    await withHost(site, async (origin) => {
      for (const address of ["/nothing", "/a/b/c/nothing.html"]) {
        const heard = await listenToPage(browser, origin + address, async (page) => {
          const label = await page.$eval(".marking span", (span) => getComputedStyle(span).backgroundColor);
          expect(label).toBe("rgb(0, 0, 0)");
        });
        expect(heard, address).toEqual([]);
      }
    });
  });

  it("a style or script that someone puts into a page does nothing, with the header or without", async () => {
    const file = join((await copyOf(site)).folder, "about.html");
    const html = await readFile(file, "utf8");
    const harm = `<style>h1 { display: none }</style><script>document.title = "run"</script>`;
    await writeFile(file, html.replace("</head>", `${harm}</head>`));
    const heard = await listenToPage(browser, pathToFileURL(file).href, async (page) => {
      expect(await page.title()).not.toBe("run");
      expect(await page.$eval("h1", (heading) => getComputedStyle(heading).display)).not.toBe("none");
    });
    expect(heard.join("\n")).toMatch(/inline style[\s\S]*inline script/);
  });
});

describe("the digests of a hosted pack", () => {
  it("keep a script out that was altered on its way", async () => {
    const copy = await copyOf(hosted);
    await withHost(copy, async (origin) => {
      const script = copy.paths.find((path) => /^assets\/.*\.js$/.test(path)) ?? "";
      const file = join(copy.folder, script);
      const text = await readFile(file, "utf8");
      await writeFile(file, `${text}\ndocument.title = "altered";\n`);
      const heard = await listenToPage(browser, `${origin}/contents.html`, async (page) => {
        expect(await page.title()).not.toBe("altered");
      });
      expect(heard.join("\n")).toContain("integrity");
    });
  });

  it("keep its styles from a page that was opened from disk, which is why a pack without an address has none", async () => {
    const address = pathToFileURL(join(hosted.folder, "contents.html")).href;
    const heard = await listenToPage(browser, address, async (page) => {
      const accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent')";
      expect(await page.evaluate(accent)).toBe("");
    });
    expect(heard.join("\n")).toContain("integrity");
  });
});

/** Serves a site with the headers that its `_headers` gives to every page. */
async function withHost({ folder }: BuiltSite, use: (origin: string) => Promise<void>): Promise<void> {
  const [first = ""] = (await readFile(join(folder, "_headers"), "utf8")).split("\n\n");
  const headers = first
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/: (.*)/s) as [string, string])
    .map(([name, value]) => [name, value] as const);
  const served = await serveFolder(folder, {
    headers: () => Object.fromEntries(headers),
    lost: "404.html",
  });
  try {
    await use(served.origin);
  } finally {
    await served.close();
  }
}
