// Serves one folder on the loopback address, for the browser that prints it.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { numberLines } from "./number-lines.ts";
import { GUARD_HEADERS } from "./policy.ts";
import { findServedFile } from "./served-file.ts";

/** A folder while it is served. */
export interface PrintServer {
  /** Without a slash at the end. */
  readonly origin: string;
  /**
   * Serves a page that is no file, before any file of its name; returns what ends that.
   * @param path as that of a file in the folder: with forward slashes, none at the beginning, not encoded
   */
  publish(path: string, html: string): () => void;
}

/** The address of a file of the folder. @param path with forward slashes, none at the beginning, not encoded */
export function addressOf(origin: string, path: string): string {
  return `${origin}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The pages that are no files, by the decoded paths of their addresses. */
type PublishedPages = ReadonlyMap<string, string>;

/** Serves `folder` on a free port of 127.0.0.1 while `use` runs. */
export async function withServer<T>(folder: string, use: (server: PrintServer) => Promise<T>): Promise<T> {
  const published = new Map<string, string>();
  const server = createServer((request, response) => {
    respond(folder, published, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const publish: PrintServer["publish"] = (path, html) => {
    const address = `/${path}`;
    if (published.has(address)) throw new Error(`${path} is published already`);
    published.set(address, html);
    return () => void published.delete(address);
  };
  try {
    return await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publish });
  } finally {
    await close(server);
  }
}

async function respond(
  folder: string,
  published: PublishedPages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
  // Under another name the server would be of another origin: a name that leads here, or what is asked of it as a proxy.
  if (request.headers.host !== ownHost(request)) return end(response, 403);
  const address = request.url ?? "/";
  const page = findPage(published, address);
  if (page !== undefined) {
    begin(response, "text/html; charset=utf-8", "no-store").end(request.method === "HEAD" ? undefined : page);
    return;
  }
  const file = await findServedFile(folder, address);
  if (file === undefined) return end(response, 404);
  begin(response, file.type, "max-age=3600");
  if (request.method === "HEAD") response.end();
  // The document that the tab opens, not what it loads.
  else if (file.type.startsWith("text/html") && request.headers["sec-fetch-dest"] === "document")
    response.end(numberLines(await readFile(file.path)));
  else await pipeline(createReadStream(file.path), response);
}

function ownHost({ socket }: IncomingMessage): string {
  return `${socket.localAddress}:${socket.localPort}`;
}

function findPage(published: PublishedPages, address: string): string | undefined {
  try {
    return published.get(decodeURIComponent(address.replace(/[?#].*$/, "")));
  } catch {
    // An address that cannot be decoded is no page's.
    return undefined;
  }
}

function begin(response: ServerResponse, type: string, cache: string): ServerResponse {
  return response.writeHead(200, {
    ...GUARD_HEADERS,
    "Content-Type": type,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": cache,
  });
}

function end(response: ServerResponse, status: number): void {
  // Without a type to insist on: the browser would complain of it, besides of what it did not get.
  response.writeHead(status, { ...GUARD_HEADERS }).end();
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
