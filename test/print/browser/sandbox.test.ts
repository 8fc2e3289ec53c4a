// The browser is held in its sandbox wherever the machine has one, for root too; where it has none, that is said or refused.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cacheFolder } from "../../../src/print/browser/cache-folder.ts";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { withBrowser } from "../../../src/print/browser/launch.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";

/** Linux; the machine is given the look of another one by it. */
const UNSHARE: string = "unshare";
const script = new URL("./report-sandbox.ts", import.meta.url).pathname;
const cache = cacheFolder(process.env.BRIEFING_CACHE);
const asRoot = process.getuid?.() === 0;
const other = asRoot ? { uid: 65_534, gid: 65_534 } : {};
/** Whether an ordinary user of this machine can have name spaces of their own, as the sandbox needs them. */
const offered =
  spawnSync(UNSHARE, ["--user", "--pid", "--fork", "true"], { ...other, cwd: "/" }).status === 0;
/** Whether the machine can be given the look of another one. */
const canPretend = asRoot && spawnSync(UNSHARE, ["--user", "true"]).status === 0;

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "sandbox-"));
  // Filled once, by the one who may.
  await findBrowser("bundled", systemProbes());
});
afterAll(() => rm(out, { recursive: true, force: true }));

interface Report {
  readonly sandbox?: "on" | "off";
  readonly reason?: string;
  readonly renderers?: readonly { seccomp: string; pids: number; uid: string }[];
  readonly exitCode?: number;
  readonly message?: string;
  readonly notices: readonly string[];
}

interface Surroundings {
  readonly prefix?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly browser?: string;
  /** Called before anything of it runs. */
  readonly prepare?: (child: ChildProcess) => Promise<void>;
}

