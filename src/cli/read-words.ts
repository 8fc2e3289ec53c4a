// Sorts the words after a command into options, their values and an argument.
import { parseArgs } from "node:util";
import { type CommandName, type OptionName, specOfCommand, specOfOption } from "./command-table.ts";
import { suggestName } from "./suggest.ts";
import { usageError } from "./usage-error.ts";

/** The words after a command, sorted. */
export interface Words {
  readonly command: CommandName;
  /** The values of the options that take one. */
  readonly values: ReadonlyMap<OptionName, string>;
  /** The options given that take none. */
  readonly flags: ReadonlySet<OptionName>;
  readonly argument: string | undefined;
  /** All arguments, of a command that takes several. */
  readonly arguments: readonly string[];
}

/**
 * Sorts the words by what the command knows.
 * @throws BriefingError (usage) for an unknown option, a lacking or superfluous value, an option given twice, or too many arguments.
 */
export function readWords(command: CommandName, argv: readonly string[]): Words {
  const { options, argument, many = false } = specOfCommand(command);
  const config = Object.fromEntries(
    options.map((name) => {
      const { value, short } = specOfOption(name);
      const type = value === undefined ? ("boolean" as const) : ("string" as const);
      return [name, short === undefined ? { type } : { type, short }];
    }),
  );
  // Not strict: Node's own messages name no option that may have been meant.
  const { tokens } = parseArgs({ args: [...argv], options: config, strict: false, tokens: true });
  const values = new Map<OptionName, string>();
  const flags = new Set<OptionName>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = options.find((option) => option === token.name);
    if (name === undefined) throw unknownOption(command, token.rawName, options);
    if (specOfOption(name).value === undefined) {
      if (token.value !== undefined) throw usageError(`${token.rawName} takes no value.`, command);
      flags.add(name);
      continue;
    }
    if (values.has(name)) throw usageError(`${token.rawName} is given twice.`, command);
    const missing =
      token.value === undefined || token.value === "" || (!token.inlineValue && token.value.startsWith("-"));
    if (missing) throw usageError(`${token.rawName} needs a value, ${specOfOption(name).value}.`, command);
    values.set(name, token.value ?? "");
  }
  const extra = many ? undefined : positionals[argument === undefined ? 0 : 1];
  if (extra !== undefined) {
    throw usageError(`${command} does not know what to do with ${JSON.stringify(extra)}.`, command);
  }
  return { command, values, flags, argument: positionals[0], arguments: positionals };
}

function unknownOption(command: CommandName, typed: string, options: readonly OptionName[]): Error {
  const near = suggestName(typed.replace(/^-+/, ""), options);
  const hint = near === undefined ? "" : ` Did you mean --${near}?`;
  return usageError(`${command} has no option ${typed}.${hint}`, command);
}
