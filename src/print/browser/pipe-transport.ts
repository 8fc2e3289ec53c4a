// Carries the DevTools protocol over a pipe: JSON messages, each ended by a zero byte.
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer";

/** A transport over the two ends of a browser's pipe. A pipe dies with this process, and the browser with the pipe. */
export function createPipeTransport(input: Writable, output: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void input.write(`${message}\0`),
    close: () => {
      input.destroy();
      output.destroy();
    },
  };
  let pending: Buffer[] = [];
  output.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString("utf8");
      pending = [];
      start = end + 1;
      // A turn of its own: a message handler that throws must not lose the messages after it.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  output.on("close", () => setImmediate(() => transport.onclose?.()));
  return transport;
}
