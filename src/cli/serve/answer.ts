// Answers of the live server: what is sent, and how it may be kept.
import type { IncomingMessage, ServerResponse } from "node:http";
import { digestOf } from "./page-digest.ts";

export const HTML = "text/html; charset=utf-8";
export const TEXT = "text/plain; charset=utf-8";

/** What is sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** What tells this body from another at the same address, where that is more than its bytes. */
  readonly digest?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends an answer, or word that the reader has it already: everything may be kept, and is asked for each time; but for fonts, which
 * are the program's own and many.
 */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, type, body, digest = digestOf(body), headers = {} } = answer;
  const tag = `"${digest}"`;
  const known = status === 200 && request.headers["if-none-match"] === tag;
  response.writeHead(known ? 304 : status, {
    "Content-Type": type,
    "Cache-Control": type.startsWith("font/") && status === 200 ? "max-age=3600" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    ETag: tag,
    ...headers,
  });
  response.end(known || request.method === "HEAD" ? undefined : body);
}
