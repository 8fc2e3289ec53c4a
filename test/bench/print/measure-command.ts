// Runs a command and measures it: the time until it ends, and the most memory that any one of its processes held.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a command took. */
export interface Measure {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** The highest resident set of the largest process, in MB (1,000,000 bytes). */
  readonly megabytes: number;
  /** What that process was: `node`, or the kind of process the browser calls it. */
  readonly largest: string;
  /** Why it failed, with the end of what it wrote to stderr; undefined if it ended well. */
  readonly failure?: string;
  /** The end of what it wrote to stderr. */
  readonly said: string;
}

/** A command with its arguments and what it finds in the environment besides this process's own. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const SAMPLE_MS = 50;
const BYTES_OF_KIB = 1024;

/** Runs a command to its end. Memory is read from `/proc`: elsewhere than on Linux it is 0. */
export async function measureCommand({ command, args, env, cwd }: Command): Promise<Measure> {
  const start = performance.now();
  const child = spawn(command, [...args], {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let written = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written = `${written}${text}`.slice(-2000);
  });
  const peaks = new Map<number, { readonly bytes: number; readonly kind: string }>();
  const sampler = setInterval(() => samplePeaks(child.pid ?? 0, peaks), SAMPLE_MS);
  const end = await new Promise<string | undefined>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
  clearInterval(sampler);
  const seconds = (performance.now() - start) / 1000;
  const [largest] = [...peaks.values()].sort((a, b) => b.bytes - a.bytes);
  return {
    seconds,
    megabytes: (largest?.bytes ?? 0) / 1_000_000,
    largest: largest?.kind ?? "",
    said: written,
    ...(end === undefined ? {} : { failure: `${end}: ${written.trim()}` }),
  };
}

function samplePeaks(root: number, peaks: Map<number, { bytes: number; kind: string }>): void {
  for (const pid of listFamily(root)) {
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB/m.exec(readProc(pid, "status")) ?? [];
    if (kibibytes === undefined) continue;
    // A process of the browser says what it is only after it was forked off; and nothing when it ends.
    const kind = kindOf(readProc(pid, "cmdline")) || (peaks.get(pid)?.kind ?? "");
    peaks.set(pid, { bytes: Number(kibibytes) * BYTES_OF_KIB, kind });
  }
}

/** A process and all that descend from it. */
function listFamily(root: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readProcFolder()) {
    // The name of the program stands in brackets, and may hold blanks.
    const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readProc(Number(name), "stat")) ?? [];
    if (parent === undefined) continue;
    const siblings = childrenOf.get(Number(parent));
    if (siblings) siblings.push(Number(name));
    else childrenOf.set(Number(parent), [Number(name)]);
  }
  const family = [root];
  for (const pid of family) family.push(...(childrenOf.get(pid) ?? []));
  return family;
}

function readProcFolder(): readonly string[] {
  return process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
}

/** Empty for a process that has ended. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** From the command line, whose words are parted by NUL or, where a process has rewritten its own, by blanks. */
function kindOf(commandLine: string): string {
  const [program = ""] = commandLine.split(/[\0 ]/, 1);
  const [, type] = /--type=([\w-]+)/.exec(commandLine) ?? [];
  return type ?? program.split("/").at(-1) ?? "";
}
