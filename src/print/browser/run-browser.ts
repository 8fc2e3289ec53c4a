// One start of a browser, in one way: it is lent out, watched, and ended with everything it started.
import { connect, type Browser as PuppeteerBrowser } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
import { launchArguments } from "./arguments.ts";
import type { BrowserChoice } from "./browser-choice.ts";
import { withBrowserHome } from "./browser-home.ts";
import { type BrowserProcess, startBrowserProcess } from "./browser-process.ts";
import type { BrowserUser } from "./browser-user.ts";
import { createPipeTransport } from "./pipe-transport.ts";
import { hasSandbox } from "./sandbox.ts";
import { BrowserStartError } from "./start-error.ts";
import { openTab, type Tab } from "./tab.ts";

/** A browser that is running, as far as printing needs it. */
export interface Browser {
  readonly pid: number;
  /** What it calls itself: `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  /** Whether what renders pages is held in a sandbox. */
  readonly sandbox: "on" | "off";
  /** Why there is no sandbox, as a clause; undefined where there is one. */
  readonly reason: string | undefined;
  /** Opens an empty tab that may load from one origin only. There may be several at once. */
  openTab(origin: string): Promise<Tab>;
}

/** How to start a browser, however often it is tried. */
export interface StartOptions {
  readonly choice: BrowserChoice;
  readonly signal?: AbortSignal | undefined;
  /** How long it may take to answer, in milliseconds; 60 s if left out. */
  readonly launchTimeoutMs?: number;
  /** Told what a person should know although the print goes on. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** One way to start it: as whom (undefined for the one who runs this program), and in a sandbox, or why without. */
export type Start = { readonly user?: BrowserUser | undefined } & (
  | { readonly sandbox: true }
  | { readonly sandbox?: never; readonly reason: string }
);

const CLOSE_MS = 5_000;

/**
 * Starts the browser and hands it to `use`.
 * @throws BrowserStartError if it ends before it answers, or cannot be started at all; BriefingError (print) if it dies later or does
 * not answer in time; the signal's reason on abort.
 */
export async function startBrowser<T>(
  options: StartOptions,
  start: Start,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const { choice, signal, launchTimeoutMs = 60_000 } = options;
  return withBrowserHome(choice, start.user, async ({ executablePath, profile, folder, env }) => {
    const args = launchArguments(choice.build, profile, start.sandbox === true);
    const child = startBrowserProcess(executablePath, args, { cwd: folder, env, user: start.user });
    const onAbort = () => child.kill();
    signal?.addEventListener("abort", onAbort, { once: true });
    let connected = false;
    const died = child.ended.then((how): never => {
      signal?.throwIfAborted();
      throw connected ? fail(choice, how, child) : failStart(choice, how, child, start);
    });
    died.catch(() => undefined);
    try {
      const connection = Promise.race([connectTo(choice, child, died), died]);
      const browser = await within(launchTimeoutMs, connection, () =>
        fail(choice, `did not answer within ${launchTimeoutMs / 1000} s`, child),
      );
      connected = true;
      try {
        return await Promise.race([lend(browser, child, start, options).then(use), died]);
      } catch (error) {
        // What the work makes of a lost connection says less than how the browser ended.
        signal?.throwIfAborted();
        if (!browser.connected) await within(CLOSE_MS, died, () => error);
        throw error;
      } finally {
        await within(CLOSE_MS, Promise.race([browser.close(), child.ended]), () => undefined).catch(
          () => undefined,
        );
      }
    } finally {
      signal?.removeEventListener("abort", onAbort);
      child.kill();
      await child.ended;
    }
  });
}

/** The connection to the browser. Where it fails, `died` tells best why; it may come after the pipe has closed. */
async function connectTo(
  choice: BrowserChoice,
  child: BrowserProcess,
  died: Promise<never>,
): Promise<PuppeteerBrowser> {
  const transport = createPipeTransport(child.input, child.output);
  try {
    return await connect({ transport, defaultViewport: { width: 1280, height: 1024 }, protocolTimeout: 0 });
  } catch (cause) {
    return within(CLOSE_MS, died, () => fail(choice, "closed the connection while it started", child, cause));
  }
}

async function lend(
  browser: PuppeteerBrowser,
  child: BrowserProcess,
  start: Start,
  { onNotice }: StartOptions,
): Promise<Browser> {
  let reason = start.sandbox ? undefined : start.reason;
  // A script that starts the browser, as some systems have, can turn it off.
  if (reason === undefined && !(await hasSandbox(child.pid))) reason = "it was started without one";
  if (reason !== undefined) onNotice?.(`The browser prints without a sandbox: ${reason}.`);
  return {
    pid: child.pid,
    version: await browser.version(),
    sandbox: reason === undefined ? "on" : "off",
    reason,
    openTab: (origin) => openTab(browser, origin),
  };
}

async function within<T>(ms: number, work: Promise<T>, onTimeout: () => unknown): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), ms);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

function failStart(
  choice: BrowserChoice,
  how: string,
  child: BrowserProcess,
  { user }: Start,
): BrowserStartError {
  const wantsSandbox = /No usable sandbox|Failed to move to new namespace|SUID sandbox/i.test(
    child.readStderr(),
  );
  const reason = wantsSandbox
    ? "the system offers none to its users"
    : `${user ? "as another user than root" : "with one"} it ${how}`;
  return new BrowserStartError(reason, { message: explain(choice, how, child), wantsSandbox });
}

function fail(choice: BrowserChoice, how: string, child: BrowserProcess, cause?: unknown): BriefingError {
  return new BriefingError(explain(choice, how, child), { exitCode: EXIT.print, cause });
}

function explain(choice: BrowserChoice, how: string, child: BrowserProcess): string {
  const said = child.readStderr();
  return `The browser ${choice.executablePath} ${how}. Try another with --browser PATH, or --browser bundled.${said ? ` It said:\n${said}` : ""}`;
}