/** Starts a browser in a process of its own and tells of its sandbox. */
async function report(mode: "auto" | "require" | "off", around: Surroundings = {}): Promise<Report> {
  const { prefix = [], env = {}, browser = "bundled", prepare = async () => undefined } = around;
  const node = [process.execPath, "--import", import.meta.resolve("tsx"), script, mode, browser];
  const [command = "", ...args] = [...prefix, ...node];
  const child = spawn(command, args, {
    env: { ...process.env, BRIEFING_CACHE: cache, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  await prepare(child);
  child.stdin.end("\n");
  await once(child, "close");
  return JSON.parse(text) as Report;
}

function expectHeld({ sandbox, reason, renderers = [], notices }: Report): void {
  expect({ sandbox, reason, notices }).toEqual({ sandbox: "on", reason: undefined, notices: [] });
  expect(renderers.length).toBeGreaterThan(0);
  for (const { seccomp, pids, uid } of renderers) {
    expect({ seccomp, uid }).toEqual({ seccomp: "2", uid: asRoot ? "65534" : String(process.getuid?.()) });
    expect(pids).toBeGreaterThanOrEqual(2);
  }
}

/** A folder that nobody but root may enter. */
async function makeSecluded(name: string): Promise<string> {
  await mkdir(join(out, name), { mode: 0o700 });
  return join(out, name);
}

describe.runIf(process.platform === "linux" && offered)("on a machine with a sandbox", () => {
  it("holds the processes that render", async () => {
    expectHeld(await report("auto"));
  });

  it("holds them where one is required", async () => {
    expectHeld(await report("require"));
  });

  it("lets go of it on demand, without a word", async () => {
    const { sandbox, reason, renderers, notices } = await report("off");
    expect({ sandbox, reason, notices }).toEqual({
      sandbox: "off",
      reason: "it was turned off",
      notices: [],
    });
    expect(renderers?.map(({ seccomp }) => seccomp)).not.toContain("2");
  });

  it.runIf(asRoot)("holds them for root where the browser lies in a folder of root's", async () => {
    const secluded = await makeSecluded("cache");
    await cp(cache, secluded, { recursive: true, preserveTimestamps: true });
    expectHeld(await report("require", { env: { BRIEFING_CACHE: secluded } }));
    expect((await lstat(join(secluded, "fontconfig"))).uid).toBe(0);
  });

  it.runIf(asRoot)("holds them for root where temporary files lie in a folder of root's", async () => {
    const secluded = await makeSecluded("tmp");
    expectHeld(await report("require", { env: { TMPDIR: secluded } }));
    expect((await readdir(secluded)).filter((name) => name.startsWith("briefing~"))).toEqual([]);
  });

  it("tells of a browser whose own script turns it off, and refuses it where one is required", async () => {
    const { executablePath, env } = await findBrowser("bundled", systemProbes());
    const browser = join(out, "headless-shell");
    await writeFile(
      browser,
      `#!/bin/sh\nLD_LIBRARY_PATH="${env.LD_LIBRARY_PATH}" exec "${executablePath}" --no-sandbox "$@"\n`,
    );
    await chmod(browser, 0o755);
    await chmod(out, 0o755);
    expect(await report("auto", { browser })).toMatchObject({
      sandbox: "off",
      notices: ["The browser prints without a sandbox: it was started without one."],
    });
    expect(await report("require", { browser })).toMatchObject({ exitCode: 5 });
  });
});

describe.runIf(canPretend)("on a machine that offers its users no name spaces", () => {
  /** A user name space with the same users, of which no other can be made. */
  const without: Surroundings = {
    prefix: [
      UNSHARE,
      "--user",
      "--keep-caps",
      "sh",
      "-c",
      'read go; echo 0 >/proc/sys/user/max_user_namespaces && exec "$@"',
      "sh",
    ],
    prepare: async (child) => {
      await expect.poll(() => hasOwnUsers(child.pid ?? 0)).toBe(true);
      await writeFile(`/proc/${child.pid}/uid_map`, "0 0 65536");
      await writeFile(`/proc/${child.pid}/gid_map`, "0 0 65536");
    },
  };

  it("prints without a sandbox, as another user than root yet, and says so in one line", async () => {
    const { sandbox, renderers, notices } = await report("auto", without);
    expect(sandbox).toBe("off");
    expect(notices).toEqual(["The browser prints without a sandbox: the system offers none to its users."]);
    expect(new Set(renderers?.map(({ uid }) => uid))).toEqual(new Set(["65534"]));
  });

  it("refuses to where one is required", async () => {
    expect(await report("require", without)).toEqual({
      exitCode: 5,
      message:
        "The browser has no sandbox: the system offers none to its users. Mend that, print as another user or on another machine, or do not require one.",
      notices: [],
    });
  });
});

describe.runIf(canPretend)("in a container with root as its only user", () => {
  const alone: Surroundings = { prefix: [UNSHARE, "--map-root-user"] };

  it("prints without a sandbox and says so, or refuses to", async () => {
    expect(await report("auto", alone)).toMatchObject({
      sandbox: "off",
      notices: ["The browser prints without a sandbox: there is no other user than root to run it as."],
    });
    expect(await report("require", alone)).toMatchObject({ exitCode: 5 });
  });
});

async function hasOwnUsers(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/uid_map`, "utf8")).trim() === "";
}

describe.runIf(process.platform === "linux")("what the browser is given", () => {
  it("is a home, a profile and temporary files of its own, which go with it, and no secret of its person's", async () => {
    process.env.BRIEFING_TEST_SECRET = "a secret";
    const choice = await findBrowser("bundled", systemProbes());
    const home = await withBrowser({ choice }, async ({ pid }) => {
      const [environment, command] = await Promise.all(
        ["environ", "cmdline"].map((file) => readFile(`/proc/${pid}/${file}`, "utf8")),
      );
      expect(environment).not.toContain("BRIEFING_TEST_SECRET");
      const read = (pattern: RegExp, text = "") => pattern.exec(text)?.[1] ?? "";
      const folders = [
        read(/(?:^|\0)HOME=([^\0]+)/, environment),
        read(/(?:^|\0)TMPDIR=([^\0]+)/, environment),
        read(/--user-data-dir=([^\0]+)/, command),
      ];
      for (const folder of folders) {
        const { mode, uid } = await lstat(folder);
        expect({ mode: mode & 0o777, uid }, folder).toEqual({
          mode: 0o700,
          uid: asRoot ? 65_534 : process.getuid?.(),
        });
      }
      expect(new Set(folders.map((folder) => dirname(folder))).size).toBe(1);
      return dirname(folders[0] ?? "");
    });
    delete process.env.BRIEFING_TEST_SECRET;
    await expect(lstat(home)).rejects.toThrow("ENOENT");
  });
});
