// Lends out a browser, in a sandbox wherever the machine has one, and leaves nothing of it behind.
import { BriefingError, EXIT } from "../../errors.ts";
import { type BrowserUser, chooseUser } from "./browser-user.ts";
import { type Browser, type StartOptions, startBrowser } from "./run-browser.ts";
import type { SandboxMode } from "./sandbox.ts";
import { BrowserStartError } from "./start-error.ts";

export type { Browser } from "./run-browser.ts";

/** How to start a browser. */
export interface LaunchOptions extends StartOptions {
  /** What to do about the sandbox; `auto` if left out. */
  readonly sandbox?: SandboxMode | undefined;
}

/**
 * Starts the browser, hands it to `use`, and ends it whatever happens: its processes, its profile and its temporary files. Root starts
 * it as another user, whom Chromium does not refuse its sandbox. Where there is none, the browser goes without, and a notice says so.
 * @throws BriefingError (print) if it does not start, dies or does not answer in time, or has no sandbox where one is required; the
 * signal's reason on abort.
 */
export async function withBrowser<T>(
  { sandbox = "auto", ...options }: LaunchOptions,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  if (sandbox === "off") {
    return startBrowser({ ...options, onNotice: undefined }, { reason: "it was turned off" }, use);
  }
  const user = chooseUser();
  const lend = (browser: Browser) => {
    if (sandbox === "require" && browser.sandbox === "off") throw refuse(browser.reason);
    return use(browser);
  };
  try {
    return await startBrowser(options, { user, sandbox: true }, lend);
  } catch (error) {
    if (!(error instanceof BrowserStartError)) throw error;
    if (sandbox === "require") throw refuse(error.reason, error);
    return await startUnheld(options, user, error, use);
  }
}

/** Starts the browser without a sandbox; as another user yet, if it was nothing but the sandbox that was missing. */
async function startUnheld<T>(
  options: StartOptions,
  user: BrowserUser | undefined,
  { wantsSandbox, reason }: BrowserStartError,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  if (user && wantsSandbox) {
    try {
      return await startBrowser(options, { user, reason }, use);
    } catch (error) {
      if (!(error instanceof BrowserStartError)) throw error;
    }
  }
  return startBrowser(options, { reason }, use);
}

function refuse(reason: string | undefined, cause?: unknown): BriefingError {
  return new BriefingError(
    `The browser has no sandbox: ${reason}. Mend that, print as another user or on another machine, or do not require one.`,
    { exitCode: EXIT.print, cause },
  );
}
