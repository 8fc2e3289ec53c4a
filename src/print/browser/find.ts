// Decides which browser prints: an explicit path, then an installed one, then the optional dependency.
import { BriefingError, EXIT } from "../../errors.ts";
import type { BrowserChoice } from "./browser-choice.ts";

/** What can be seen of the machine; injected, so that every outcome can be tested anywhere. */
export interface BrowserProbes {
  /** `ok` for a file this user can execute. */
  probeExecutable(path: string): Promise<"ok" | "missing" | "not-a-file" | "not-executable">;
  /** Absolute paths where a Chrome, Chromium or Edge may be installed, best first. */
  readonly installedPlaces: readonly string[];
  /** Unpacks the optional dependency; undefined where it is not installed or has no build for this machine. */
  unpackBundled(): Promise<BrowserChoice | undefined>;
}

/** The word that stands in place of a path to ask for the optional dependency. */
const BUNDLED = "bundled";

const THREE_WAYS = `Give one in any of three ways:
  - name it: --browser PATH, or BRIEFING_BROWSER=PATH in the environment
  - install Chrome, Chromium or Edge in its usual place (Debian and Ubuntu: apt-get install chromium)
  - on Linux x64, let npm install the optional dependency: npm install --include=optional`;

/**
 * The browser to print with. `explicit` is a path, or the word `bundled`; undefined or empty leaves the choice to
 * what the machine has.
 * @throws BriefingError (print) if the explicit one cannot be used, or if there is none at all.
 */
export async function findBrowser(
  explicit: string | undefined,
  probes: BrowserProbes,
): Promise<BrowserChoice> {
  if (explicit === BUNDLED) return (await probes.unpackBundled()) ?? refuse(MISSING_BUNDLED);
  if (explicit) return useExplicit(explicit, probes);
  for (const path of probes.installedPlaces) {
    if ((await probes.probeExecutable(path)) === "ok") return choose("installed", path);
  }
  return (await probes.unpackBundled()) ?? refuse(`No browser to print with was found. ${THREE_WAYS}`);
}

const MISSING_BUNDLED = `The bundled browser was asked for, but @sparticuz/chromium is not installed, or has no build for this machine (it runs on Linux x64). ${THREE_WAYS}`;

const FAULTS = {
  missing: "does not exist",
  "not-a-file": "is not a file",
  "not-executable": "may not be executed by this user",
} as const;

async function useExplicit(path: string, probes: BrowserProbes): Promise<BrowserChoice> {
  const state = await probes.probeExecutable(path);
  if (state === "ok") return choose("explicit", path);
  return refuse(
    `The browser ${path} ${FAULTS[state]}. Correct --browser or BRIEFING_BROWSER, or leave it out.`,
  );
}

function choose(origin: BrowserChoice["origin"], executablePath: string): BrowserChoice {
  const build = /headless[-_]shell/.test(executablePath) ? "shell" : "full";
  return { origin, executablePath, env: {}, build };
}

function refuse(message: string): never {
  throw new BriefingError(message, { exitCode: EXIT.print });
}
