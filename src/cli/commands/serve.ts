// The command `serve`: a desk with the site and the print view side by side, renewed whenever a file is saved.
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, type ExitCode } from "../../errors.ts";
import { withTemporaryFolder } from "../../files/temporary-folder.ts";
import { watchFolders } from "../../files/watch-folders.ts";
import { PACKAGE_ROOT } from "../../site/package-root.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import type { ServeCommand } from "../options.ts";
import { LIVE } from "../serve/live-pages.ts";
import { withLiveServer } from "../serve/live-server.ts";
import { createLiveSite } from "../serve/live-site.ts";

/** Serves until it is interrupted, which is how it ends (exit code 130). A broken pack is told in the page and on stderr. */
export async function runServe(command: ServeCommand, io: Io, engine: Engine): Promise<ExitCode> {
  return withTemporaryFolder(async (folder) => {
    const builds = await realpath(folder);
    const site = createLiveSite({ content: command.content, builds, cwd: io.cwd, engine, signal: io.signal });
    await withLiveServer({ site, port: command.port, stderr: io.stderr }, async (origin) => {
      const watched = [command.content, join(PACKAGE_ROOT, "templates")];
      let announced = false;
      await watchFolders(watched, io.signal, async () => {
        const { report, broken } = await site.rebuild();
        // What was interrupted tells nothing of the pack.
        if (io.signal.aborted) return;
        io.stderr.write(broken ? report : `${report}Built the site.\n`);
        if (!announced) io.stdout.write(formatAddresses(origin));
        announced = true;
      });
    });
    return EXIT.interrupted;
  });
}

function formatAddresses(origin: string): string {
  return `Desk:       ${origin}${LIVE.desk}
Site:       ${origin}/index.html
Print view: ${origin}${LIVE.preview}
`;
}
