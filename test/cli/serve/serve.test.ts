// The live server shows what was saved, says what is wrong, and recovers.
import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Engine } from "../../../src/cli/engine.ts";
import { run } from "../../../src/cli/run.ts";
import { BriefingError, EXIT, type Problem } from "../../../src/errors.ts";
import { useTemporaryFolder, writeFiles } from "../../files/temporary-folder.ts";
import { FAKE_PROBLEM, fakeEngine, type RecordedIo, recordIo } from "../fake-io.ts";

const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

const WARNING: Problem = { ...FAKE_PROBLEM, severity: "warning" };
const OUTDATED = { before: undefined, text: "{}\n", current: false };

/** A pack is broken while its summary says so; its site is its summary. */
function summaryEngine(): Engine {
  const summary = (): Promise<string> => readFile(inside("content/summary.md"), "utf8");
  return fakeEngine([], {
    loadPack: async (folder) => {
      const text = await summary();
      const problems = text.includes("doubtful")
        ? [WARNING]
        : text.includes("broken <b>")
          ? [FAKE_PROBLEM]
          : [];
      const loaded = await fakeEngine(problems).loadPack(folder);
      return text.includes("new quotation") ? { ...loaded, receipts: OUTDATED } : loaded;
    },
    buildSite: async ({ output }) => {
      const text = await summary();
      if (text.includes("bug")) throw new Error("template broken");
      if (text.includes("refused")) throw new BriefingError("Cannot do that.", { exitCode: EXIT.content });
      const page = (body: string): string => `<html><head><title>T</title></head><body>${body}</body></html>`;
      await mkdir(join(output, "print"));
      await writeFile(join(output, "index.html"), page(text));
      await writeFile(join(output, "404.html"), page("not found"));
      await writeFile(join(output, "print/index.html"), page(`print ${text}`));
      await writeFile(join(output, "style.css"), "body {}");
      await symlink("/etc/hostname", join(output, "leak.txt"));
      return { pages: 1 };
    },
  });
}

let running: { io: RecordedIo; done: Promise<number>; origin: string } | undefined;
afterEach(async () => {
  running?.io.abort();
  expect(await running?.done).toBe(running === undefined ? undefined : EXIT.interrupted);
  running = undefined;
});

async function serve(summary: string): Promise<string> {
  await writeFiles(inside("content"), { "summary.md": summary });
  const io = recordIo(temporary());
  const done = run(["serve", "--port", "0"], io, summaryEngine());
  running = { io, done, origin: "" };
  const origin = await until(async () => /http:\/\/127\.0\.0\.1:\d+/.exec(io.out())?.[0]);
  running = { io, done, origin };
  return origin;
}

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + 5000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not come to pass within five seconds");
}

const get = async (address: string): Promise<string> => (await fetch(address)).text();
const save = (text: string): Promise<void> => writeFile(inside("content/summary.md"), text);

