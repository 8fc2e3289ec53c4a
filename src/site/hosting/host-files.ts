// The files by which static hosts learn the headers of the site. Each has a host's own syntax and the same rules.
import type { HostRules } from "./response-headers.ts";

/** A file for a host. */
export interface HostFile {
  /** A path from the site's root. */
  readonly path: string;
  readonly text: string;
}

const COMPOSERS: readonly { readonly path: string; readonly compose: (rules: HostRules) => string }[] = [
  { path: "_headers", compose: composeHeadersFile },
  { path: "vercel.json", compose: composeVercelFile },
  { path: ".htaccess", compose: composeApacheFile },
  { path: "hosting/nginx.conf", compose: composeNginxFile },
];

/** All files for hosts. Where a host does not read one, it does no harm. */
export function composeHostFiles(rules: HostRules): HostFile[] {
  return COMPOSERS.map(({ path, compose }) => ({ path, text: compose(rules) }));
}

/**
 * For Netlify and Cloudflare Pages. Both join a header that two rules give, so what is kept for ever has the only rule on caching;
 * of everything else both say by themselves that it must be asked for again.
 */
function composeHeadersFile({ headers, caching }: HostRules): string {
  const block = (path: string, entries: readonly (readonly [string, string])[]): string =>
    [path, ...entries.map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const kept = caching.keptPaths.map((path) =>
    block(`/${path}${path.endsWith("/") ? "*" : ""}`, [["Cache-Control", caching.kept]]),
  );
  return `${[block("/*", Object.entries(headers)), ...kept].join("\n\n")}\n`;
}

/** For Vercel, which also says by itself that what has no rule on caching must be asked for again. */
function composeVercelFile({ headers, caching }: HostRules): string {
  const list = (entries: Readonly<Record<string, string>>): { key: string; value: string }[] =>
    Object.entries(entries).map(([key, value]) => ({ key, value }));
  const kept = caching.keptPaths.map((path) => ({
    // A source is a pattern in which a dot stands for itself; the paths hold nothing else that could be read as one.
    source: `/${path}${path.endsWith("/") ? "(.*)" : ""}`,
    headers: list({ "Cache-Control": caching.kept }),
  }));
  const rules = [{ source: "/(.*)", headers: list(headers) }, ...kept];
  return `${JSON.stringify({ headers: rules }, undefined, 2)}\n`;
}

/** For Apache 2.4. All of it is allowed by `AllowOverride FileInfo`: anything more would be an error where a host allows no more. */
function composeApacheFile({ headers, caching, prefix }: HostRules): string {
  const set = (name: string, value: string): string => `Header always set ${name} ${quote(value)}`;
  return `AddDefaultCharset utf-8
AddCharset utf-8 .css .js .svg .xml
AddType font/woff2 .woff2
ErrorDocument 404 ${prefix}/404.html
<IfModule mod_headers.c>
${Object.entries({ ...headers, "Cache-Control": caching.renewed })
  .map(([name, value]) => `  ${set(name, value)}`)
  .join("\n")}
  <FilesMatch ${quote(caching.keptNames)}>
    ${set("Cache-Control", caching.kept)}
  </FilesMatch>
</IfModule>
`;
}

/** For nginx: a file to include in a `server` or `location` block that has no `add_header` of its own. */
function composeNginxFile({ headers, caching, prefix }: HostRules): string {
  const add = (name: string, value: string): string => `add_header ${name} ${quote(value)} always;`;
  return `error_page 404 ${prefix}/404.html;
charset utf-8;
charset_types text/css text/plain text/xml text/javascript application/javascript application/json image/svg+xml;
set $briefing_cache ${quote(caching.renewed)};
if ($uri ~ ${quote(caching.keptNames)}) {
  set $briefing_cache ${quote(caching.kept)};
}
add_header Cache-Control $briefing_cache always;
${Object.entries(headers)
  .map(([name, value]) => add(name, value))
  .join("\n")}
`;
}

/** A value in the quotation marks of Apache and nginx; no value holds one of them, a dollar that starts a name, or a percent sign. */
function quote(value: string): string {
  if (/["\n]|\$\w|%/.test(value)) throw new Error(`A header's value cannot be written for a host: ${value}`);
  return `"${value}"`;
}
