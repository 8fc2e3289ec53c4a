// The command `print`: any HTML document to PDF.
import { stat } from "node:fs/promises";
import { EXIT, type ExitCode } from "../../errors.ts";
import { findDocumentPlace, isPrinted, PRINTED_ENDINGS } from "../../print/document-place.ts";
import { count } from "../count.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { PrintCommand } from "../options.ts";
import { describeProof, printWithProgress } from "../printing.ts";
import { createProgress } from "../progress.ts";
import { seenFrom } from "../report.ts";
import { usageError } from "../usage-error.ts";

/**
 * Prints a document; what it loads must lie in its folder or below, or in the output folder of the build that made it.
 * @throws BriefingError (usage) where there is no such document or it is none that can be printed, (print) where it cannot be printed whole.
 */
export async function runPrint(command: PrintCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const { input, output } = command;
  const found = await stat(input).catch(() => undefined);
  if (!found?.isFile()) {
    throw usageError(`There is no document ${seenFrom(io.cwd, input)}.`, "print");
  }
  if (!isPrinted(input)) {
    throw usageError(
      `${seenFrom(io.cwd, input)} cannot be printed: only HTML documents are, whose names end in ${PRINTED_ENDINGS.join(" or ")}. Convert it to HTML first.`,
      "print",
    );
  }
  const progress = createProgress(io.stderr);
  try {
    const place = await findDocumentPlace(input);
    const date = readEpoch(io.env.SOURCE_DATE_EPOCH);
    const { folder, document } = place;
    const documents = [{ document, output, ...(date ? { metadata: { date } } : {}) }];
    const order = { folder, documents, sources: folder };
    for (const { pages, proof } of await printWithProgress(order, command, { io, engine, progress })) {
      io.stdout.write(`${seenFrom(io.cwd, output)}  ${count(pages, "page")}\n`);
      io.stdout.write(`${describeProof(proof)}\n`);
    }
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

/**
 * The date that a PDF bears where the environment gives one (https://reproducible-builds.org/specs/source-date-epoch/).
 * @throws BriefingError (usage) where it is no number of seconds
 */
function readEpoch(text: string | undefined): Date | undefined {
  if (text === undefined || text === "") return undefined;
  if (/^\d{1,11}$/.test(text)) return new Date(Number(text) * 1000);
  throw usageError(
    `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}; it is a number of seconds since 1970.`,
    "print",
  );
}
