// The help texts, made from the table of commands.
import { COMMAND_NAMES, type CommandName, specOfCommand, specOfOption } from "./command-table.ts";

const EXIT_CODES = "0 success, 1 a bug, 2 usage, 3 invalid content, 4 evidence, 5 print, 130 interrupted";

/** The help of the program, or of one command. */
export function formatHelp(command: CommandName | undefined): string {
  return command === undefined ? formatOverview() : formatCommand(command);
}

function formatOverview(): string {
  const commands = COMMAND_NAMES.map((name) => [name, specOfCommand(name).summary] as const);
  return [
    "briefing turns a folder of source documents into a briefing pack: a site and a PDF.",
    "",
    "Usage: briefing COMMAND [OPTIONS]",
    "",
    "Commands:",
    ...formatRows(commands),
    "",
    "Options:",
    ...formatRows([
      ["-h, --help", "show this help, or that of a command"],
      ["--version", "show the version"],
    ]),
    "",
    `Exit codes: ${EXIT_CODES}`,
    "",
  ].join("\n");
}

function formatCommand(name: CommandName): string {
  const { summary, argument, options } = specOfCommand(name);
  const rows = options.map((option) => {
    const { value, short, summary: what } = specOfOption(option);
    const long = value === undefined ? `--${option}` : `--${option} ${value}`;
    return [short === undefined ? long : `-${short}, ${long}`, what] as const;
  });
  return [
    `briefing ${name}: ${summary}.`,
    "",
    `Usage: briefing ${name}${argument === undefined ? "" : ` ${argument}`} [OPTIONS]`,
    "",
    "Options:",
    ...formatRows(rows),
    "",
  ].join("\n");
}

function formatRows(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
