// Whether the processes that render a page are held in Chromium's sandbox.
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** What to do about the sandbox: use it where there is one, print only in one, or do without. */
export type SandboxMode = "auto" | "require" | "off";

const LOOK_MS = 2_000;
const PAUSE_MS = 10;

/**
 * Looks at the renderers of a running browser: one in the sandbox has a filter of system calls and process numbers of its own
 * (https://chromium.googlesource.com/chromium/src/+/main/sandbox/linux/README.md). Where they cannot be looked at, as on other
 * systems than Linux, a browser that started with its sandbox has it.
 * @param browser the number of the browser's process, which leads their process group
 */
export async function hasSandbox(browser: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const end = Date.now() + LOOK_MS;
  do {
    const states = await Promise.all((await listRenderers(browser)).map(isHeld));
    if (states.length > 0 && states.every(Boolean)) return true;
    // One that has just been made is not yet held.
    await wait(PAUSE_MS);
  } while (Date.now() < end);
  return false;
}

/** The numbers of the processes of a browser that render pages: they are in its process group. */
export async function listRenderers(browser: number): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readProcess(pid, "stat");
      const group = Number(stat.slice(stat.lastIndexOf(")")).split(" ")[3]);
      return group === browser && (await readProcess(pid, "cmdline")).includes("--type=renderer");
    }),
  );
  return pids.filter((_, index) => found[index]);
}

async function isHeld(pid: number): Promise<boolean> {
  const status = await readProcess(pid, "status");
  return /^Seccomp:\s*2$/m.test(status) && /^NSpid:\s*\d+\s+\d+/m.test(status);
}

/** Empty where the process has ended. */
async function readProcess(pid: number, file: "cmdline" | "stat" | "status"): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
}
