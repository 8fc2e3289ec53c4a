// Starts a browser, lends it out, and leaves nothing of it behind.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Browser as PuppeteerBrowser } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
import { launchArguments } from "./arguments.ts";
import type { BrowserChoice } from "./browser-choice.ts";
import { type BrowserProcess, startBrowserProcess } from "./browser-process.ts";
import { renderFontConfig } from "./font-config.ts";
import { createPipeTransport } from "./pipe-transport.ts";
import { openTab, type Tab } from "./tab.ts";

/** A browser that is running, as far as printing needs it. */
export interface Browser {
  readonly pid: number;
  /** Opens an empty tab that may load from one origin only. */
  openTab(origin: string): Promise<Tab>;
}

/** How to start a browser. */
export interface LaunchOptions {
  readonly choice: BrowserChoice;
  readonly signal?: AbortSignal | undefined;
  /** How long it may take to answer, in milliseconds; 60 s if left out. */
  readonly launchTimeoutMs?: number;
  /** Told what a person should know although the print goes on. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

const CLOSE_MS = 5_000;

/**
 * Starts the browser, hands it to `use`, and ends it whatever happens: its processes, its profile and its
 * temporary files.
 * @throws BriefingError (print) if it does not start, dies or does not answer in time; the signal's reason on abort.
 */
export async function withBrowser<T>(
  options: LaunchOptions,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), "briefing-"));
  try {
    const asRoot = process.getuid?.() === 0;
    // Chromium refuses to use its sandbox as root.
    if (asRoot) return await runIn(folder, options, false, use);
    try {
      return await runIn(folder, options, true, use);
    } catch (error) {
      if (!(error instanceof NoSandboxError)) throw error;
      options.onNotice?.("This machine offers no sandbox to the browser; it prints without one.");
      return await runIn(folder, options, false, use);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The kernel or the container gives an ordinary user no name spaces, so the sandbox cannot be built. */
class NoSandboxError extends Error {}

async function runIn<T>(
  folder: string,
  { choice, signal, launchTimeoutMs = 60_000 }: LaunchOptions,
  sandbox: boolean,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const [profile, temporary] = [join(folder, "profile"), join(folder, "tmp")];
  await Promise.all([mkdir(profile, { recursive: true }), mkdir(temporary, { recursive: true })]);
  const child = startBrowserProcess(choice.executablePath, launchArguments(choice.build, profile, sandbox), {
    ...process.env,
    ...choice.env,
    ...(await configureFonts(choice, folder)),
    TMPDIR: temporary,
  });
  const onAbort = () => child.kill();
  signal?.addEventListener("abort", onAbort, { once: true });
  const died = child.ended.then((how): never => {
    signal?.throwIfAborted();
    throw explainDeath(choice, child, how);
  });
  died.catch(() => undefined);
  try {
    const browser = await within(launchTimeoutMs, Promise.race([connectTo(choice, child, died), died]), () =>
      fail(choice, `did not answer within ${launchTimeoutMs / 1000} s`, child),
    );
    try {
      return await Promise.race([use(lend(browser, child)), died]);
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
}

async function configureFonts(choice: BrowserChoice, folder: string): Promise<Record<string, string>> {
  if (!choice.fonts) return {};
  const path = join(folder, "fonts.conf");
  await writeFile(path, renderFontConfig(choice.fonts.own, choice.fonts.cache, homedir()));
  return { FONTCONFIG_FILE: path };
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

function lend(browser: PuppeteerBrowser, child: BrowserProcess): Browser {
  return { pid: child.pid, openTab: (origin) => openTab(browser, origin) };
}

async function within<T>(ms: number, work: Promise<T>, onTimeout: () => unknown): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), ms);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

function explainDeath(choice: BrowserChoice, child: BrowserProcess, how: string): Error {
  if (/No usable sandbox|Failed to move to new namespace|setuid sandbox/.test(child.readStderr())) {
    return new NoSandboxError(child.readStderr());
  }
  return fail(choice, how, child);
}

function fail(choice: BrowserChoice, how: string, child: BrowserProcess, cause?: unknown): BriefingError {
  const said = child.readStderr();
  return new BriefingError(
    `The browser ${choice.executablePath} ${how}. Try another with --browser PATH, or --browser bundled.${said ? ` It said:\n${said}` : ""}`,
    { exitCode: EXIT.print, cause },
  );
}
