// The site that is served: the last good build, and what is wrong with the pack now.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../../errors.ts";
import type { Engine } from "../engine.ts";
import { plain } from "../paint.ts";
import { formatProblems } from "../report.ts";
import { type ToldProblem, tellProblems } from "./told-problem.ts";

/** The last good build. */
export interface GoodBuild {
  /** Its folder. */
  readonly folder: string;
  /** The pack's title. */
  readonly title: string;
  /** When it was there, by `performance.now()`, and how long it took, in milliseconds. */
  readonly at: number;
  readonly took: number;
}

/** What there is to serve. */
export interface LiveState {
  /** Rises with every build, be it good or not. */
  readonly version: number;
  /** Whether a build is under way. */
  readonly building: boolean;
  /** Undefined while there has been none. */
  readonly good: GoodBuild | undefined;
  /** Whether the pack as it was saved last could not be built, so that the last good build is an old one. */
  readonly broken: boolean;
  /** What is wrong with the pack as it was saved last. */
  readonly problems: readonly ToldProblem[];
  /** What is to be said of it besides. */
  readonly remarks: readonly string[];
  /** Problems and remarks as a report for a terminal; empty where there are none. */
  readonly report: string;
}

/** A site that can be built again and again. */
export interface LiveSite {
  readState(): LiveState;
  /** Calls `listen` before and after every build, until the function that is returned is called. */
  subscribe(listen: (state: LiveState) => void): () => void;
  /**
   * Builds the site; never fails: what is wrong becomes part of the state. One call must end before the next.
   * A build that was ended by the signal leaves the state as it was.
   */
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
  /** Ends a build that is under way. */
  readonly signal: AbortSignal;
}

const NOTHING: LiveState = {
  version: 0,
  building: false,
  good: undefined,
  broken: false,
  problems: [],
  remarks: [],
  report: "",
};

/** Makes a live site that has not been built yet. */
export function createLiveSite(options: LiveSiteOptions): LiveSite {
  let state = NOTHING;
  const listeners = new Set<(state: LiveState) => void>();
  const change = (next: LiveState): void => {
    state = next;
    for (const listen of listeners) listen(next);
  };
  // A page that is being sent may still read from the folder before the last.
  let replaced: string | undefined;
  return {
    readState: () => state,
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    rebuild: async () => {
      const before = state;
      change({ ...before, building: true });
      const next = await build(before, options);
      change(next);
      if (before.good && before.good.folder !== next.good?.folder) {
        if (replaced !== undefined) await remove(replaced);
        replaced = before.good.folder;
      }
      return next;
    },
  };
}

async function build(before: LiveState, options: LiveSiteOptions): Promise<LiveState> {
  const { content, builds, cwd, engine, signal } = options;
  const version = before.version + 1;
  const { good } = before;
  const folder = join(builds, String(version));
  const begun = performance.now();
  try {
    // A new quotation that was compared has no receipt yet; that may wait until the writing is done.
    const { pack, problems, files, receipts } = await engine.loadPack(content, {
      requireReceipts: false,
      signal,
    });
    const context = { folder: files.folder, texts: files.texts, cwd };
    const told = tellProblems(problems, context);
    const report = formatProblems(problems, { ...context, paint: plain });
    if (pack === undefined) {
      return { version, building: false, good, broken: true, problems: told, remarks: [], report };
    }
    await mkdir(folder);
    await engine.buildSite({ pack, edition: "public", output: folder, pdf: false, signal });
    const at = performance.now();
    const remarks = receipts.current ? [] : [OUTDATED];
    return {
      version,
      building: false,
      good: { folder, title: pack.manifest.title, at, took: at - begun },
      broken: false,
      problems: told,
      remarks,
      report: report + remarks.map((remark) => `${remark}\n`).join(""),
    };
  } catch (error) {
    await remove(folder);
    if (signal.aborted) return { ...before, building: false };
    return { version, building: false, good, broken: true, ...explain(error, cwd) };
  }
}

const OUTDATED =
  "The receipts are not those of the pack as it stands. Run “briefing check --update” when you are done writing.";

/** A template may be broken while it is being written: that is no reason to stop serving. */
function explain(error: unknown, cwd: string): Pick<LiveState, "problems" | "remarks" | "report"> {
  if (error instanceof BriefingError) {
    const context = { folder: cwd, texts: new Map<string, string>(), cwd };
    const report = formatProblems(error.problems, { ...context, folder: undefined, paint: plain });
    return {
      problems: tellProblems(error.problems, context),
      remarks: [error.message],
      report: `${report}${error.message}\n`,
    };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const remark = `The site cannot be made:\n${details}`;
  return { problems: [], remarks: [remark], report: `${remark}\n` };
}

/** Removes a folder, which a build that failed may still be about to leave. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