describe("what is saved", () => {
  test("is shown, again and again, however the editor saves", async () => {
    const origin = await serve("one");
    expect(await get(`${origin}/index.html`)).toContain("<body>one</body>");
    await save("two");
    await until(async () => (await get(`${origin}/index.html`)).includes("two"));
    for (const text of ["three", "four"]) {
      await writeFile(inside("content/.summary.md.swp"), text);
      await rename(inside("content/.summary.md.swp"), inside("content/summary.md"));
      await until(async () => (await get(`${origin}/index.html`)).includes(text));
    }
  });

  test("is announced to the pages that are open, with what is wrong piece by piece", async () => {
    const origin = await serve("one");
    const response = await fetch(`${origin}/__briefing/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const next = async (): Promise<Record<string, unknown>> => {
      for (;;) {
        const [, data, rest] = /data: (.*)\n\n([\s\S]*)/.exec(text) ?? [];
        if (data !== undefined) {
          text = rest ?? "";
          return JSON.parse(data);
        }
        text += (await reader?.read())?.value ?? "";
      }
    };
    expect(await next()).toMatchObject({ version: 1, building: false, broken: false, title: "A pack" });
    await save("broken <b>");
    expect(await next()).toMatchObject({ version: 1, building: true });
    expect(await next()).toEqual({
      version: 2,
      building: false,
      broken: true,
      title: "A pack",
      age: expect.any(Number),
      took: expect.any(Number),
      counts: { errors: 1, warnings: 0 },
      problems: [
        {
          code: "quotation-not-found",
          severity: "error",
          place: "content/summary.md:5:5",
          message: "The quotation is not in the source.",
          fix: "Correct it, or take its quotation marks away.",
          frame: ["  5 | One “quotation” too many.", "    |     ^"],
        },
      ],
      remarks: [],
    });
    await save("two");
    await next();
    expect(await next()).toMatchObject({ version: 3, broken: false, problems: [] });
    await reader?.cancel();
  });

  test("ten times within a second makes two builds at most, and the last of them counts", async () => {
    const origin = await serve("zero");
    for (let time = 1; time <= 10; time += 1) {
      await save(`time ${time}.`);
      // Well below the time after which a change counts, though the machine is busy.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until(async () => (await get(`${origin}/index.html`)).includes("time 10."));
    await new Promise((resolve) => setTimeout(resolve, 600));
    const builds = running?.io.err().match(/Built the site/g)?.length ?? 0;
    expect(builds).toBeLessThanOrEqual(3);
  });

  test("only half is told as a problem, until the rest is there", async () => {
    const origin = await serve("one");
    await save("broken <b>");
    await until(async () => running?.io.err().includes("quotation-not-found"));
    expect(await get(`${origin}/index.html`)).toContain("<body>one");
    await save("whole");
    await until(async () => (await get(`${origin}/index.html`)).includes("<body>whole"));
  });
});

describe("a broken pack", () => {
  test("is told with its place, and leaves the last good site as it is, until it is mended", async () => {
    const origin = await serve("good");
    await save("broken <b>");
    await until(async () => running?.io.err().includes("content/summary.md:5:5  error  quotation-not-found"));
    expect(await get(`${origin}/index.html`)).toContain("good");
    await save("mended");
    await until(async () => (await get(`${origin}/index.html`)).includes("mended"));
  });

  test("is told on every page while there is no good site", async () => {
    const origin = await serve("broken <b>");
    const response = await fetch(`${origin}/sources/post.html`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("content/summary.md:5:5  error  quotation-not-found");
    await save("good");
    await until(async () => (await get(`${origin}/index.html`)).includes("good"));
  });

  test("may be deleted and made again", async () => {
    const origin = await serve("good");
    await rm(inside("content"), { recursive: true });
    await until(async () => running?.io.err().includes("ENOENT"));
    expect(await get(`${origin}/index.html`)).toContain("good");
    await writeFiles(inside("content"), { "summary.md": "made again" });
    await until(async () => (await get(`${origin}/index.html`)).includes("made again"));
  });

  test("and a broken template do not end the server", async () => {
    const origin = await serve("bug");
    expect(await get(`${origin}/index.html`)).toContain("Error: template broken");
    await save("refused");
    await until(async () => (await get(`${origin}/index.html`)).includes("Cannot do that."));
    await save("good");
    await until(async () => (await get(`${origin}/index.html`)).includes("<body>good"));
  });
});

test("an interruption ends a build that is under way, and is no fault of the pack", async () => {
  await writeFiles(inside("content"), { "summary.md": "one" });
  const io = recordIo(temporary());
  const engine = fakeEngine([], {
    buildSite: ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        setTimeout(io.abort);
      }),
  });
  expect(await run(["serve", "--port", "0"], io, engine)).toBe(EXIT.interrupted);
  expect([io.out(), io.err()]).toEqual(["", ""]);
});

test("a warning is told, and stops nothing", async () => {
  const origin = await serve("doubtful");
  expect(await get(`${origin}/index.html`)).toContain("doubtful");
  expect(running?.io.err()).toMatch(/warning {2}quotation-not-found[\s\S]*\nBuilt the site\.\n$/);
});

test("receipts that are out of date are told, and stop nothing", async () => {
  const origin = await serve("a new quotation");
  expect(await get(`${origin}/index.html`)).toContain("a new quotation");
  expect(running?.io.err()).toBe(
    "The receipts are not those of the pack as it stands. Run “briefing check --update” when you are done writing.\nBuilt the site.\n",
  );
});

describe("the server", () => {
  test("prints the address of the desk first, which is where its root leads", async () => {
    const origin = await serve("one");
    expect(running?.io.out()).toBe(
      `Desk:       ${origin}/__briefing/desk\nSite:       ${origin}/index.html\nPrint view: ${origin}/print/preview\n`,
    );
    const root = await fetch(`${origin}/`, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/__briefing/desk"]);
    const desk = await fetch(`${origin}/__briefing/desk`);
    expect(desk.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("adds its script to pages only, and serves each file that its own pages name", async () => {
    const origin = await serve("one");
    expect(await get(`${origin}/index.html`)).toContain(
      '<head><script type="module" src="/__briefing/live.js"',
    );
    expect(await get(`${origin}/style.css`)).toBe("body {}");
    const named = new Set<string>();
    const read = async (address: string): Promise<void> => {
      if (named.has(address)) return;
      named.add(address);
      const answer = await fetch(`${origin}${address}`);
      expect([address, answer.status]).toEqual([address, 200]);
      if (/\.(paged|woff2)/.test(address) || /(paged|engine)\.js$/.test(address)) return;
      const text = await answer.text();
      const own = text.matchAll(/["'](\.\/|\/__briefing\/)([a-z0-9-]+\.(?:js|css|woff2))["']/g);
      for (const [, , name] of own) await read(`/__briefing/${name}`);
    };
    for (const page of ["/__briefing/desk", "/print/preview", "/print/layout", "/index.html"])
      await read(page);
    expect(named.size).toBeGreaterThan(14);
    expect(await get(`${origin}/__briefing/paged.js`)).toContain("class Previewer");
    expect((await fetch(`${origin}/__briefing/nowhere.js`)).status).toBe(404);
  });

  test("tells a page by its own words and by the styles, scripts and pictures that it names", async () => {
    const origin = await serve("one");
    const digest = (): Promise<string> => get(`${origin}/__briefing/digest?/index.html`);
    const first = await digest();
    expect(first).toMatch(/^[0-9a-f]{20}$/);
    expect(await get(`${origin}/index.html`)).toContain(`data-briefing-page="${first}"`);
    await save("two");
    await until(async () => (await digest()) !== first);
    await save("one");
    await until(async () => (await digest()) === first);
  });

  test("sends nothing again that the reader has", async () => {
    const origin = await serve("one");
    const { headers } = await fetch(`${origin}/style.css`);
    const again = await fetch(`${origin}/style.css`, {
      headers: { "if-none-match": headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  test("gives nothing that is not of the site, and only to this machine", async () => {
    const origin = await serve("one");
    const ask = (
      path: string,
      options: { host?: string; method?: string } = {},
    ): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(origin);
        const headers = options.host === undefined ? {} : { host: options.host };
        request({ hostname, port, path, headers, method: options.method ?? "GET" }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .once("error", reject)
          .end();
      });
    expect(await ask("/")).toBe(302);
    expect(await ask("/index.html")).toBe(200);
    expect(await ask("/index.html", { method: "HEAD" })).toBe(200);
    expect(await ask("/__briefing/../serve/live-site.ts")).toBe(404);
    expect(await ask("/__briefing/desk", { host: "pack.example" })).toBe(403);
    expect(await ask("/nowhere.html")).toBe(404);
    expect(await ask("/../../../../etc/passwd")).toBe(404);
    expect(await ask("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")).toBe(404);
    expect(await ask("/..%5c..%5cetc/passwd")).toBe(404);
    expect(await ask("/%zz")).toBe(404);
    expect(await ask("/%00")).toBe(404);
    expect(await ask("/leak.txt")).toBe(404);
    expect(await ask("/print")).toBe(404);
    expect(await ask("/", { host: "pack.example" })).toBe(403);
    expect(await ask("/", { method: "POST" })).toBe(405);
  });

  test("says so when its port is taken", async () => {
    const origin = await serve("one");
    const io = recordIo(temporary());
    expect(await run(["serve", "--port", new URL(origin).port], io, summaryEngine())).toBe(EXIT.usage);
    expect(io.err()).toMatch(/The port \d+ is taken; name another with --port\./);
  });
});
