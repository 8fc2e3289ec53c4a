// The commands and their options: one table, from which both parsing and help are made.

/** An option of a command line. */
export interface OptionSpec {
  /** The name of the value in help; left out where the option takes none. */
  readonly value?: string;
  /** A letter that stands for it. */
  readonly short?: string;
  readonly summary: string;
}

/** Every option that some command knows. */
const OPTIONS = {
  content: { value: "DIR", summary: "the folder of the pack (default: content)" },
  update: { summary: "write the receipts of what was compared with the full texts" },
  json: { summary: "print problems and figures as JSON to stdout" },
  edition: { value: "public|full", summary: "what to build (default: public)" },
  out: { value: "DIR", summary: "where to put it; the folder is replaced (default: dist/EDITION)" },
  "no-pdf": { summary: "build the site only, without a PDF or a link to one" },
  paper: { value: "a4|letter", summary: "the paper of the PDF (default: what pack.yaml says, else A4)" },
  "crop-marks": {
    summary: "print on larger sheets, with marks at which the pages are cut and 3 mm of bleed",
  },
  output: { value: "OUT.pdf", short: "o", summary: "the PDF to write" },
  browser: {
    value: "PATH",
    summary:
      "the Chrome, Chromium or Edge to print with, or the word bundled (default: BRIEFING_BROWSER, then what is installed)",
  },
  sandbox: {
    value: "auto|require|off",
    summary:
      "hold the browser in its sandbox: where the machine has one, or print only in one, or not at all (default: auto)",
  },
  timeout: { value: "SECONDS", summary: "how long printing may make no progress (default: 120)" },
  timings: { summary: "tell on stderr how long each stage of printing took" },
  port: { value: "PORT", summary: "the port to serve on; 0 takes a free one (default: 4173)" },
  help: { short: "h", summary: "show this help" },
  version: { summary: "show the version" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The name of an option, without hyphens before it. */
export type OptionName = keyof typeof OPTIONS;

/** A command of the program. */
export interface CommandSpec {
  readonly summary: string;
  /** What it takes besides options, as help shows it; left out where it takes nothing. */
  readonly argument?: string;
  /** Whether it takes any number of them. */
  readonly many?: boolean;
  readonly options: readonly OptionName[];
}

/** Every command, in the order of help. */
const COMMANDS = {
  check: {
    summary: "find every problem of the pack; write nothing, but the receipts with --update",
    options: ["content", "json", "update", "help"],
  },
  import: {
    summary: "take supplied documents into the vault, each matched to its record",
    argument: "FILE…",
    many: true,
    options: ["content", "help"],
  },
  verify: {
    summary: "say whether a document is one that the pack used",
    argument: "FILE",
    options: ["content", "help"],
  },
  build: {
    summary: "check the pack, then make its site and its PDF",
    options: [
      "content",
      "edition",
      "out",
      "no-pdf",
      "paper",
      "crop-marks",
      "browser",
      "sandbox",
      "timeout",
      "timings",
      "help",
    ],
  },
  print: {
    summary: "print an HTML document to PDF with the same engine and the same proof",
    argument: "INPUT.html",
    options: ["output", "browser", "sandbox", "timeout", "timings", "help"],
  },
  serve: {
    summary: "show the site and the printed pages side by side, renewed whenever a file is saved",
    options: ["content", "port", "help"],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The names of all commands. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Whether a word is the name of a command. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** The specification of an option, in its general form. */
export function specOfOption(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

/** The specification of a command, in its general form. */
export function specOfCommand(name: CommandName): CommandSpec {
  return COMMANDS[name];
}
