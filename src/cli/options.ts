// From the words of a command line to a typed command.
import { resolve } from "node:path";
import { PAPERS, type Paper } from "../model/paper.ts";
import type { SandboxMode } from "../print/browser/sandbox.ts";
import { COMMAND_NAMES, type CommandName, isCommandName } from "./command-table.ts";
import { readWords, type Words } from "./read-words.ts";
import { suggestName } from "./suggest.ts";
import { usageError } from "./usage-error.ts";

/** The two releases of a pack. */
type Edition = "public" | "full";

/** How to print. */
export interface PrinterOptions {
  /** An absolute path, or the word `bundled`; undefined leaves the choice to what the machine has. */
  readonly browser: string | undefined;
  /** What to do about the browser's sandbox. */
  readonly sandbox: SandboxMode;
  /** How long nothing may happen, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether to tell how long each stage took. */
  readonly timings: boolean;
}

/** Asks for help, of the program or of a command. */
interface HelpCommand {
  readonly name: "help";
  readonly topic: CommandName | undefined;
}

/** `check`: all paths are absolute, here and below. */
export interface CheckCommand {
  readonly name: "check";
  readonly content: string;
  readonly json: boolean;
  /** Whether to write the receipts. */
  readonly update: boolean;
}

/** `import`. */
export interface ImportCommand {
  readonly name: "import";
  readonly content: string;
  /** At least one. */
  readonly files: readonly string[];
}

/** `verify`. */
export interface VerifyCommand {
  readonly name: "verify";
  readonly content: string;
  readonly file: string;
}

/** `build`. */
export interface BuildCommand extends PrinterOptions {
  readonly name: "build";
  readonly content: string;
  readonly edition: Edition;
  readonly out: string;
  readonly pdf: boolean;
  /** Undefined leaves the choice to the pack. */
  readonly paper: Paper | undefined;
  readonly cropMarks: boolean;
}

/** `print`. */
export interface PrintCommand extends PrinterOptions {
  readonly name: "print";
  readonly input: string;
  readonly output: string;
}

/** `serve`. */
export interface ServeCommand {
  readonly name: "serve";
  readonly content: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** What a command line asks for. */
export type Command =
  | HelpCommand
  | { readonly name: "version" }
  | CheckCommand
  | ImportCommand
  | VerifyCommand
  | BuildCommand
  | PrintCommand
  | ServeCommand;

/** What the words are read against. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the words after the program's name.
 * @throws BriefingError (usage) for anything that is not known, with the name that may have been meant.
 */
export function parseOptions(argv: readonly string[], around: Surroundings): Command {
  const [first, ...rest] = argv;
  if (first === undefined) throw usageError(`No command is given; there are ${listCommands()}.`);
  if (first === "--help" || first === "-h") return { name: "help", topic: undefined };
  if (first === "--version") return { name: "version" };
  if (first === "help")
    return { name: "help", topic: rest[0] === undefined ? undefined : asCommand(rest[0]) };
  const name = asCommand(first);
  const words = readWords(name, rest);
  return words.flags.has("help") ? { name: "help", topic: name } : READERS[name](words, around);
}

const READERS: Readonly<Record<CommandName, (words: Words, around: Surroundings) => Command>> = {
  check: (words, { cwd }) => ({
    name: "check",
    content: readContent(words, cwd),
    json: words.flags.has("json"),
    update: words.flags.has("update"),
  }),
  import: (words, { cwd }) => {
    const files = words.arguments.map((file) => resolve(cwd, file));
    if (files.length === 0) throw usageError("No document is named to import.", "import");
    return { name: "import", content: readContent(words, cwd), files };
  },
  verify: (words, { cwd }) => {
    if (words.argument === undefined) throw usageError("No document is named to verify.", "verify");
    return { name: "verify", content: readContent(words, cwd), file: resolve(cwd, words.argument) };
  },
  build: (words, { cwd, env }) => {
    const edition = readEdition(words);
    return {
      name: "build",
      content: readContent(words, cwd),
      edition,
      out: resolve(cwd, words.values.get("out") ?? `dist/${edition}`),
      pdf: !words.flags.has("no-pdf"),
      paper: readPaper(words),
      cropMarks: words.flags.has("crop-marks"),
      ...readPrinter(words, { cwd, env }),
    };
  },
  print: (words, around) => {
    const output = words.values.get("output");
    if (words.argument === undefined) throw usageError("No document is named to print.", "print");
    if (output === undefined) throw usageError("No PDF is named to write; name it with -o.", "print");
    const [input, target] = [resolve(around.cwd, words.argument), resolve(around.cwd, output)];
    if (input === target)
      throw usageError("The PDF would overwrite the document it is printed from.", "print");
    return { name: "print", input, output: target, ...readPrinter(words, around) };
  },
  serve: (words, { cwd }) => ({
    name: "serve",
    content: readContent(words, cwd),
    port: readWholeNumber(words, "port", "serve", { least: 0, most: 65_535 }) ?? 4173,
  }),
};

function asCommand(word: string): CommandName {
  if (isCommandName(word)) return word;
  if (word.startsWith("-"))
    throw usageError(`The command comes before ${word}; there are ${listCommands()}.`);
  const near = suggestName(word, COMMAND_NAMES);
  const hint = near === undefined ? `There are ${listCommands()}.` : `Did you mean ${near}?`;
  throw usageError(`There is no command ${JSON.stringify(word)}. ${hint}`);
}

function listCommands(): string {
  return `${COMMAND_NAMES.slice(0, -1).join(", ")} and ${COMMAND_NAMES.at(-1)}`;
}

function readContent(words: Words, cwd: string): string {
  return resolve(cwd, words.values.get("content") ?? "content");
}

function readEdition(words: Words): Edition {
  const edition = words.values.get("edition") ?? "public";
  if (edition === "public" || edition === "full") return edition;
  throw usageError(`There is no edition ${JSON.stringify(edition)}; there are public and full.`, "build");
}

function readPaper(words: Words): Paper | undefined {
  const name = words.values.get("paper");
  if (name === undefined) return undefined;
  const paper = PAPERS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (paper !== undefined) return paper;
  throw usageError(`There is no paper ${JSON.stringify(name)}; there are a4 and letter.`, "build");
}

function readPrinter(words: Words, { cwd, env }: Surroundings): PrinterOptions {
  const browser = words.values.get("browser") ?? (env.BRIEFING_BROWSER || undefined);
  const seconds = readWholeNumber(words, "timeout", words.command, { least: 1, most: 86_400 });
  return {
    browser: browser === undefined || browser === "bundled" ? browser : resolve(cwd, browser),
    sandbox: readSandbox(words),
    timeoutMs: (seconds ?? 120) * 1000,
    timings: words.flags.has("timings"),
  };
}

function readSandbox(words: Words): SandboxMode {
  const mode = words.values.get("sandbox") ?? "auto";
  if (mode === "auto" || mode === "require" || mode === "off") return mode;
  throw usageError(`--sandbox is ${JSON.stringify(mode)}; it can be auto, require or off.`, words.command);
}

function readWholeNumber(
  words: Words,
  option: "port" | "timeout",
  command: CommandName,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const text = words.values.get(option);
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw usageError(
    `--${option} is ${JSON.stringify(text)}, not a whole number from ${least} to ${most}.`,
    command,
  );
}
