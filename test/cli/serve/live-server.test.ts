// The live server ends every answer, and says which of them failed.
import { request } from "node:http";
import { expect, test } from "vitest";
import { withLiveServer } from "../../../src/cli/serve/live-server.ts";
import type { LiveSite, LiveState } from "../../../src/cli/serve/live-site.ts";
import { recordIo } from "../fake-io.ts";

const NOTHING: LiveState = {
  version: 0,
  building: false,
  good: undefined,
  broken: false,
  problems: [],
  remarks: [],
  report: "",
};

/** A site of which nothing was built; it counts those who listen. */
function makeSite(readState = (): LiveState => NOTHING): { site: LiveSite; listening: () => number } {
  let listening = 0;
  return {
    site: {
      readState,
      rebuild: async () => NOTHING,
      subscribe: () => {
        listening += 1;
        return () => {
          listening -= 1;
        };
      },
    },
    listening: () => listening,
  };
}

const EVENTS = "/__briefing/events";

test("a page that listens is forgotten when it is closed", async () => {
  const { site, listening } = makeSite();
  const { stderr } = recordIo("/");
  await withLiveServer({ site, port: 0, stderr }, async (origin) => {
    const controller = new AbortController();
    const { headers } = await fetch(origin + EVENTS, { signal: controller.signal });
    expect(headers.get("content-type")).toBe("text/event-stream");
    expect(listening()).toBe(1);
    controller.abort();
    await expect.poll(listening).toBe(0);
  });
});

test("whoever asks for the head of the events alone does not listen", async () => {
  const { site, listening } = makeSite();
  const { stderr } = recordIo("/");
  await withLiveServer({ site, port: 0, stderr }, async (origin) => {
    const { status, headers } = await fetch(origin + EVENTS, { method: "HEAD" });
    expect([status, headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    expect(listening()).toBe(0);
  });
});

test("an answer that fails is told on stderr and to the reader, and ends nothing else", async () => {
  let broken = true;
  const { site } = makeSite(() => {
    if (broken) throw new Error("a state that cannot be read");
    return NOTHING;
  });
  const io = recordIo("/");
  await withLiveServer({ site, port: 0, stderr: io.stderr }, async (origin) => {
    const answer = await fetch(`${origin}/sources/s1.html`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe(
      "The server could not answer; the terminal in which it runs says why.\n",
    );
    expect(io.err()).toMatch(
      /^The server could not answer GET \/sources\/s1\.html:\nError: a state that cannot be read\n {4}at /,
    );
    broken = false;
    expect((await fetch(`${origin}/sources/s1.html`)).status).toBe(503);
  });
});

test("events that fail when they have begun are told on stderr, and the connection is closed", async () => {
  const { site } = makeSite(() => {
    throw new Error("a state that cannot be read");
  });
  const io = recordIo("/");
  await withLiveServer({ site, port: 0, stderr: io.stderr }, async (origin) => {
    const ended = new Promise<string | undefined>((resolve) => {
      request(origin + EVENTS, (response) => {
        response.resume();
        response.once("error", (error) => resolve(error.message));
      })
        .once("error", (error) => resolve(error.message))
        .end();
    });
    expect(await ended).toMatch(/aborted|hang up/);
    expect(io.err()).toContain(
      `The server could not answer GET ${EVENTS}:\nError: a state that cannot be read`,
    );
  });
});
