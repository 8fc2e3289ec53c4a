// Serves the live site on the loopback address.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { findServedFile } from "../../print/server/served-file.ts";
import type { Sink } from "../io.ts";
import { showControls } from "../show-controls.ts";
import { usageError } from "../usage-error.ts";
import { type Answer, HTML, sendAnswer, TEXT } from "./answer.ts";
import { addLiveScript, formatStandIn, LIVE } from "./live-pages.ts";
import type { LiveSite, LiveState } from "./live-site.ts";
import { readOwnFile } from "./own-files.ts";
import { digestOf, digestPage } from "./page-digest.ts";
import { tellState } from "./told-state.ts";

/** What is served where. */
export interface LiveServerOptions {
  readonly site: LiveSite;
  /** On the loopback address; 0 is any that is free. */
  readonly port: number;
  /** Where it is told that an answer failed. */
  readonly stderr: Sink;
}

/**
 * Serves the site while `use` runs, and hands it the origin (no slash at the end). An answer that fails is told, and ends nothing else.
 * @throws BriefingError (usage) where the port cannot be had.
 */
export async function withLiveServer<T>(
  { site, port, stderr }: LiveServerOptions,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    respond(site, request, response).catch((error: unknown) => {
      stderr.write(describeFailure(request, error));
      if (response.headersSent) response.destroy();
      else sendAnswer(request, response, { status: 500, type: TEXT, body: FAILED });
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

const FAILED = "The server could not answer; the terminal in which it runs says why.\n";

function describeFailure({ method, url }: IncomingMessage, error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return showControls(`The server could not answer ${method} ${url}:\n${details}\n`);
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
  const answer = (status: number, body = ""): void =>
    sendAnswer(request, response, { status, type: TEXT, body });
  // A page elsewhere may point a name of its own to this address to read a pack that is not public.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) return answer(403);
  if (request.method !== "GET" && request.method !== "HEAD") return answer(405);
  const pathname = (request.url ?? "/").replace(/[?#].*$/s, "");
  // The site's own pages call its first page by name.
  if (pathname === "/" && request.headers["sec-fetch-dest"] !== "iframe") {
    response.writeHead(302, { Location: LIVE.desk, "Cache-Control": "no-store" }).end();
    return;
  }
  if (pathname === LIVE.events) return sendEvents(request, response, site);
  if (pathname === LIVE.digest) return answer(200, await digestOfPage(site.readState(), request.url ?? ""));
  sendAnswer(
    request,
    response,
    (await readOwnFile(pathname)) ?? (await readPage(site.readState(), pathname)),
  );
}

/** A page or file of the last good build; what is wrong where there is none. */
async function readPage(state: LiveState, pathname: string): Promise<Answer> {
  if (state.good === undefined)
    return describePage(503, formatStandIn(state), digestOf(String(state.version)));
  const { folder } = state.good;
  const found = await findServedFile(folder, pathname);
  const file = found ?? (await findServedFile(folder, "/404.html"));
  const status = found === undefined ? 404 : 200;
  if (file === undefined) return { status, type: TEXT, body: "There is no such page.\n" };
  const body = await readFile(file.path);
  if (file.type !== HTML) return { status, type: file.type, body };
  const html = body.toString("utf8");
  return describePage(status, html, await digestPage(folder, pathname, html));
}

/** The digest that the page at the path after `?` has now. */
async function digestOfPage(state: LiveState, address: string): Promise<string> {
  const { digest = "" } = await readPage(state, address.slice(address.indexOf("?") + 1));
  return digest;
}

function describePage(status: number, html: string, digest: string): Answer {
  return { status, type: HTML, body: addLiveScript(html, digest), digest };
}

/** Tells the state now and whenever it changes, as long as the page listens; whoever asks for the head alone has it at once. */
function sendEvents(request: IncomingMessage, response: ServerResponse, site: LiveSite): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const tell = (state: LiveState): void => {
    response.write(`data: ${JSON.stringify(tellState(state, performance.now()))}\n\n`);
  };
  response.once("close", site.subscribe(tell));
  response.write(`retry: ${RETRY_MS}\n`);
  tell(site.readState());
}

/** How soon a page asks again when the server was gone. */
const RETRY_MS = 500;
