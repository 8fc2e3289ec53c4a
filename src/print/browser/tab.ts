// One tab of a browser, as far as printing needs it; with what went wrong in it.
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, HTTPRequest } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
import { explainFaults } from "../explain-faults.ts";
import { findForbidden } from "../in-page/find-forbidden.ts";
import { refusePeers } from "../in-page/refuse-peers.ts";
import { printError } from "../print-problem.ts";
import { isAllowed } from "./allowed-address.ts";
import { type PageFault, watchPage } from "./page-faults.ts";

/** A tab, hiding the library that drives it. */
export interface Tab {
  /** Loads an address and waits for everything it loads. */
  open(url: string): Promise<void>;
  /** Runs a self-contained function in the page: it may use nothing but its arguments and the page. */
  call<A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs the text of a script in the page. */
  runScript(source: string): Promise<void>;
  /** Gives the page a function `name` that calls back here. */
  expose(name: string, callback: (value: number) => void): Promise<void>;
  /** Prints the page as a tagged PDF with an outline, on the page size its styles ask for. */
  printPdf(): Promise<Uint8Array>;
  /** What went wrong in the page so far, in order. */
  readFaults(): readonly PageFault[];
  /** Closes the tab and forgets what it kept. A tab may be left open until the browser is closed. */
  close(): Promise<void>;
}

/** How long after the page is gone it may take to be told of. */
const GONE_MS = 1_000;

/**
 * Opens a tab that shares nothing with others. Only `origin`, data and blob addresses may load; anything else is a fault. What the
 * page might send past the requests that can be watched (connections ahead of a request, say) has `origin` as its proxy, whose server
 * answers to no name but its own.
 */
export async function openTab(browser: Browser, origin: string): Promise<Tab> {
  const context = await browser.createBrowserContext({
    proxyServer: origin,
    proxyBypassList: ["<-loopback>", new URL(origin).host],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  const { faults, add } = watchPage(page, origin);
  await page.setRequestInterception(true);
  await page.emulateMediaType("print");
  // The TypeScript loader wraps named functions in a call to this; in the page there is none.
  await page.evaluateOnNewDocument("globalThis.__name ??= (target) => target");
  await page.evaluateOnNewDocument(refusePeers);
  const session = await page.createCDPSession();
  await session.send("Page.enable");
  // The one navigation that is wanted: a page that is printed stays where it is.
  let [awaited, opened, shown] = [false, 0, 0];
  const end = new Promise<never>((_, reject) => {
    const leave = () => reject(printError("The document leaves its page.", explainFaults(faults)));
    page.once("error", (cause) => reject(explainCrash(cause)));
    page.on("request", (request: HTTPRequest) => {
      const url = request.url();
      const leads = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
      const leaves = leads && !awaited;
      if (leads) awaited = false;
      void answer(request, isAllowed(url, origin) && !leaves);
      if (!leaves) return;
      if (isAllowed(url, origin)) add("policy", `leaves for another page (${url})`);
      else add("foreign-request", url);
      // A page that was about to load may wait for ever for what it did not get.
      leave();
    });
    // A page that needs no request can take the place of the document; a step within the document is none of these events.
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId !== undefined) return;
      shown += 1;
      if (shown <= opened) return;
      add("policy", `puts another page in its place (${frame.url.slice(0, 200)})`);
      leave();
    });
  });
  end.catch(() => undefined);
  // A page that is gone answers no call, or with an error that says less than what became of it.
  const orEnd = <T>(work: Promise<T>): Promise<T> => {
    const answered = work.catch(async (error: unknown) => {
      if (isGone(error)) await Promise.race([end, wait(GONE_MS)]);
      throw error;
    });
    return Promise.race([answered, end]);
  };
  return {
    open: async (url) => {
      awaited = true;
      opened += 1;
      await orEnd(page.goto(url, { waitUntil: "load", timeout: 0 }));
      const { hints, handlers, scripts } = await orEnd(page.evaluate(findForbidden));
      for (const address of hints) add("foreign-request", address);
      for (const handler of handlers) add("policy", `has a script in an attribute (${handler})`);
      for (const script of scripts) add("policy", `has a script in an address (${script})`);
    },
    call: async <A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A) =>
      (await orEnd(page.evaluate(task as (...args: unknown[]) => unknown, ...args))) as R,
    runScript: async (source) => {
      await orEnd(page.evaluate(`${source}\n;undefined`));
    },
    expose: (name, callback) => page.exposeFunction(name, callback),
    printPdf: () =>
      orEnd(
        page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 }),
      ),
    readFaults: () => faults,
    close: () => context.close(),
  };
}

/** What the library says of a page that is no longer there, in its words. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /context was destroyed|Cannot find context|detached/i.test(error.message);
}

function explainCrash(cause: unknown): BriefingError {
  return new BriefingError(
    "The page crashed in the browser, mostly for want of memory. Print fewer or smaller parts, or use another browser.",
    { exitCode: EXIT.print, cause },
  );
}

async function answer(request: HTTPRequest, allowed: boolean): Promise<void> {
  // The page may be gone by now; then nobody waits for the answer.
  // "Aborted" keeps the document where a navigation is refused; other reasons put an error page in its place.
  await (allowed ? request.continue() : request.abort("aborted")).catch(() => undefined);
}
