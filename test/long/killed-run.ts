// Runs the program and kills it at some moment; then looks for what is left of it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));

/** Where a run happens. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** How a run is killed: when, by what, and whether only it or all that it started in its group. */
export interface Kill {
  readonly afterMs: number;
  readonly signal: "SIGINT" | "SIGKILL" | "SIGTERM";
  readonly group: boolean;
}

/** How a run ended. */
export interface Ended {
  readonly pid: number;
  readonly code: number | null;
  readonly ms: number;
  readonly err: string;
}

/** Runs a command, and kills it if it takes that long. */
export async function runCommand(args: readonly string[], around: Surroundings, kill?: Kill): Promise<Ended> {
  const start = Date.now();
  const child = spawn(process.execPath, [BIN, ...args], {
    ...around,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const pid = child.pid ?? 0;
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const closed = once(child, "close");
  const stop = new AbortController();
  if (kill) {
    wait(kill.afterMs, undefined, { signal: stop.signal })
      .then(() => process.kill(kill.group ? -pid : pid, kill.signal))
      // It was quicker.
      .catch(() => undefined);
  }
  const [code] = (await closed) as [number | null];
  stop.abort();
  return { pid, code, ms: Date.now() - start, err };
}

/** The processes that name a folder in their command line or their environment. */
export async function findProcesses(folder: string): Promise<readonly string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const texts = await Promise.all(
        ["cmdline", "environ"].map((file) => readFile(`/proc/${pid}/${file}`, "latin1").catch(() => "")),
      );
      return texts.some((text) => text.includes(folder)) ? `${pid} ${texts[0]?.slice(0, 80)}` : undefined;
    }),
  );
  return found.filter((line) => line !== undefined);
}

/** The SHA-256 of every file of a folder, or of one file, by its path; empty where there is none. */
export async function hashFiles(path: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const files = entries
    ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    : [path];
  const rows = await Promise.all(
    files.sort().map(async (file) => {
      const bytes = await readFile(file).catch(() => undefined);
      return bytes && ([file, createHash("sha256").update(bytes).digest("hex")] as const);
    }),
  );
  return Object.fromEntries(rows.filter((row) => row !== undefined));
}
