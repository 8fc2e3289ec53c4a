// One tab of a browser, as far as printing needs it; with what went wrong in it.
import type { Browser, HTTPRequest } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
import { refusePeers } from "../in-page/refuse-peers.ts";
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
  const faults = watchPage(page, origin);
  // The one navigation that is wanted: a page that is printed stays where it is.
  let awaited = false;
  await page.setRequestInterception(true);
  page.on("request", (request: HTTPRequest) => {
    const leads = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
    const allowed = isAllowed(request.url(), origin) && (!leads || awaited);
    if (leads) awaited = false;
    void answer(request, allowed);
  });
  await page.emulateMediaType("print");
  // The TypeScript loader wraps named functions in a call to this; in the page there is none.
  await page.evaluateOnNewDocument("globalThis.__name ??= (target) => target");
  await page.evaluateOnNewDocument(refusePeers);
  let opened = 0;
  let shown = 0;
  const session = await page.createCDPSession();
  await session.send("Page.enable");
  const end = new Promise<never>((_, reject) => {
    page.once("error", (cause) => reject(explainCrash(cause)));
    // A page that needs no request can take the place of the document; a step within the document is none of these events.
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId !== undefined) return;
      shown += 1;
      if (shown > opened) reject(explainLeaving(frame.url));
    });
  });
  end.catch(() => undefined);
  // A page that is gone answers no call.
  const orEnd = <T>(work: Promise<T>): Promise<T> => Promise.race([work, end]);
  return {
    open: async (url) => {
      awaited = true;
      opened += 1;
      await orEnd(page.goto(url, { waitUntil: "load", timeout: 0 }));
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

function explainCrash(cause: unknown): BriefingError {
  return new BriefingError(
    "The page crashed in the browser, mostly for want of memory. Print fewer or smaller parts, or use another browser.",
    { exitCode: EXIT.print, cause },
  );
}

function explainLeaving(url: string): BriefingError {
  return new BriefingError(
    `The document put another page in its place: ${url.slice(0, 200)}. Remove what leads there, mostly a script.`,
    { exitCode: EXIT.print },
  );
}

async function answer(request: HTTPRequest, allowed: boolean): Promise<void> {
  // The page may be gone by now; then nobody waits for the answer.
  // "Aborted" keeps the document where a navigation is refused; other reasons put an error page in its place.
  await (allowed ? request.continue() : request.abort("aborted")).catch(() => undefined);
}
