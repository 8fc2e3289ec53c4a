// The recipe for hosting, tried on nginx as Debian packages it: headers, caching, the page for what is not there, and a browser.
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFolder } from "../pack/altered-pack.ts";
import { type BuiltSite, buildSample } from "../site/built-site.ts";
import { listenToPage } from "../site/quiet-page.ts";
import { startBrowser } from "../start-browser.ts";
import { REPOSITORY } from "./build-repository-pack.ts";
import { nginxPath, withNginx } from "./private-nginx.ts";
import { programWords, runWords } from "./run-program.ts";

/** Where nginx must be, its absence is a failure; elsewhere the recipe cannot be tried without it. */
const required = process.env.BRIEFING_REQUIRE_NGINX === "1";

it.runIf(required)("nginx is where it must be", () => {
  expect(nginxPath, "BRIEFING_REQUIRE_NGINX is 1, and there is no nginx in the PATH").toBeDefined();
});

/** What docs/hosting.md has nginx do at the root of a host, and below a path: what stands within `server { … }`. */
async function readRecipes(): Promise<string[]> {
  const text = await readFile(join(REPOSITORY, "docs/hosting.md"), "utf8");
  const blocks = Array.from(text.matchAll(/^```nginx\n(.*?)^```$/gms), ([, block = ""]) => block);
  expect(blocks).toHaveLength(2);
  return blocks.map((block) => block.replace(/^server \{\n(.*)^\}$/ms, "$1"));
}

/** A recipe for a site that lies in `folder`. */
function fill(recipe: string, folder: string): string {
  return recipe
    .replaceAll("/srv/briefing", folder)
    .replaceAll("/etc/nginx/snippets/briefing.conf", `${folder}/hosting/nginx.conf`);
}

describe.runIf(nginxPath !== undefined)("on nginx", () => {
  let folder: string;
  let plain: BuiltSite;
  let browser: Browser;
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "briefing-nginx-")));
    const content = join(folder, "content");
    await cp(packFolder("good"), content, { recursive: true });
    const picture = join(content, "images/harbour.svg");
    const svg = await readFile(picture, "utf8");
    await writeFile(picture, svg.replace("<path", "<style>path { stroke: #c00 }</style><path"));
    const words = programWords("build", "--content", content, "--out", join(folder, "dist"));
    const { code, err } = await runWords(words, { cwd: folder });
    if (code !== 0) throw new Error(err);
    plain = await buildSample();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await plain?.remove();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  /** The pack with an address below a path, as that says, and the one without an address at the root of a host; by the recipes. */
  async function withHosts(use: (hosted: string, root: string) => Promise<void>): Promise<void> {
    const dist = join(folder, "dist");
    const [atRoot = "", below = ""] = await readRecipes();
    const servers = [fill(below, dist).replace("/packs/harbour/", "/harbour/"), fill(atRoot, plain.folder)];
    try {
      await withNginx(folder, servers, ([hosted = "", root = ""]) => use(`${hosted}/harbour`, root));
    } finally {
      await rm(join(folder, "nginx"), { recursive: true, force: true });
    }
  }

  async function headersOf(address: string): Promise<Record<string, string>> {
    const response = await fetch(address);
    await response.arrayBuffer();
    return { status: String(response.status), ...Object.fromEntries(response.headers) };
  }

  it("sends every header with a page, a stylesheet, the PDF and the page for what is not there", async () => {
    await withHosts(async (hosted, root) => {
      const [styles = ""] = (await readdir(join(folder, "dist/assets"))).filter((name) =>
        /^site\..*css$/.test(name),
      );
      const fonts = await readdir(join(folder, "dist/assets/fonts"));
      const kept = "public, max-age=31536000, immutable";
      const answers = [
        [`${hosted}/`, "200", "text/html; charset=utf-8", "no-cache"],
        [`${hosted}/sources/s1.html`, "200", "text/html; charset=utf-8", "no-cache"],
        [`${hosted}/print/index.html`, "200", "text/html; charset=utf-8", "no-cache"],
        [`${hosted}/briefing.pdf`, "200", "application/pdf", "no-cache"],
        [`${hosted}/feed.xml`, "200", "text/xml; charset=utf-8", "no-cache"],
        [`${hosted}/assets/${styles}`, "200", "text/css; charset=utf-8", kept],
        [`${hosted}/assets/fonts/${fonts[0]}`, "200", "font/woff2", kept],
        [`${hosted}/a/b/nothing.html`, "404", "text/html; charset=utf-8", "no-cache"],
        [`${hosted}/assets/site.0123456789abcdef.css`, "404", "text/html; charset=utf-8", "no-cache"],
        [`${root}/`, "200", "text/html; charset=utf-8", "no-cache"],
        [`${root}/assets/site.css`, "200", "text/css; charset=utf-8", "no-cache"],
        [`${root}/a/b/nothing.html`, "404", "text/html; charset=utf-8", "no-cache"],
      ] as const;
      for (const [address, status, type, caching] of answers) {
        const headers = await headersOf(address);
        expect(headers, address).toMatchObject({
          status,
          "content-type": type,
          "cache-control": caching,
          "x-content-type-options": "nosniff",
          "referrer-policy": "same-origin",
          "cross-origin-opener-policy": "same-origin",
          "permissions-policy": expect.stringContaining("camera=()"),
          "content-security-policy": expect.stringMatching(
            /^default-src 'none'; style-src 'self' 'sha256-[^']+'; script-src 'self'; .*frame-ancestors 'none'$/,
          ),
        });
      }
    });
  });

  it("sends again only what has changed", async () => {
    await withHosts(async (hosted) => {
      const { etag = "" } = await headersOf(`${hosted}/index.html`);
      const again = await fetch(`${hosted}/index.html`, { headers: { "If-None-Match": etag } });
      expect(again.status).toBe(304);
    });
  });

  it("shows every page whole, and the browser has nothing to say of it", async () => {
    await withHosts(async (hosted, root) => {
      const pages = (await readdir(join(folder, "dist"), { recursive: true })).filter((path) =>
        path.endsWith(".html"),
      );
      expect(pages.length).toBeGreaterThan(8);
      let pictures = 0;
      const addresses = [
        ...pages.map((path) => `${hosted}/${path}`),
        `${hosted}/a/b/nothing`,
        `${root}/`,
        `${root}/a/b/nothing`,
      ];
      for (const address of addresses) {
        const heard = await listenToPage(browser, address, async (page) => {
          const seen = await page.evaluate(() => ({
            face: getComputedStyle(document.body).fontFamily,
            pictures: [...document.images].map(({ naturalWidth }) => naturalWidth > 0),
          }));
          expect(seen.face, address).toContain("Source Serif 4");
          expect(seen.pictures, address).not.toContain(false);
          pictures += seen.pictures.length;
          const button = await page.$(".show-passage");
          await button?.click();
          if (button !== null) expect(await page.$(":popover-open"), address).not.toBeNull();
        });
        expect(heard, address).toEqual([]);
      }
      expect(pictures).toBeGreaterThan(0);
    });
  });
});
