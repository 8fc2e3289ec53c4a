// The program: from the words of a command line to an exit code.
import { BriefingError, EXIT, type ExitCode } from "../errors.ts";
import { programName } from "../files/program-name.ts";
import { runBuild } from "./commands/build.ts";
import { runCheck } from "./commands/check.ts";
import { runImport } from "./commands/import.ts";
import { runPrint } from "./commands/print.ts";
import { runServe } from "./commands/serve.ts";
import { runVerify } from "./commands/verify.ts";
import { type Engine, engine as realEngine } from "./engine.ts";
import { formatHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { type Command, parseOptions } from "./options.ts";
import { choosePaint } from "./paint.ts";
import { formatProblems } from "./report.ts";
import { showControls } from "./show-controls.ts";

/** Runs one command. Never throws: expected errors are told, a bug is shown with its stack; the exit code says which. */
export async function run(argv: readonly string[], io: Io, engine: Engine = realEngine): Promise<ExitCode> {
  try {
    return await runCommand(parseOptions(argv, io), io, engine);
  } catch (error) {
    return explain(error, io);
  }
}

async function runCommand(command: Command, io: Io, engine: Engine): Promise<ExitCode> {
  switch (command.name) {
    case "help":
      io.stdout.write(formatHelp(command.topic));
      return EXIT.ok;
    case "version":
      io.stdout.write(`${programName()}\n`);
      return EXIT.ok;
    case "check":
      return runCheck(command, io, engine);
    case "import":
      return runImport(command, io, engine);
    case "verify":
      return runVerify(command, io, engine);
    case "build":
      return runBuild(command, io, engine);
    case "print":
      return runPrint(command, io, engine);
    case "serve":
      return runServe(command, io, engine);
  }
}

function explain(error: unknown, io: Io): ExitCode {
  if (io.signal.aborted) {
    io.stderr.write("Interrupted.\n");
    return EXIT.interrupted;
  }
  if (!(error instanceof BriefingError)) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr.write(`This is a bug in briefing-pack, not in the pack:\n${details}${formatCauses(error)}\n`);
    return EXIT.bug;
  }
  const paint = choosePaint(io);
  const problems = formatProblems(error.problems, {
    folder: undefined,
    texts: new Map(),
    cwd: io.cwd,
    paint,
  });
  io.stderr.write(`${problems}${paint("red", "error")}  ${showControls(error.message)}\n`);
  return error.exitCode;
}

function formatCauses(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause === undefined) return "";
  const details = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return `\ncaused by ${details}${formatCauses(cause)}`;
}
