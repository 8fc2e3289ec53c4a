// The pages, scripts and styles of the live server itself.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { readPagedJs } from "../../print/layout/open-source.ts";
import { type Answer, HTML } from "./answer.ts";
import { composeEngineScript } from "./engine-script.ts";
import { LIVE } from "./live-pages.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: HTML,
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
};

/** The desk shows pages of this server and nothing else, and is shown in no other page. */
const DESK_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGES: Readonly<Record<string, { readonly file: string; readonly headers?: Answer["headers"] }>> = {
  [LIVE.desk]: { file: "desk.html", headers: { "Content-Security-Policy": DESK_POLICY } },
  [LIVE.preview]: { file: "print-view.html" },
  [LIVE.layout]: { file: "layout.html" },
};

/** The files in `browser` that are sent under their own names. */
const FILES = [
  "connection.js",
  "desk.css",
  "desk.js",
  "desk-layout.js",
  "lay-out-sections.js",
  "layout-failures.js",
  "layout-frame.js",
  "live.js",
  "problem-list.css",
  "problem-list.js",
  "place.js",
  "print-document.js",
  "print-note.js",
  "print-pages.js",
  "print-view.css",
  "print-view.js",
  "sheaf-place.js",
  "stand-in.css",
] as const;

/** What is made, and the same as long as the server runs. */
const MADE: Readonly<Record<string, () => Promise<string | Uint8Array> | string>> = {
  "paged.js": readPagedJs,
  "engine.js": composeEngineScript,
  "sans-400.woff2": () => readSans(400),
  "sans-600.woff2": () => readSans(600),
};

/** The answer for an address that the live server keeps for itself; undefined for any other. */
export async function readOwnFile(pathname: string): Promise<Answer | undefined> {
  const page = PAGES[pathname];
  if (page) {
    return { status: 200, type: HTML, body: await readBrowserFile(page.file), headers: page.headers ?? {} };
  }
  if (!pathname.startsWith(LIVE.files)) return undefined;
  const name = pathname.slice(LIVE.files.length);
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "";
  const make = Object.hasOwn(MADE, name) ? MADE[name] : undefined;
  if (make) return { status: 200, type, body: await make() };
  if (!(FILES as readonly string[]).includes(name)) return undefined;
  return { status: 200, type, body: await readBrowserFile(name) };
}

async function readBrowserFile(name: string): Promise<string> {
  return readFile(new URL(`browser/${name}`, import.meta.url), "utf8");
}

/** The face that the site's headings are set in, too. */
async function readSans(weight: 400 | 600): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  return readFile(resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`));
}
