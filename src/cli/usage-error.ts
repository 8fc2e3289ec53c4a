// The error of a command line that asks for something there is not.
import { BriefingError, EXIT } from "../errors.ts";

/** Makes a usage error (exit code 2); `command` is the one whose help tells more. */
export function usageError(message: string, command?: string): BriefingError {
  const help = command === undefined ? "briefing --help" : `briefing ${command} --help`;
  return new BriefingError(`${message} See ${help}.`, { exitCode: EXIT.usage });
}
