// One browser process: started, watched, and ended with everything it started.
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { BrowserUser } from "./browser-user.ts";

const TAIL_LINES = 20;

/** A running browser and the two ends of its pipe. */
export interface BrowserProcess {
  readonly pid: number;
  readonly input: Writable;
  readonly output: Readable;
  /** Resolves when the process has ended, or never started, with a sentence that says how. Never rejects. */
  readonly ended: Promise<string>;
  /** The last lines it wrote to stderr. */
  readStderr(): string;
  /** Kills the process and all its children. */
  kill(): void;
}

/** Where and as whom a process runs; without a user, as the one who runs this program. */
export interface ProcessPlace {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly user: BrowserUser | undefined;
}

/** Starts a browser whose file descriptors 3 and 4 carry the DevTools protocol. */
export function startBrowserProcess(
  command: string,
  args: readonly string[],
  { cwd, env, user }: ProcessPlace,
): BrowserProcess {
  // A group of its own: it can be killed whole, and Ctrl-C reaches only this process, which then closes it.
  const child = spawn(command, args, {
    cwd,
    env,
    // Node gives up all other groups with it.
    ...user,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  const [, , stderr, input, output] = child.stdio as [null, null, Readable, Writable, Readable];
  const lines: string[] = [];
  stderr.setEncoding("utf8").on("data", (text: string) => {
    lines.push(...text.split("\n").filter((line) => line.trim() !== ""));
    lines.splice(0, lines.length - TAIL_LINES);
  });
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(`could not be started (${error.message})`));
    child.once("exit", (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
    );
  });
  // A browser that dies breaks its pipe; `ended` tells of it.
  for (const stream of [input, output]) stream.on("error", () => undefined);
  return {
    pid: child.pid ?? 0,
    input,
    output,
    ended,
    readStderr: () => lines.join("\n"),
    kill: () => kill(child),
  };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
