// What goes wrong around a document: browsers that die or hang, places that cannot be written, a person who stops it.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/print/browser/find.ts";
import { withBrowser } from "../../src/print/browser/launch.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { type PrintOptions, printDocument } from "../../src/print/print-document.ts";

const fixtures = new URL("../fixtures/print/", import.meta.url).pathname;
let out: string;
let temporary: string;
const ownTemporary = process.env.TMPDIR;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "failures-"));
  temporary = join(out, "tmp");
  await mkdir(temporary);
  process.env.TMPDIR = temporary;
  await writeFile(join(out, "old.pdf"), "the old PDF");
});
afterAll(async () => {
  if (ownTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = ownTemporary;
  await rm(out, { recursive: true, force: true });
});

/** Prints the good document over the old PDF; whatever comes, the old one and nothing else must be left. */
async function attempt(options: Partial<PrintOptions>): Promise<{ error: unknown; ms: number }> {
  const start = Date.now();
  const defaults = { folder: join(fixtures, "good"), document: "index.html", output: join(out, "old.pdf") };
  const error = await printDocument({ ...defaults, ...options }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(await readFile(join(out, "old.pdf"), "utf8")).toBe("the old PDF");
  expect((await readdir(out)).filter((name) => name.includes(".tmp"))).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
  return { error, ms: Date.now() - start };
}

async function fakeBrowser(name: string, script: string): Promise<string> {
  const path = join(out, name);
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

describe("a browser that does not work", () => {
  it("is named when it ends at once, with what it said", async () => {
    const browser = await fakeBrowser("ends", "#!/bin/sh\necho 'no display' >&2\nexit 3\n");
    const { error } = await attempt({ browser });
    expect(error).toMatchObject({ exitCode: 5 });
    expect(String(error).replaceAll(out, "…")).toMatchInlineSnapshot(`
      "BriefingError: The browser …/ends ended with exit code 3. Try another with --browser PATH, or --browser bundled. It said:
      no display"
    `);
  });

  it("is named when it does not answer in time, and is ended", async () => {
    const browser = await fakeBrowser("sleeps", `#!/bin/sh\necho $$ > ${join(out, "pid")}\nexec sleep 600\n`);
    const { error, ms } = await attempt({ browser, timeoutMs: 1_000 });
    expect(error).toMatchObject({ exitCode: 5 });
    expect(String(error)).toContain("did not answer within 1 s");
    expect(ms).toBeLessThan(10_000);
    const pid = Number(await readFile(join(out, "pid"), "utf8"));
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  it("is named when it is no program", async () => {
    const browser = await fakeBrowser("nonsense", "\u0000\u0001 not a program");
    const { error } = await attempt({ browser });
    expect(error).toMatchObject({ exitCode: 5 });
    expect(String(error)).toMatch(/could not be started|ended with exit code/);
  });

  it("is named with how it ended where its pipe closes before it ends", async () => {
    const browser = await fakeBrowser("closes", "#!/bin/sh\nexec 3<&- 4>&-\nsleep 0.5\nexit 7\n");
    const { error } = await attempt({ browser });
    expect(error).toMatchObject({ exitCode: 5 });
    expect(String(error)).toContain("closes ended with exit code 7. Try another");
  });

  it("is named and ended where it closes its pipe and goes on", async () => {
    const browser = await fakeBrowser("goes-on", "#!/bin/sh\nexec 3<&- 4>&-\nexec sleep 600\n");
    const { error } = await attempt({ browser });
    expect(error).toMatchObject({ exitCode: 5 });
    expect(String(error)).toContain("goes-on closed the connection while it started");
  });

  it("is named when it dies in the middle of the work", async () => {
    const choice = await findBrowser("bundled", systemProbes());
    const work = withBrowser({ choice }, async (browser) => {
      process.kill(browser.pid, "SIGKILL");
      await new Promise(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ exitCode: 5 });
    await expect(work).rejects.toThrow("was ended by SIGKILL");
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe("a page that crashes", () => {
  it.runIf(process.platform === "linux")("ends the print with what to do", async () => {
    const choice = await findBrowser("bundled", systemProbes());
    const work = withBrowser({ choice }, async (browser) => {
      const tab = await browser.openTab("http://127.0.0.1:1");
      await tab.open("data:text/html,<p>Text</p>");
      for (const pid of await listRenderers(browser.pid)) process.kill(pid, "SIGKILL");
      await tab.call(() => new Promise(() => undefined));
    });
    await expect(work).rejects.toMatchObject({ exitCode: 5 });
    await expect(work).rejects.toThrow("The page crashed in the browser");
  });
});

/** The renderer processes of a browser: they are in its process group. */
async function listRenderers(browser: number): Promise<number[]> {
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [command, stat] = await Promise.all(
        ["cmdline", "stat"].map((file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "")),
      );
      const group = Number(stat?.slice(stat.lastIndexOf(")")).split(" ")[3]);
      return command?.includes("--type=renderer") && group === browser;
    }),
  );
  return pids.filter((_, index) => found[index]);
}

describe("a PDF that cannot be written", () => {
  it("is refused with its path", async () => {
    await writeFile(join(out, "a-file"), "");
    const output = join(out, "a-file", "x.pdf");
    const { error } = await attempt({ browser: "bundled", output });
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).toContain(`${output} cannot be written: `);
  });

  it("is refused where a folder stands in its place, leaving nothing beside it", async () => {
    await mkdir(join(out, "taken.pdf", "inside"), { recursive: true });
    const { error } = await attempt({ browser: "bundled", output: join(out, "taken.pdf") });
    expect(error).toMatchObject({ exitCode: 2 });
    expect((await readdir(out)).filter((name) => name.startsWith(".taken"))).toEqual([]);
  });
});

describe("a print that is stopped", () => {
  it("ends with the reason, at once before it begins", async () => {
    const reason = new Error("stopped");
    const { error } = await attempt({ browser: "bundled", signal: AbortSignal.abort(reason) });
    expect(error).toBe(reason);
  });

  it("ends with the reason, soon, in the middle of the pages", async () => {
    const [controller, reason] = [new AbortController(), new Error("stopped")];
    let stopped = 0;
    const { error } = await attempt({
      browser: "bundled",
      cache: join(out, "cache"),
      signal: controller.signal,
      onProgress: ({ pages }) => {
        if (pages !== 3 || stopped) return;
        stopped = Date.now();
        controller.abort(reason);
      },
    });
    expect(error).toBe(reason);
    expect(Date.now() - stopped).toBeLessThan(5_000);
  });
});
