// Runs the program as a person does, if need be on a disk that is full or may not be written to.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));

/** How a run ended, with what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program and waits for its end. */
export async function runWords(
  [command = "", ...args]: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    written.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    written.err += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...written };
}

/** The words that run a command of the program. */
export function programWords(...args: readonly string[]): readonly string[] {
  return [process.execPath, BIN, ...args];
}

/** How a command is given mounts of its own on this machine; undefined where it cannot be. */
export const ownMounts: readonly string[] | undefined = [
  ["unshare", "--mount"],
  ["unshare", "--map-root-user", "--mount"],
].find(
  ([command = "", ...args]) =>
    spawnSync(command, [...args, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0,
);
