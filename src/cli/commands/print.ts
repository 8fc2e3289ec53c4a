// The command `print`: any HTML document to PDF.
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { PrintCommand } from "../options.ts";
import { printWithProgress } from "../printing.ts";
import { createProgress } from "../progress.ts";
import { seenFrom } from "../report.ts";
import { usageError } from "../usage-error.ts";

/**
 * Prints a document; what it loads must lie in its folder or below.
 * @throws BriefingError (usage) where there is no such document, (print) where it cannot be printed whole.
 */
export async function runPrint(command: PrintCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const { input, output } = command;
  const found = await stat(input).catch(() => undefined);
  if (!found?.isFile()) {
    throw usageError(`There is no document ${seenFrom(io.cwd, input)}.`, "print");
  }
  const progress = createProgress(io.stderr);
  try {
    const document = { folder: dirname(input), document: basename(input), output };
    const { pages } = await printWithProgress(document, command, { io, engine, progress });
    progress.clear();
    io.stdout.write(`${seenFrom(io.cwd, output)}  ${pages} page${pages === 1 ? "" : "s"}\n`);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}
