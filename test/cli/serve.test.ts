// The live server shows what was saved, says what is wrong, and recovers.
import { mkdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Engine } from "../../src/cli/engine.ts";
import { run } from "../../src/cli/run.ts";
import { BriefingError, EXIT, type Problem } from "../../src/errors.ts";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";
import { FAKE_PROBLEM, fakeEngine, type RecordedIo, recordIo } from "./fake-io.ts";

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
    expect(await get(`${origin}/`)).toContain("<body>one</body>");
    await save("two");
    await until(async () => (await get(`${origin}/`)).includes("two"));
    for (const text of ["three", "four"]) {
      await writeFile(inside("content/.summary.md.swp"), text);
      await rename(inside("content/.summary.md.swp"), inside("content/summary.md"));
      await until(async () => (await get(`${origin}/`)).includes(text));
    }
  });

  test("is announced to the pages that are open", async () => {
    const origin = await serve("one");
    const response = await fetch(`${origin}/__briefing/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<string | undefined> => (await reader?.read())?.value;
    expect(await next()).toBe('data: {"version":1,"broken":false}\n\n');
    await save("broken <b>");
    expect(await next()).toBe('data: {"version":1,"broken":true}\n\n');
    await save("two");
    expect(await next()).toBe('data: {"version":2,"broken":false}\n\n');
  });
});

describe("a broken pack", () => {
  test("is told with its place, over the last good site, until it is mended", async () => {
    const origin = await serve("good");
    await save("broken <b>");
    const told = await until(async () => {
      const page = await get(`${origin}/__briefing/problems`);
      return page.includes("quotation-not-found") && page;
    });
    expect(told).toContain("content/summary.md:5:5  error  quotation-not-found");
    expect(running?.io.err()).toContain("content/summary.md:5:5  error  quotation-not-found");
    expect(await get(`${origin}/`)).toContain("good");
    await save("mended");
    await until(async () => (await get(`${origin}/`)).includes("mended"));
    expect(await get(`${origin}/__briefing/problems`)).toContain("No problems");
  });

  test("is told on every page while there is no good site", async () => {
    const origin = await serve("broken <b>");
    const response = await fetch(`${origin}/sources/post.html`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("quotation-not-found");
    await save("good");
    await until(async () => (await get(`${origin}/`)).includes("good"));
  });

  test("and a broken template do not end the server", async () => {
    const origin = await serve("bug");
    expect(await get(`${origin}/`)).toContain("Error: template broken");
    await save("refused");
    await until(async () => (await get(`${origin}/`)).includes("Cannot do that."));
    await save("good");
    await until(async () => (await get(`${origin}/`)).includes("<body>good"));
  });
});

test("a warning is told, and stops nothing", async () => {
  const origin = await serve("doubtful");
  expect(await get(`${origin}/`)).toContain("doubtful");
  expect(running?.io.err()).toMatch(/warning {2}quotation-not-found[\s\S]*\nBuilt the site\.\n$/);
});

test("receipts that are out of date are told, and stop nothing", async () => {
  const origin = await serve("a new quotation");
  expect(await get(`${origin}/`)).toContain("a new quotation");
  expect(running?.io.err()).toBe(
    "The receipts are not those of the pack as it stands. Run “briefing check --update” when you are done writing.\nBuilt the site.\n",
  );
});

describe("the server", () => {
  test("adds its scripts to pages only, and Paged.js to the print view only", async () => {
    const origin = await serve("one");
    expect(await get(`${origin}/`)).toContain('<head><script src="/__briefing/live.js" data-version="1"');
    expect(await get(`${origin}/`)).not.toContain("paged.js");
    expect(await get(`${origin}/style.css`)).toBe("body {}");
    const preview = await get(`${origin}/print/preview`);
    expect(preview).toContain("print one");
    expect(preview).toContain('<script src="/__briefing/paged.js">');
    for (const name of ["live.js", "preview.js", "paged.js"]) {
      const script = await fetch(`${origin}/__briefing/${name}`);
      expect([script.status, script.headers.get("content-type")]).toEqual([
        200,
        "text/javascript; charset=utf-8",
      ]);
    }
    expect(await get(`${origin}/__briefing/paged.js`)).toContain("class Previewer");
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
    expect(await ask("/")).toBe(200);
    expect(await ask("/", { method: "HEAD" })).toBe(200);
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
