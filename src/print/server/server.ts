// Serves one folder on the loopback address, for the browser that prints it.
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { findServedFile } from "./served-file.ts";

/** Serves `folder` on a free port of 127.0.0.1 while `use` runs, and hands it the origin (no slash at the end). */
export async function withServer<T>(folder: string, use: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    respond(folder, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await close(server);
  }
}

async function respond(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await findServedFile(folder, request.url ?? "/");
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
  if (file === undefined) return end(response, 404);
  response.writeHead(200, {
    "Content-Type": file.type,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "max-age=3600",
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file.path), response);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "text/plain" }).end();
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
