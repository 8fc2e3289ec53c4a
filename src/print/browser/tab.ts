// One tab of a browser, as far as printing needs it; with what went wrong in it.
import type { HTTPRequest, Page } from "puppeteer";
import { BriefingError, EXIT } from "../../errors.ts";
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
}

/** Wraps a page of the library. Only `origin`, data and blob addresses may load; anything else is a fault. */
export async function openTab(page: Page, origin: string): Promise<Tab> {
  page.setDefaultTimeout(0);
  let opened = false;
  const faults = watchPage(page, origin);
  await page.setRequestInterception(true);
  page.on("request", (request: HTTPRequest) => void answer(request, origin, () => opened));
  await page.emulateMediaType("print");
  const crash = new Promise<never>((_, reject) => {
    page.once("error", (cause) => reject(explainCrash(cause)));
  });
  crash.catch(() => undefined);
  // A page that crashes answers no call.
  const orCrash = <T>(work: Promise<T>): Promise<T> => Promise.race([work, crash]);
  return {
    open: async (url) => {
      opened = false;
      await orCrash(page.goto(url, { waitUntil: "load", timeout: 0 }));
      opened = true;
      // The TypeScript loader wraps named functions in a call to this; in the page there is none.
      await page.evaluate("globalThis.__name ??= (target) => target");
    },
    call: async <A extends unknown[], R>(task: (...args: A) => R | Promise<R>, ...args: A) =>
      (await orCrash(page.evaluate(task as (...args: unknown[]) => unknown, ...args))) as R,
    runScript: async (source) => {
      await orCrash(page.evaluate(`${source}\n;undefined`));
    },
    expose: (name, callback) => page.exposeFunction(name, callback),
    printPdf: () =>
      orCrash(
        page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 }),
      ),
    readFaults: () => faults,
  };
}

function explainCrash(cause: unknown): BriefingError {
  return new BriefingError(
    "The page crashed in the browser, mostly for want of memory. Print fewer or smaller parts, or use another browser.",
    { exitCode: EXIT.print, cause },
  );
}

async function answer(request: HTTPRequest, origin: string, opened: () => boolean): Promise<void> {
  const leaves = request.isNavigationRequest() && request.frame()?.parentFrame() === null && opened();
  const allowed = isAllowed(request.url(), origin) && !leaves;
  // The page may be gone by now; then nobody waits for the answer.
  // "Aborted" keeps the document where a navigation is refused; other reasons put an error page in its place.
  await (allowed ? request.continue() : request.abort("aborted")).catch(() => undefined);
}
