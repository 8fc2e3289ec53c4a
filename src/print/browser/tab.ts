// One tab of a browser, as far as printing needs it; with what went wrong in it.
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, CDPSession } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
import { findForbidden } from "../in-page/find-forbidden.ts";
import { refusePeers } from "../in-page/refuse-peers.ts";
import { guardNavigation } from "./guard-navigation.ts";
import { type PageFault, watchPage } from "./page-faults.ts";
import { type SnapshotNode, takeSnapshot } from "./page-snapshot.ts";

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
  /** What the page is laid out as, with what styles generate and some attributes of its elements. */
  takeSnapshot(attributes: readonly string[]): Promise<SnapshotNode>;
  /** Prints the page as a tagged PDF, on the page size its styles ask for. */
  printPdf(): Promise<Uint8Array>;
  /** Has the page give back the memory of what is no longer there. */
  freeMemory(): Promise<void>;
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
  const watch = watchPage(page, origin);
  const guard = await guardNavigation(page, origin, watch);
  await page.emulateMediaType("print");
  // The TypeScript loader wraps named functions in a call to this; in the page there is none.
  await page.evaluateOnNewDocument("globalThis.__name ??= (target) => target");
  await page.evaluateOnNewDocument(refusePeers);
  const crash = new Promise<never>((_, reject) => {
    page.once("error", (cause) => reject(explainCrash(cause)));
  });
  const end = Promise.race([crash, guard.left]);
  end.catch(() => undefined);
  // A page that is gone answers no call, or with an error that says less than what became of it.
  const orEnd = <T>(work: Promise<T>): Promise<T> => {
    const answered = work.catch(async (error: unknown) => {
      if (isGone(error)) await Promise.race([end, wait(GONE_MS)]);
      throw error;
    });
    return Promise.race([answered, end]);
  };
  let session: CDPSession | undefined;
  return {
    open: async (url) => {
      await orEnd(guard.allow(() => page.goto(url, { waitUntil: "load", timeout: 0 })));
      // The process that shows the document may be another than that of the empty tab, and has not heard of it.
      if (!(await orEnd(page.evaluate(() => matchMedia("print").matches)))) {
        session ??= await page.createCDPSession();
        await orEnd(session.send("Emulation.setEmulatedMedia", { media: "print" }));
      }
      const { hints, handlers, scripts } = await orEnd(page.evaluate(findForbidden));
      for (const address of hints) watch.add("foreign-request", address);
      for (const handler of handlers) watch.add("policy", `has a script in an attribute (${handler})`);
      for (const script of scripts) watch.add("policy", `has a script in an address (${script})`);
    },
    call: async <A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A) =>
      (await orEnd(page.evaluate(task as (...args: unknown[]) => unknown, ...args))) as R,
    runScript: async (source) => {
      await orEnd(page.evaluate(`${source}\n;undefined`));
    },
    expose: (name, callback) => page.exposeFunction(name, callback),
    takeSnapshot: async (attributes) => {
      session ??= await page.createCDPSession();
      return orEnd(takeSnapshot(session, attributes));
    },
    printPdf: () =>
      orEnd(page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true, timeout: 0 })),
    freeMemory: async () => {
      session ??= await page.createCDPSession();
      await orEnd(session.send("HeapProfiler.collectGarbage"));
    },
    readFaults: () => watch.faults,
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
