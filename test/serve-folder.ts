// Serves a folder as a host does: if nothing else is said, a careful one, under a policy that lets a page load files of its own origin and nothing else.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const policy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** A server that runs. */
export interface Served {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** How a folder is served. */
interface Hosting {
  /** The headers of a file beside its type; as a careful host sends them, if left out. */
  readonly headers?: (path: string) => Readonly<Record<string, string>>;
  /** The file that is sent for whatever is not there. */
  readonly lost?: string;
}

/** Serves a folder on a free port of the loopback address. */
export async function serveFolder(
  folder: string,
  { headers = carefulHeaders, lost }: Hosting = {},
): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
    const found = await readFile(join(folder, path)).catch(() => undefined);
    if (found === undefined && lost === undefined) return response.writeHead(404).end();
    const sent = found === undefined ? `/${lost}` : path;
    response.writeHead(found === undefined ? 404 : 200, {
      ...headers(sent),
      "Content-Type": TYPES[extname(sent)] ?? "application/octet-stream",
    });
    return response.end(found ?? (await readFile(join(folder, sent))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function carefulHeaders(path: string): Readonly<Record<string, string>> {
  // The page that is served for any address can name no file of the site: its style stands in it.
  const styles = path.endsWith("/404.html") ? "'unsafe-inline'" : "'self'";
  return { "Content-Security-Policy": policy(styles), "X-Content-Type-Options": "nosniff" };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
