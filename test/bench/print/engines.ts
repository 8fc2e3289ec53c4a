// The engines that are measured, as the commands a user runs.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "./measure-command.ts";

/** What is to be printed, and where to. */
export interface Job {
  /** The folder of `index.html`. */
  readonly folder: string;
  readonly output: string;
  /** The cache of this engine. */
  readonly cache: string;
}

/** An engine; `command` is undefined where the machine does not have it. */
export interface Engine {
  readonly name: string;
  readonly command: ((job: Job) => Command) | undefined;
}

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
const PROGRAM = join(REPOSITORY, "src/cli/bin.js");

/** This engine; what it prints again after an edit is run with the same command. */
export const OWN: Engine = {
  name: "this engine",
  command: ({ folder, output, cache }) =>
    runOwn(["print", join(folder, "index.html"), "-o", output, "--timings"], cache),
};

/** pagedjs-cli's own `Printer`. */
export const STOCK: Engine = { name: "pagedjs-cli", command: (job) => runScript("print-stock.ts", job) };

/** The browser's print, without page references. */
export const BARE: Engine = { name: "bare print", command: (job) => runScript("print-bare.ts", job) };

/** Engines that are measured where they are installed. Typst takes no HTML: it has no part here. */
export const OTHERS: readonly Engine[] = [
  installed("vivliostyle", ({ folder, output }) => ["build", join(folder, "index.html"), "-o", output]),
  installed("weasyprint", ({ folder, output }) => [join(folder, "index.html"), output]),
];

/** Builds the repository's own pack: site, PDF and proof. */
export function buildOwnPack(output: string, cache: string): Command {
  return runOwn(["build", "--out", output], cache);
}

/** Prints any document of a folder without Paged.js. */
export function printBare(folder: string, document: string, output: string): Command {
  return nodeCommand("print-bare.ts", [folder, document, output]);
}

function runOwn(args: readonly string[], cache: string): Command {
  return {
    command: process.execPath,
    args: [PROGRAM, ...args, "--browser", "bundled"],
    env: { BRIEFING_CACHE: cache },
    cwd: REPOSITORY,
  };
}

function runScript(script: string, { folder, output }: Job): Command {
  return nodeCommand(script, [folder, "index.html", output]);
}

function nodeCommand(script: string, args: readonly string[]): Command {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  return { command: process.execPath, args: ["--import", "tsx", path, ...args], cwd: REPOSITORY };
}

function installed(name: string, args: (job: Job) => readonly string[]): Engine {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  return { name, command: path === undefined ? undefined : (job) => ({ command: path, args: args(job) }) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
