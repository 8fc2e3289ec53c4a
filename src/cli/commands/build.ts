// The command `build`: check, site, print, and the whole put in its place at once.
import { join } from "node:path";
import { EXIT, type ExitCode, exitCodeOf, type Problem } from "../../errors.ts";
import { openOutputFolder } from "../../files/output-folder.ts";
import { withStagedFolder } from "../../files/replace-folder.ts";
import type { Pack } from "../../model/pack.ts";
import { CROP_MARGINS } from "../../model/paper.ts";
import type { LoadedPack } from "../../pack/load.ts";
import type { Engine } from "../engine.ts";
import { requireFullTexts } from "../full-edition.ts";
import type { Io } from "../io.ts";
import type { BuildCommand } from "../options.ts";
import { choosePaint } from "../paint.ts";
import { describeProof, printWithProgress } from "../printing.ts";
import { createProgress } from "../progress.ts";
import { formatProblems, seenFrom } from "../report.ts";

/** The print document and its PDF, relative to the output folder. */
const PRINT_DOCUMENT = "print/index.html";
const PDF = "briefing.pdf";

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
      const site = await engine.buildSite({
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
      if (!command.pdf) return { site };
      const document = {
        folder: staging,
        document: PRINT_DOCUMENT,
        output: join(staging, PDF),
        sources: command.content,
      };
      // Not the time of printing, so that the same pack gives the same bytes; the document says the rest of itself.
      const metadata = { date: new Date(pack.manifest.edition.date) };
      const trim = command.cropMarks ? CROP_MARGINS : undefined;
      return {
        site,
        print: await printWithProgress({ ...document, metadata, trim }, command, { io, engine, progress }),
      };
    });
    progress.clear();
    const out = seenFrom(io.cwd, command.out);
    io.stdout.write(`${join(out, "index.html")}  ${count(built.site.pages)}\n`);
    if (built.print !== undefined) {
      io.stdout.write(`${join(out, PDF)}  ${count(built.print.pages)}\n`);
      io.stdout.write(`${describeProof(built.print.proof)}\n`);
      report(findLongSummary(pack, built.print.pageOfId), loaded, io);
    }
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

function report(problems: readonly Problem[], { files }: LoadedPack, io: Io): void {
  const paint = choosePaint(io);
  io.stderr.write(formatProblems(problems, { folder: files.folder, texts: files.texts, cwd: io.cwd, paint }));
}

/** Warns of a cover summary that runs over its page: the next part begins where the summary should have ended. */
function findLongSummary(pack: Pack, pageOfId: Readonly<Record<string, number>>): Problem[] {
  const index = pack.parts.findIndex(({ kind }) => kind === "summary");
  const [summary, next] = [pack.parts[index], pack.parts[index + 1]];
  const [first, after] = [pageOfId[summary?.slug ?? ""], pageOfId[next?.slug ?? ""]];
  if (summary === undefined || first === undefined || after === undefined || after - first <= 1) return [];
  return [
    {
      code: "summary-over-one-page",
      kind: "print",
      severity: "warning",
      place: { file: summary.file, line: 1, column: 1 },
      message: `The cover summary takes ${after - first} pages in the PDF, and a reader in haste reads one.`,
      fix: "Shorten it until it fits on one page.",
    },
  ];
}

function count(pages: number): string {
  return `${pages} page${pages === 1 ? "" : "s"}`;
}
