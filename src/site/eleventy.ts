// The one place that knows Eleventy: templates and data in, files out.
import { relative } from "node:path";
import { systemErrorCode } from "../files/system-error.ts";

interface EleventyInstance {
  disableLogger(): void;
  write(): Promise<unknown>;
}

interface EleventyModule {
  readonly default: new (
    input: string,
    output: string,
    options: {
      readonly configPath: string;
      readonly quietMode: boolean;
      readonly config: (config: { addGlobalData(name: string, data: unknown): void }) => void;
    },
  ) => EleventyInstance;
}

/** What a run of Eleventy needs; all paths are absolute. */
export interface EleventyRun {
  /** The folder of templates. */
  readonly templates: string;
  /** The configuration file. */
  readonly configuration: string;
  /** The folder to write into. */
  readonly output: string;
  /** The data that templates see, each under its name. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Runs Eleventy once and silently. Wait for one run before starting another: Eleventy keeps state for the process.
 * @throws the error of the system where a page could not be written: the disk is full, say; else Error with everything Eleventy
 * says, for it is a bug of the templates and never a fault of the pack.
 */
export async function runEleventy(run: EleventyRun): Promise<void> {
  const name: string = "@11ty/eleventy";
  const { default: Eleventy } = (await import(name)) as EleventyModule;
  const eleventy = new Eleventy(fromHere(run.templates), fromHere(run.output), {
    configPath: fromHere(run.configuration),
    quietMode: true,
    config: (config) => {
      for (const [key, value] of Object.entries(run.data)) config.addGlobalData(key, value);
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    const origin = findOrigin(error);
    if (systemErrorCode(origin) !== undefined) throw origin;
    throw new Error(`The pages could not be made. ${explain(error)}`, { cause: error });
  }
}

/** The error that Eleventy wrapped, however often. */
function findOrigin(error: unknown): unknown {
  return error instanceof Error && "originalError" in error ? findOrigin(error.originalError) : error;
}

/** Eleventy wraps an error in another that only says where it happened; both are wanted. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = "originalError" in error ? error.originalError : undefined;
  return inner === undefined ? error.message : `${error.message} ${explain(inner)}`;
}

/** Eleventy takes paths as seen from the working directory. */
function fromHere(path: string): string {
  return relative(process.cwd(), path) || ".";
}
