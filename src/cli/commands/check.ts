// The command `check`: every problem of the pack; nothing is written but the receipts, where that is asked for.
import { type ExitCode, exitCodeOf, type Problem } from "../../errors.ts";
import type { Engine } from "../engine.ts";
import { countFigures, formatFigures, type PackFigures } from "../figures.ts";
import type { Io } from "../io.ts";
import type { CheckCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { countProblems, formatProblems } from "../report.ts";

/** What `check --json` prints to stdout. A release may add keys; it renames and removes none. */
export interface CheckReport {
  /**
   * Every problem, by file, line and column. `place` is null where the problem concerns the pack as a whole; `file` is relative to
   * the pack's folder, `line` and `column` count from 1.
   */
  readonly problems: readonly (Omit<Problem, "place"> & { readonly place: Problem["place"] | null })[];
  /** What the pack holds and what of it was verified; null where an error keeps it from being read whole. */
  readonly figures: PackFigures | null;
}

/**
 * Checks the pack: problems as text to stderr, or as JSON to stdout. With `update` the receipts are written where no error stands
 * in the way. Exit code 0, 3 or 4.
 */
export async function runCheck(command: CheckCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const loaded = await engine.loadPack(command.content, { requireReceipts: !command.update });
  const { pack, problems, files, receipts } = loaded;
  const updated = command.update && pack !== undefined && !receipts.current;
  if (updated) await engine.writeReceipts(files.folder, receipts.text);
  const figures = pack === undefined ? undefined : countFigures(pack);
  if (command.json) {
    io.stdout.write(`${JSON.stringify(makeReport(problems, figures), undefined, 2)}\n`);
    return exitCodeOf(problems);
  }
  const paint = choosePaint(io);
  io.stderr.write(formatProblems(problems, { folder: files.folder, texts: files.texts, cwd: io.cwd, paint }));
  if (updated) io.stderr.write("The receipts were written to evidence.lock.json.\n");
  if (figures !== undefined) io.stdout.write(`${formatFigures(figures)}\n${countProblems(problems)}\n`);
  return exitCodeOf(problems);
}

function makeReport(problems: readonly Problem[], figures: PackFigures | undefined): CheckReport {
  return {
    problems: problems.map((problem) => ({ ...problem, place: problem.place ?? null })),
    figures: figures ?? null,
  };
}
