// The command `build`: check, site, print, and the whole put in its place at once.
import { join } from "node:path";
import { EXIT, type ExitCode, exitCodeOf, type Problem } from "../../errors.ts";
import { openOutputFolder } from "../../files/output-folder.ts";
import { withStagedFolder } from "../../files/replace-folder.ts";
import { CROP_MARGINS } from "../../model/paper.ts";
import type { LoadedPack } from "../../pack/load.ts";
import { count } from "../count.ts";
import type { Engine } from "../engine.ts";
import { requireFullTexts } from "../full-edition.ts";
import type { Io } from "../io.ts";
import type { BuildCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { findLongSummary, printPack } from "../print-pack.ts";
import { describeProof } from "../printing.ts";
import { createProgress } from "../progress.ts";
import { formatProblems, seenFrom } from "../report.ts";

/**
 * Builds an edition into `command.out`. A pack with problems of severity `error` is not built (exit code 3 or 4), nor the full
 * edition without every full text (4, as a BriefingError); a document that cannot be printed whole is not published (5, as a
 * BriefingError). The earlier output then stays as it was.
 */
export async function runBuild(command: BuildCommand, io: Io, engine: Engine): Promise<ExitCode> {
  const keep = { content: command.content, working: io.cwd };
  const target = await openOutputFolder(command.out, command.edition, keep);
  const progress = createProgress(io.stderr);
  try {
    progress.start("Checking the pack");
    const loaded = await engine.loadPack(command.content, { signal: io.signal });
    const { pack } = loaded;
    progress.clear();
    report(loaded.problems, loaded, io);
    if (pack === undefined) {
      io.stderr.write("The pack was not built: mend the errors first.\n");
      return exitCodeOf(loaded.problems);
    }
    if (command.edition === "full") requireFullTexts(pack);
    io.signal.throwIfAborted();
    const built = await withStagedFolder(target, io.signal, async (staging) => {
      progress.start("Making the site");
      const making = engine.buildSite({
        pack,
        edition: command.edition,
        output: staging,
        pdf: command.pdf,
        page: {
          cropMarks: command.cropMarks,
          ...(command.paper === undefined ? {} : { paper: command.paper }),
        },
        signal: io.signal,
      });
      if (!command.pdf) return { site: await making, pdfs: [] };
      const trim = command.cropMarks ? CROP_MARGINS : undefined;
      const sources = command.content;
      const order = { pack, edition: command.edition, folder: staging, sources, ready: making, trim };
      const pdfs = await printPack(order, command, { io, engine, progress });
      return { site: await making, pdfs };
    });
    progress.clear();
    const out = seenFrom(io.cwd, command.out);
    io.stdout.write(`${join(out, "index.html")}  ${count(built.site.pages, "page")}\n`);
    for (const { address, name, result } of built.pdfs) {
      io.stdout.write(`${join(out, address)}  ${count(result.pages, "page")}, also as ${name}\n`);
      io.stdout.write(`${describeProof(result.proof)}\n`);
    }
    report(findLongSummary(pack, built.pdfs), loaded, io);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

function report(problems: readonly Problem[], { files }: LoadedPack, io: Io): void {
  const paint = choosePaint(io);
  io.stderr.write(formatProblems(problems, { folder: files.folder, texts: files.texts, cwd: io.cwd, paint }));
}
