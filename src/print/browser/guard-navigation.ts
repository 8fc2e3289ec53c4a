// Keeps a page where it is: the one document that was asked for, and none that a script or a refresh puts in its place.
import type { HTTPRequest, Page } from "puppeteer";
import { explainFaults } from "../explain-faults.ts";
import { printError } from "../print-problem.ts";
import { isAllowed } from "./allowed-address.ts";
import type { PageWatch } from "./page-faults.ts";

/** The guard of a page. */
export interface NavigationGuard {
  /** Runs a navigation that is wanted. */
  allow<T>(navigate: () => Promise<T>): Promise<T>;
  /** Rejects with the faults (BriefingError, print) when the page leaves, or tries to; never resolves. */
  readonly left: Promise<never>;
}

/** Answers every request of a page: only what `origin` serves, data and blob addresses are let through. */
export async function guardNavigation(
  page: Page,
  origin: string,
  { faults, add }: PageWatch,
): Promise<NavigationGuard> {
  let [awaited, opened, shown] = [false, 0, 0];
  let reject: (error: Error) => void = () => undefined;
  const left = new Promise<never>((_, fail) => {
    reject = fail;
  });
  left.catch(() => undefined);
  // A page that was about to load may wait for ever for what it did not get.
  const leave = () => reject(printError("The document leaves its page.", explainFaults(faults)));

  await page.setRequestInterception(true);
  page.on("request", (request: HTTPRequest) => {
    const url = request.url();
    const leads = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
    const leaves = leads && !awaited;
    if (leads) awaited = false;
    void answer(request, isAllowed(url, origin) && !leaves);
    if (!leaves) return;
    if (isAllowed(url, origin)) add("policy", `leaves for another page (${url})`);
    else add("foreign-request", url);
    leave();
  });

  // A page that needs no request can take the place of the document; a step within the document is none of these events.
  const session = await page.createCDPSession();
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.parentId !== undefined) return;
    shown += 1;
    if (shown <= opened) return;
    add("policy", `puts another page in its place (${frame.url.slice(0, 200)})`);
    leave();
  });
  await session.send("Page.enable");

  return {
    left,
    allow: async (navigate) => {
      awaited = true;
      opened += 1;
      try {
        return await navigate();
      } finally {
        awaited = false;
      }
    },
  };
}

async function answer(request: HTTPRequest, allowed: boolean): Promise<void> {
  // The page may be gone by now; then nobody waits for the answer.
  // "Aborted" keeps the document where a navigation is refused; other reasons put an error page in its place.
  await (allowed ? request.continue() : request.abort("aborted")).catch(() => undefined);
}
