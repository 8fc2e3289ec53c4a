// Serves the live site on the loopback address.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { findServedFile } from "../../print/server/served-file.ts";
import { usageError } from "../usage-error.ts";
import { addLiveScripts, formatProblemPage, LIVE } from "./live-pages.ts";
import type { LiveSite, LiveState } from "./live-site.ts";

/**
 * Serves the site while `use` runs, and hands it the origin (no slash at the end).
 * @throws BriefingError (usage) where the port cannot be had.
 */
export async function withLiveServer<T>(
  site: LiveSite,
  port: number,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    respond(site, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error("no answer", { cause: error }));
    });
  });
  await listen(server, port);
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE")
      throw usageError(`The port ${port} is taken; name another with --port.`, "serve");
    if (code === "EACCES")
      throw usageError(`The port ${port} may not be used; name another with --port.`, "serve");
    throw error;
  }
}

async function respond(site: LiveSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere may point a name of its own to this address to read a pack that is not public.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ""))
    return send(response, 403, TEXT, "");
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, TEXT, "");
  const pathname = (request.url ?? "/").replace(/[?#].*$/s, "");
  const own = OWN_PAGES[pathname];
  if (own !== undefined) return own(response, site);
  return sendPage(response, site.readState(), pathname);
}

type OwnPage = (response: ServerResponse, site: LiveSite) => Promise<void> | void;

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

const OWN_PAGES: Readonly<Record<string, OwnPage>> = {
  [LIVE.events]: sendEvents,
  [LIVE.problems]: (response, site) => send(response, 200, HTML, formatProblemPage(site.readState())),
  [LIVE.script]: async (response) => send(response, 200, SCRIPT, await readOwnScript("live.js")),
  [LIVE.previewScript]: async (response) => send(response, 200, SCRIPT, await readOwnScript("preview.js")),
  [LIVE.paged]: async (response) => send(response, 200, SCRIPT, await readPagedJs()),
};

/** A page or file of the last good build; the problems where there is none. */
async function sendPage(response: ServerResponse, state: LiveState, pathname: string): Promise<void> {
  const { folder, version } = state;
  if (folder === undefined) return send(response, 503, HTML, formatProblemPage(state));
  const preview = pathname === LIVE.preview;
  const found = await findServedFile(folder, preview ? "/print/index.html" : pathname);
  const file = found ?? (await findServedFile(folder, "/404.html"));
  const status = found === undefined ? 404 : 200;
  if (file === undefined) return send(response, status, TEXT, "There is no such page.\n");
  const body = await readFile(file.path);
  if (file.type !== HTML) return send(response, status, file.type, body);
  return send(response, status, HTML, addLiveScripts(body.toString("utf8"), version, preview));
}

function sendEvents(response: ServerResponse, site: LiveSite): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const tell = ({ version, problems }: LiveState): void => {
    response.write(`data: ${JSON.stringify({ version, broken: problems !== undefined })}\n\n`);
  };
  response.once("close", site.subscribe(tell));
  tell(site.readState());
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}

async function readOwnScript(name: string): Promise<string> {
  return readFile(new URL(`browser/${name}`, import.meta.url), "utf8");
}

/** The build of Paged.js that prints, too. */
async function readPagedJs(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs-cli");
  return readFile(join(dirname(entry), "../dist/browser.js"), "utf8");
}
