// The files for hosts: each in its host's syntax, all with the same headers.
import { expect, it } from "vitest";
import { composeHostFiles } from "../../../src/site/hosting/host-files.ts";
import { composeHostRules, type HostingFacts } from "../../../src/site/hosting/response-headers.ts";
import { buildSample } from "../built-site.ts";

const FACTS: HostingFacts = {
  styles: ["p { color: red }"],
  hidden: false,
  named: ["assets/site.0123456789abcdef.css"],
  address: "https://example.org/packs/harbour/",
};

function fileFor(path: string, facts: Partial<HostingFacts> = {}): string {
  const files = composeHostFiles(composeHostRules({ ...FACTS, ...facts }));
  return files.find((file) => file.path === path)?.text ?? `${path} is missing`;
}

it("gives Netlify and Cloudflare Pages the headers once, and caching for what is named by its content", () => {
  expect(fileFor("_headers")).toMatchInlineSnapshot(`
    "/*
      Content-Security-Policy: default-src 'none'; style-src 'self' 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
      X-Content-Type-Options: nosniff
      Referrer-Policy: same-origin
      Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()
      Cross-Origin-Opener-Policy: same-origin

    /assets/fonts/*
      Cache-Control: public, max-age=31536000, immutable

    /assets/site.0123456789abcdef.css
      Cache-Control: public, max-age=31536000, immutable
    "
  `);
});

it("keeps within what Cloudflare Pages reads: 100 rules, 2,000 characters a line", () => {
  const lines = fileFor("_headers").split("\n");
  expect(lines.filter((line) => line.startsWith("/")).length).toBeLessThan(100);
  for (const line of lines) expect(line.length).toBeLessThan(2000);
});

it("gives every host the same headers", () => {
  const { headers } = composeHostRules(FACTS);
  const vercel = JSON.parse(fileFor("vercel.json")) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  expect(vercel.headers[0]).toEqual({
    source: "/(.*)",
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  });
  for (const [name, value] of Object.entries(headers)) {
    expect(fileFor(".htaccess")).toContain(`  Header always set ${name} "${value}"\n`);
    expect(fileFor("hosting/nginx.conf")).toContain(`add_header ${name} "${value}" always;\n`);
  }
});

it("sends Apache and nginx to 404.html below the path of the address", () => {
  expect(fileFor(".htaccess")).toContain("\nErrorDocument 404 /packs/harbour/404.html\n");
  expect(fileFor("hosting/nginx.conf")).toContain("error_page 404 /packs/harbour/404.html;\n");
  for (const address of [undefined, "https://example.org", "https://%zz/"]) {
    expect(fileFor(".htaccess", { address })).toContain("\nErrorDocument 404 /404.html\n");
  }
});

it("lets no address write anything else into a host's configuration", () => {
  const address = `https://example.org/a";return 301 $host;'{}\\\n%22/b`;
  expect(fileFor("hosting/nginx.conf", { address })).toMatch(/^error_page 404 [A-Za-z0-9/._~%-]+;\n/);
  expect(fileFor(".htaccess", { address })).toMatch(/\nErrorDocument 404 [A-Za-z0-9/._~%-]+\n/);
});

it("keeps a hidden edition out of search engines, its PDF too", () => {
  for (const path of ["_headers", "vercel.json", ".htaccess", "hosting/nginx.conf"]) {
    expect(fileFor(path, { hidden: true })).toMatch(/X-Robots-Tag.*\n?.*noindex/);
    expect(fileFor(path)).not.toContain("X-Robots-Tag");
  }
});

it("refuses to write a value that would end before it should", () => {
  const rules = composeHostRules(FACTS);
  const broken = { ...rules, headers: { "X-Test": 'a"b' } };
  expect(() => composeHostFiles(broken)).toThrow(/cannot be written/);
});

it("keeps for ever only what is there and bears its digest, and names every such file", async () => {
  const site = await buildSample({ address: "https://example.org" });
  const kept = site
    .text("_headers")
    .split("\n\n")
    .slice(1)
    .map((rule) => rule.split("\n")[0]?.slice(1) ?? "");
  const { caching } = composeHostRules(FACTS);
  const named = site.paths.filter((path) => new RegExp(caching.keptNames).test(path));
  expect(named.filter((path) => !path.startsWith("assets/fonts/")).sort()).toEqual(kept.slice(1).sort());
  const fonts = site.paths.filter((path) => path.startsWith("assets/fonts/"));
  expect(fonts.length).toBeGreaterThan(40);
  for (const path of fonts) expect(named).toContain(path);
  await site.remove();
});
