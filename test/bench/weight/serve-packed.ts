// A server of a folder as a host serves it: texts packed with gzip, everything else as it is. It counts what it sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

/** A file that was sent. */
export interface Sent {
  /** Its path from the folder. */
  readonly path: string;
  /** The bytes of its body on the wire. */
  readonly bytes: number;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const PACKED = /text|json|svg/;

/** Serves `folder` while `use` runs; `sent` grows with every answer. */
export async function withPackedServer<T>(
  folder: string,
  use: (origin: string, sent: readonly Sent[]) => Promise<T>,
): Promise<T> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname)).slice(1);
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const packed = PACKED.test(type);
    const body = packed ? gzipSync(bytes, { level: 6 }) : bytes;
    sent.push({ path, bytes: body.length });
    response.writeHead(200, { "content-type": type, ...(packed ? { "content-encoding": "gzip" } : {}) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
