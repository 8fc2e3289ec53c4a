// Builds the repository's own pack once, as a user does, and lends out what was made.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The top of the repository. */
export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

/** A pack that was built. */
export interface BuiltPack {
  /** The folder with `index.html` and `briefing.pdf`. */
  readonly folder: string;
  readonly pdf: string;
  remove(): Promise<void>;
}

/** Runs `briefing build` in the repository into a folder of its own. */
export async function buildRepositoryPack(...options: readonly string[]): Promise<BuiltPack> {
  const parent = await mkdtemp(join(tmpdir(), "briefing-e2e-"));
  const folder = join(parent, "out");
  const program = join(REPOSITORY, "src/cli/bin.js");
  await promisify(execFile)(process.execPath, [program, "build", "--out", folder, ...options], {
    cwd: REPOSITORY,
  });
  return {
    folder,
    pdf: join(folder, "briefing.pdf"),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}
