// The site that is served: the last good build, and what is wrong with the pack now.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../../errors.ts";
import type { Engine } from "../engine.ts";
import { plain } from "../paint.ts";
import { formatProblems } from "../report.ts";

/** What there is to serve. */
export interface LiveState {
  /** Rises with every good build. */
  readonly version: number;
  /** The folder of the last good build; undefined while there has been none. */
  readonly folder: string | undefined;
  /** What keeps the site from being built anew, as a report; undefined where nothing does. */
  readonly problems: string | undefined;
  /** What a person should know although the site was built, as a report; empty where there is nothing. */
  readonly notices: string;
}

/** A site that can be built again and again. */
export interface LiveSite {
  readState(): LiveState;
  /** Calls `listen` after every build, until the function that is returned is called. */
  subscribe(listen: (state: LiveState) => void): () => void;
  /** Builds the site; never fails: what is wrong becomes part of the state. One call must end before the next. */
  rebuild(): Promise<LiveState>;
}

/** Where a live site comes from and goes to; all paths are absolute. */
export interface LiveSiteOptions {
  readonly content: string;
  /** A folder of its own for the builds. */
  readonly builds: string;
  /** The working folder, from which paths in reports are seen. */
  readonly cwd: string;
  readonly engine: Engine;
}

/** Makes a live site that has not been built yet. */
export function createLiveSite(options: LiveSiteOptions): LiveSite {
  let state: LiveState = { version: 0, folder: undefined, problems: undefined, notices: "" };
  const listeners = new Set<(state: LiveState) => void>();
  return {
    readState: () => state,
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    rebuild: async () => {
      const previous = state;
      state = await build(previous, options);
      for (const listen of listeners) listen(state);
      if (previous.folder !== undefined && previous.folder !== state.folder) await remove(previous.folder);
      return state;
    },
  };
}

async function build(previous: LiveState, options: LiveSiteOptions): Promise<LiveState> {
  const { content, builds, cwd, engine } = options;
  const version = previous.version + 1;
  const folder = join(builds, String(version));
  try {
    // A new quotation that was compared has no receipt yet; that may wait until the writing is done.
    const { pack, problems, files, receipts } = await engine.loadPack(content, { requireReceipts: false });
    const context = { folder: files.folder, texts: files.texts, cwd, paint: plain };
    const report = formatProblems(problems, context);
    if (pack === undefined) return { ...previous, problems: report, notices: "" };
    await remove(folder);
    await mkdir(folder);
    await engine.buildSite({ pack, edition: "public", output: folder, pdf: false });
    return {
      version,
      folder,
      problems: undefined,
      notices: receipts.current ? report : `${report}${OUTDATED}`,
    };
  } catch (error) {
    return { ...previous, problems: explain(error, cwd), notices: "" };
  }
}

const OUTDATED =
  "The receipts are not those of the pack as it stands. Run “briefing check --update” when you are done writing.\n";

/** A template may be broken while it is being written: that is no reason to stop serving. */
function explain(error: unknown, cwd: string): string {
  const context = { folder: undefined, texts: new Map<string, string>(), cwd, paint: plain };
  if (error instanceof BriefingError) return `${formatProblems(error.problems, context)}${error.message}\n`;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The site cannot be made:\n${details}\n`;
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
