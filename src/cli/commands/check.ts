// The command `check`: every problem of the pack; nothing is written but the receipts, where that is asked for.
import { type ExitCode, exitCodeOf } from "../../errors.ts";
import { makeCheckReport } from "../check-report.ts";
import type { Engine } from "../engine.ts";
import { countFigures, formatFigures } from "../figures.ts";
import type { Io } from "../io.ts";
import type { CheckCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { countProblems, formatProblems } from "../report.ts";

/**
 * Checks the pack: problems as text to stderr, or as JSON to stdout. With `update` the receipts are written where no error stands
 * in the way. Exit code 0, 3 or 4.
 */
export async function runCheck(command: CheckCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const loaded = await engine.loadPack(command.content, {
    requireReceipts: !command.update,
    signal: io.signal,
  });
  const { pack, problems, files, receipts } = loaded;
  const updated = command.update && pack !== undefined && !receipts.current;
  if (updated) await engine.writeReceipts(files.folder, receipts.text);
  const figures = countFigures(loaded);
  if (command.json) {
    io.stdout.write(
      `${JSON.stringify(makeCheckReport(problems, figures, pack?.fingerprint), undefined, 2)}\n`,
    );
    return exitCodeOf(problems);
  }
  const paint = choosePaint(io);
  io.stderr.write(formatProblems(problems, { folder: files.folder, texts: files.texts, cwd: io.cwd, paint }));
  if (updated) io.stderr.write("The receipts were written to evidence.lock.json.\n");
  if (loaded.parts.length > 0) io.stdout.write(`${formatFigures(figures)}\n`);
  if (pack !== undefined) io.stdout.write(`Fingerprint of the pack, SHA-256: ${pack.fingerprint}\n`);
  if (loaded.parts.length > 0) io.stdout.write(`${countProblems(problems)}\n`);
  return exitCodeOf(problems);
}
